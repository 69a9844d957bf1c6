using System.Text;
using MotCua.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

public class CardLineTests
{
    private const string Good = "051098001234|212345678|Bùi Đăng Hưng|14031998|Nam|Thôn Đông Hòa, An Bình, Hòa Giang|25052021";

    [Fact]
    public void A_scanned_card_fills_the_person()
    {
        var person = CardLine.Read(Good).Value;

        person.Name.ShouldBe("Bùi Đăng Hưng");
        person.IdNumber.ShouldBe("051098001234");
        person.OldIdNumber.ShouldBe("212345678");
        person.BornOn.ShouldBe(new DateOnly(1998, 3, 14));
        person.Sex.ShouldBe("Nam");
        person.Address.ShouldBe("Thôn Đông Hòa, An Bình, Hòa Giang");
    }

    [Fact]
    public void A_card_without_an_old_number_is_read() => CardLine.Read(Good.Replace("212345678", "")).Value.OldIdNumber.ShouldBeNull();

    [Fact]
    public void Text_with_loose_marks_is_stored_in_one_form() =>
        CardLine.Read(Good.Normalize(NormalizationForm.FormD)).Value.Name.ShouldBe("Bùi Đăng Hưng");

    [Theory]
    [InlineData("051098001234|212345678|Bùi Đăng", "card.cut-short")]
    [InlineData("05109800123|212345678|Bùi Đăng Hưng|14031998|Nam|An Bình|25052021", "card.number")]
    [InlineData("051098001234|212345678|Bùi Đăng Hưng|31021998|Nam|An Bình|25052021", "card.birth")]
    [InlineData("051098001234||  |14031998|Nam|An Bình|25052021", "person.name-missing")]
    public void A_line_cut_short_or_misread_says_what_to_do(string line, string code)
    {
        var answer = CardLine.Read(line);

        answer.Error!.Code.ShouldBe(code);
        answer.Error.Message.ShouldNotContain("|");
    }

    [Fact]
    public void The_code_is_found_in_a_scanned_address()
    {
        DossierCode.FromScan(" https://dichvucong.example/tra-cuu/h99.31-261120-0003 ").ShouldBe("H99.31-261120-0003");
        DossierCode.FromScan("H99.31-261120-0003").ShouldBe("H99.31-261120-0003");
        DossierCode.FromScan("https://dichvucong.example/tra-cuu/H99.31-261120-0003/").ShouldBe("H99.31-261120-0003");
        DossierCode.FromScan("https://dichvucong.example/tra-cuu/000.00.53.H48-220921-0099?src=qr#dau").ShouldBe("000.00.53.H48-220921-0099");
        DossierCode.FromScan("https://dichvucong.example/tra-cuu?ma=H99.31-261120-0003&x=1").ShouldBe("H99.31-261120-0003");
        DossierCode.FromScan("261120-0003").ShouldBe("261120-0003");
        DossierCode.Short("H99.31-261120-0003").ShouldBe("261120-0003");
    }

    [Fact]
    public void The_serial_grows_beyond_four_digits() =>
        DossierCode.Of("H57.12", new DateOnly(2026, 1, 5), 10_000).ShouldBe("H57.12-260105-10000");
}

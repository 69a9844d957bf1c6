using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MotCua.Foundation;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Foundation;

public sealed class VietnameseTests
{
    [Theory]
    [InlineData("Nguyễn  Thị Đào", "nguyen thi dao")]
    [InlineData("  Uỷ ban nhân dân xã Ea H'Leo ", "uy ban nhan dan xa ea h leo")]
    [InlineData("1.004873.H57", "1.004873.h57")]
    [InlineData("ĐĂK–R'LẤP", "dak r lap")]
    public void A_search_key_has_no_marks_no_capitals_and_single_spaces(string text, string key)
    {
        Vietnamese.SearchKey(text).ShouldBe(key);
        Vietnamese.SearchKey(text.Normalize(NormalizationForm.FormD)).ShouldBe(key);
    }

    [Fact]
    public void A_search_key_is_its_own_search_key()
    {
        Prop.ForAll<string>(text => text is null || Vietnamese.SearchKey(Vietnamese.SearchKey(Valid(text))) == Vietnamese.SearchKey(Valid(text)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tidy_text_is_NFC_trimmed_and_single_spaced()
    {
        Vietnamese.Tidy(" Trần\u00A0 Văn\tẤt ".Normalize(NormalizationForm.FormD)).ShouldBe("Trần Văn Ất");
    }

    [Fact]
    public void Numbers_rates_and_dates_take_their_Vietnamese_form()
    {
        Vietnamese.Number(1234567).ShouldBe("1.234.567");
        Vietnamese.Rate(5.455m).ShouldBe("5,46");
        Vietnamese.Rate(0m).ShouldBe("0,00");
        Vietnamese.LongDate(new DateOnly(2026, 11, 26)).ShouldBe("thứ Năm 26/11/2026");
        Vietnamese.DocumentDate(new DateOnly(2026, 1, 5)).ShouldBe("ngày 05 tháng 01 năm 2026");
        Vietnamese.DocumentDate(new DateOnly(2026, 11, 15)).ShouldBe("ngày 15 tháng 11 năm 2026");
        new Money(384_000).ToString().ShouldBe("384.000 đồng");
    }

    [Theory]
    [InlineData("Nguyễn Văn A", false)]
    [InlineData("Nguyễn\u202EVăn", true)]
    [InlineData("Nguyễn\u0007", true)]
    [InlineData("a\u2067b", true)]
    public void Control_characters_and_overrides_of_direction_are_found(string name, bool forbidden)
    {
        Vietnamese.HasForbiddenCharacters(name).ShouldBe(forbidden);
    }

    [Fact]
    public void Letters_are_code_points_after_NFC()
    {
        Vietnamese.Length("Ấ".Normalize(NormalizationForm.FormD)).ShouldBe(1);
        Vietnamese.Length("𠀋").ShouldBe(1);
    }

    private static string Valid(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}

public sealed class MomentTests
{
    [Fact]
    public void The_day_is_the_day_in_Vietnam()
    {
        Moment.Of(new DateTimeOffset(2026, 11, 19, 17, 0, 0, TimeSpan.Zero)).Day.ShouldBe(new DateOnly(2026, 11, 20));
        Moment.Of(new DateTimeOffset(2026, 11, 19, 16, 59, 59, TimeSpan.Zero)).Day.ShouldBe(new DateOnly(2026, 11, 19));
    }

    [Fact]
    public void Now_is_cut_to_whole_milliseconds()
    {
        var clock = new FakeClock(FakeClock.Instant("20/11/2026 09:42").AddTicks(12_345));

        clock.Now().Instant.ShouldBe(FakeClock.Instant("20/11/2026 09:42").AddMilliseconds(1));
    }
}

public sealed class SnakeTests
{
    private enum Channel
    {
        Direct,
        OnlineNational,
    }

    [Theory]
    [InlineData("RefusedAtDoor", "refused_at_door")]
    [InlineData("IdNumber", "id_number")]
    [InlineData("QRCode", "qr_code")]
    public void Names_become_snake_case(string name, string snake)
    {
        Snake.Case(name).ShouldBe(snake);
    }

    [Fact]
    public void An_enum_is_read_back_from_its_text_and_nothing_else()
    {
        Channel.OnlineNational.Text().ShouldBe("online_national");
        Snake.Parse<Channel>("online_national").ShouldBe(Channel.OnlineNational);
        Snake.Parse<Channel>("OnlineNational").ShouldBeNull();
        Snake.Parse<Channel>("1").ShouldBeNull();
        Snake.Parse<Channel>(null).ShouldBeNull();
    }
}

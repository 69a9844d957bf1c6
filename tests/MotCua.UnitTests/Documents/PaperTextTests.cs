using System.Text;
using MotCua.Documents;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class PaperTextTests
{
    [Theory]
    [InlineData("nhận ngày 05 tháng 01 năm 2026 tại xã", "ngày 05 tháng 01 năm 2026")]
    [InlineData("theo Công văn Số: 12/TB-UBND về", "Số: 12/TB-UBND")]
    [InlineData("bản án 42/2019/HNGĐ-ST của tòa", "42/2019/HNGĐ-ST")]
    [InlineData("phải nộp 1.234.000 đồng tiền", "1.234.000 đồng")]
    [InlineData("hồ sơ H99.31-261120-0003 đã", "H99.31-261120-0003")]
    [InlineData("hồ sơ 000.00.53.H48-220921-0099 đã", "000.00.53.H48-220921-0099")]
    [InlineData("gọi 0912 345 678 hoặc", "0912 345 678")]
    [InlineData("lúc 09 giờ 42 phút, thứ", "09 giờ 42 phút")]
    [InlineData("trong 3 ngày làm việc kể", "3 ngày làm việc")]
    [InlineData("theo khoản 2 và", "khoản 2")]
    public void Dates_amounts_and_numbers_stay_together(string text, string kept) =>
        PaperText.Pieces(text).Where(p => p.Kept).Select(p => p.Text).ShouldContain(kept);

    [Theory]
    [InlineData("ông số đỏ và bà điều hòa")]
    [InlineData("Đăng ký khai sinh, kết hôn")]
    public void Ordinary_words_are_left_alone(string text) => PaperText.Pieces(text).ShouldAllBe(p => !p.Kept);

    [Theory]
    [InlineData("")]
    [InlineData("nhận ngày 05 tháng 01 năm 2026, 2 bản, Số: 3/QĐ-UBND.")]
    public void The_pieces_are_the_text(string text) => string.Concat(PaperText.Pieces(text).Select(p => p.Text)).ShouldBe(text);

    [Fact]
    public void Text_becomes_NFC_and_loses_what_no_paper_carries()
    {
        var nfd = Samples.EveryMark.Normalize(NormalizationForm.FormD);
        PaperText.Clean(nfd).ShouldBe(Samples.EveryMark);
        PaperText.Clean("Lê\u202E \t\r\n  Văn\u0007 A\uFEFF \uD800").ShouldBe("Lê Văn A ");
        PaperText.Capitals("Nguyễn thị đào, xã ế ở").ShouldBe("NGUYỄN THỊ ĐÀO, XÃ Ế Ở");
    }
}

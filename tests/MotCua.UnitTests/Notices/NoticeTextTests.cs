using System.Text;
using MotCua.Notices;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Notices;

public sealed class NoticeTextTests
{
    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    [Fact]
    public void A_place_is_filled_and_an_optional_part_stays_when_its_value_is_known() =>
        NoticeText.Fill("Hồ sơ {ma_ho_so}.[ Hẹn trước {han}.]", Values(("ma_ho_so", "H1"), ("han", "17:00"))).ShouldBe("Hồ sơ H1. Hẹn trước 17:00.");

    [Fact]
    public void An_optional_part_without_its_value_falls_away_with_its_line() =>
        NoticeText.Fill("Một\n[Xem: {tra_cuu}]\nHai[ và {han}]", Values()).ShouldBe("Một\nHai");

    [Fact]
    public void Blank_lines_between_paragraphs_stay_and_never_pile_up() =>
        NoticeText.Fill("Một\n\n[Xem: {tra_cuu}]\n\nHai", Values()).ShouldBe("Một\n\nHai");

    [Fact]
    public void A_value_cannot_bring_lines_hidden_characters_or_marks_of_the_template()
    {
        var text = NoticeText.Fill("Lý do: {ly_do}.", Values(("ly_do", "thiếu giấy\r\nBcc: x@y.vn\u202E {ten} [a]")));

        text.ShouldBe("Lý do: thiếu giấy Bcc: x@y.vn {ten} [a].");
    }

    [Fact]
    public void A_decomposed_name_is_composed() =>
        NoticeText.Fill("{ten}", Values(("ten", "Nguyễn Thị Ánh".Normalize(NormalizationForm.FormD)))).ShouldBe("Nguyễn Thị Ánh");

    [Fact]
    public void The_full_stop_of_a_reason_is_not_doubled() =>
        NoticeText.Fill("Lý do: {ly_do}.", Values(("ly_do", "Thiếu bản sao. "))).ShouldBe("Lý do: Thiếu bản sao.");

    [Fact]
    public void A_short_message_cuts_the_long_value_and_never_the_date_or_the_code()
    {
        var reason = string.Join(' ', Enumerable.Repeat("bản sao Giấy chứng nhận quyền sử dụng đất", 20));
        var text = NoticeText.Fill(
            "Hồ sơ {ma_ho_so} cần bổ sung: {can_bo_sung}. Hẹn {han}.",
            Values(("ma_ho_so", "H99.31-261120-0007"), ("can_bo_sung", reason), ("han", "17:00, thứ Sáu 27/11/2026")),
            NoticeText.LongestShort);

        text.Length.ShouldBeLessThanOrEqualTo(NoticeText.LongestShort);
        text.ShouldContain("H99.31-261120-0007");
        text.ShouldEndWith("… Hẹn 17:00, thứ Sáu 27/11/2026.".Replace("… ", "…. "));
    }

    [Fact]
    public void A_name_of_three_hundred_letters_without_spaces_fits_too()
    {
        var text = NoticeText.Fill("{ten}: {thu_tuc}", Values(("ten", new string('Ộ', 300)), ("thu_tuc", new string('ữ', 300))), 320);
        text.Length.ShouldBeLessThanOrEqualTo(320);
        text.ShouldContain("…: ");
    }

    [Theory]
    [InlineData("Xin chào {ten}", null)]
    [InlineData("Số {so_dinh_danh}", "notices.unknown-place")]
    [InlineData("Hồ sơ {Ma_Ho_So}", "notices.unknown-place")]
    [InlineData("Hồ sơ {ten", "notices.open-bracket")]
    [InlineData("[[{ten}]]", "notices.open-bracket")]
    [InlineData("[một\nhai {ten}]", "notices.open-bracket")]
    [InlineData("một]", "notices.open-bracket")]
    [InlineData("a\u202Eb", "notices.hidden-characters")]
    [InlineData("a\0b", "notices.hidden-characters")]
    public void What_a_person_writes_is_checked(string template, string? code) => NoticeText.Check(template, ["ten"], 4000, "Body")?.Code.ShouldBe(code);

    [Fact]
    public void What_is_wrong_is_said_by_its_code() => NoticeText.Check("{la}", ["ten"], 4000, "Body").ShouldNotBeNull().Message.ShouldContain("{ten}");

    [Fact]
    public void A_text_that_is_too_long_is_refused() => NoticeText.Check(new string('a', 201), [], 200, "Subject")!.Code.ShouldBe("notices.too-long");
}

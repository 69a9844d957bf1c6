using MotCua.Reports.Narrative;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Reports;

/// <summary>Templates as data: what is read, and what is told about mistakes.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void The_five_shipped_templates_are_read_and_written_back_the_same()
    {
        TemplateChoice.AllShipped.Count.ShouldBe(5);
        foreach (var choice in TemplateChoice.AllShipped)
        {
            TemplateJson.Write(TemplateJson.Read(TemplateJson.Write(choice.Text)).Template!).ShouldBe(TemplateJson.Write(choice.Text));
        }
    }

    [Fact]
    public void An_unknown_figure_is_told_with_its_place_and_the_one_that_was_meant() =>
        Mistakes("""{"kind":"section","level":1,"text":"MỤC"},{"kind":"sentence","text":"Nhận {reveived} hồ sơ"}""")
            .ShouldBe(["Khối 2 (câu tính): Không có chỉ tiêu {reveived}. Có phải {received} không?"]);

    [Theory]
    [InlineData("""{"kind":"sentence"}""", "Khối 1: Thiếu “text” của câu tính.")]
    [InlineData("""{"kind":"sentense","text":"a"}""", "Khối 1: “kind” phải là section, sentence, passage, table, annex.")]
    [InlineData("""{"kind":"table","form":"b9"}""", "Khối 1 (biểu): Không có biểu “b9”. Các biểu là b1, b2, b3, b4, ii06, annex1.")]
    [InlineData("""{"kind":"section","level":2,"text":"a"}""", "Khối 1 (mục): Mục cấp 2 đứng ngay sau mục cấp 0: bỏ mất một cấp.")]
    [InlineData("""{"kind":"passage","name":"a","text":"A"},{"kind":"passage","name":"a","text":"A"}""", "Khối 2 (đoạn tự viết): Tên đoạn “a” đã dùng ở trên.")]
    [InlineData("""{"kind":"sentence","text":"{done.rate|by:field}"}""", "Khối 1 (câu tính): {done.rate|by:field}: chỉ số đếm hồ sơ mới chia được theo lĩnh vực hoặc đơn vị.")]
    [InlineData("""{"kind":"sentence","text":"Nhận {received hồ sơ"}""", "Khối 1 (câu tính): Dấu ngoặc mở ở “{received hồ sơ” chưa đóng, hoặc lồng trong ngoặc cùng loại.")]
    public void A_mistake_is_told_with_its_place(string blocks, string mistake) => Mistakes(blocks).ShouldContain(mistake);

    [Fact]
    public void What_is_not_JSON_is_told_with_its_line() => TemplateJson.Read("{\n\"name\": ,").Mistakes[0].ToString().ShouldStartWith("Dòng 2");

    [Theory]
    [InlineData("2024-01-01", "2024-03-31", "quý I năm 2024", "quý II năm 2024")]
    [InlineData("2023-12-14", "2024-03-12", "quý I năm 2024", "quý II năm 2024")]
    [InlineData("2021-12-15", "2022-06-07", "6 tháng đầu năm 2022", "6 tháng cuối năm 2022")]
    [InlineData("2023-01-01", "2023-07-31", "7 tháng đầu năm 2023", "các tháng cuối năm 2023")]
    [InlineData("2022-01-01", "2022-08-22", "từ ngày 01/01/2022 đến ngày 22/08/2022", "thời gian tới")]
    public void A_period_has_a_name_only_when_its_days_are_those_of_the_name(string from, string to, string name, string next)
    {
        PeriodWords.Of(DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe(name);
        PeriodWords.Next(DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe(next);
    }

    [Fact]
    public void The_period_before_a_quarter_is_the_quarter_before() =>
        PeriodWords.Before(new(2026, 6, 15), new(2026, 9, 14)).ShouldBe((new DateOnly(2026, 3, 15), new DateOnly(2026, 6, 14)));

    private static List<string> Mistakes(string blocks) =>
    [
        .. TemplateJson.Read($$"""{"name":"Mẫu","symbol":"BC-UBND","title":["BÁO CÁO"],"closing":"Hết","signature":["CHỦ TỊCH"],"recipients":["Lưu: VT"],"blocks":[{{blocks}}]}""")
            .Mistakes.Select(m => m.ToString()),
    ];
}

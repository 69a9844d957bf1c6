using System.Text;
using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Foundation;

public sealed class CsvFileTests
{
    private readonly ImportProblems problems = new("units.csv");

    [Fact]
    public void Quotes_commas_and_line_breaks_inside_quotes_are_kept()
    {
        var rows = Read("code,name\nA,\"Xã \"\"Bình Minh\"\", huyện X\"\nB,\"hai\ndòng\"\nC, trơn \n");

        rows.Select(r => (r.Line, r["code"], r["name"])).ShouldBe(
            [(2, "A", "Xã \"Bình Minh\", huyện X"), (3, "B", "hai\ndòng"), (5, "C", "trơn")]);
        problems.Any.ShouldBeFalse();
    }

    [Fact]
    public void Text_is_put_into_NFC_and_an_optional_column_may_be_missing()
    {
        var row = Read("code,name\nA," + "Huế".Normalize(NormalizationForm.FormD)).Single();

        row["name"].ShouldBe("Huế");
        row["note"].ShouldBe("");
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_blank_lines_are_skipped()
    {
        Read("name,note,code\n\nHuế,x,A\n\n").Single()["code"].ShouldBe("A");
    }

    [Theory]
    [InlineData("code\nA", "units.csv:1: thiếu cột name")]
    [InlineData("code,name,colour\nA,B,C", "units.csv:1: cột lạ \"colour\"")]
    [InlineData("code,name,code\nA,B,C", "units.csv:1: cột code có hai lần")]
    [InlineData("code,name\nA\nB,b,c\nC,c", "units.csv:2: có 1 cột, cần 2|units.csv:3: có 3 cột, cần 2")]
    [InlineData("code,name\nA,\"open\nB,b", "units.csv:2: dấu nháy kép mở ra mà không đóng lại")]
    [InlineData("", "units.csv: tệp trống; dòng đầu phải là tên cột: code,name")]
    [InlineData("\n\n", "units.csv: tệp trống; dòng đầu phải là tên cột: code,name")]
    public void What_is_wrong_is_said_with_its_line(string text, string expected)
    {
        Read(text);

        var printed = new StringWriter();
        problems.WriteTo(printed);
        printed.ToString().TrimEnd().ReplaceLineEndings("|").ShouldBe(expected);
    }

    private IReadOnlyList<CsvRow> Read(string text) =>
        CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), ["code", "name"], ["note"], problems);
}

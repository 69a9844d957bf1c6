using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MotCua.Documents;
using MotCua.Documents.Forms;
using Shouldly;
using Xunit;
using Sheet = MotCua.Documents.Sheet;
using Workbook = MotCua.Documents.Workbook;

namespace MotCua.UnitTests.Documents;

public sealed class XlsxWriterTests
{
    [Fact]
    public void A_workbook_with_everything_is_valid_Open_XML()
    {
        using var xlsx = Open(Everything());
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(xlsx).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(Open(RegisterForm.Workbook(Samples.Register(20), FormSet.Of2025))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84912345678")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("\t=cmd|' /C calc'!A0")]
    public void Text_that_looks_like_a_formula_is_text(string text)
    {
        using var xlsx = Open(Of(SheetRow.Of(text)));
        var cell = Cells(xlsx).Single();
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        cell.InnerText.ShouldBe(text.Replace('\t', ' '));
        cell.Descendants<CellFormula>().ShouldBeEmpty();
        Style(xlsx, cell).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public void Values_are_typed_and_shown_the_Vietnamese_way()
    {
        using var xlsx = Open(Of(SheetRow.Of(
            1234, SheetCell.Decimal(5.46m), SheetCell.Percent(97.2m), new DateOnly(2026, 11, 26), SheetCell.DateTime(Samples.At(2026, 11, 26, 17, 30)), SheetCell.Empty)));
        var cells = Cells(xlsx).ToArray();
        cells.Select(c => c.InnerText).ShouldBe(["1234", "5.46", "0.972", "46352", "46352.729166666664", ""]);
        cells.Select(c => Style(xlsx, c).NumberFormatId!.Value).ShouldBe([3u, 4u, 10u, 164u, 165u, 0u]);
    }

    [Fact]
    public void Names_come_back_in_NFC_with_every_mark_and_line_breaks_stay()
    {
        using var xlsx = Open(Of(SheetRow.Of(Samples.EveryMark.Normalize(System.Text.NormalizationForm.FormD), "Dòng 1\nDòng 2\u0001", "_x0041_", new string('Ể', 40_000))));
        var words = Cells(xlsx).Select(c => c.InnerText).ToArray();
        words[0].ShouldBe(Samples.EveryMark);
        words[1].ShouldBe("Dòng 1\nDòng 2");
        words[2].ShouldBe("_x005F_x0041_");
        words[3].Length.ShouldBe(32_767);
    }

    [Fact]
    public void Links_lead_out_and_in_and_heads_are_frozen_and_printed_on_every_page()
    {
        using var xlsx = Open(Everything());
        var part = xlsx.WorkbookPart!.WorksheetParts.First();
        var links = part.Worksheet.Descendants<Hyperlink>().ToArray();
        part.HyperlinkRelationships.Single(r => r.Id == links[0].Id!.Value).Uri.ToString().ShouldBe("http://localhost:8080/Desk/Dossier?code=H99.31-261120-0003");
        links[1].Location!.Value.ShouldBe("'Chi tiết'!A1");
        part.Worksheet.Descendants<Pane>().Single().VerticalSplit!.Value.ShouldBe(2);
        part.Worksheet.Descendants<MergeCell>().Select(m => m.Reference!.Value).ShouldBe(["A1:C1", "A3:A4"]);
        part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.PageSetup>().Single().Orientation!.Value.ShouldBe(OrientationValues.Landscape);
        xlsx.WorkbookPart.Workbook.DefinedNames!.Select(d => d.InnerText).ShouldContain("'Hồ sơ'!$1:$2");
    }

    [Fact]
    public void Sheet_names_are_cut_cleaned_and_made_different()
    {
        var long31 = new string('a', 40);
        var sheets = new[] { "B.1: [tháng] 10/2026", long31, long31, "" }.Select(n => new Sheet { Name = n, Columns = [new(10)], Rows = [] }).ToArray();
        using var xlsx = Open(new Workbook(sheets));
        var names = xlsx.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!).ToArray();
        names.ShouldBeUnique();
        names.ShouldAllBe(n => n.Length <= 31 && n.Length > 0);
        names[0].ShouldBe("B.1- -tháng- 10-2026");
    }

    [Fact]
    public void A_hundred_thousand_rows_stream_with_little_memory()
    {
        SheetColumn[] columns = [.. Enumerable.Repeat(new SheetColumn(20), 12)];
        var rows = Enumerable.Range(1, 100_000).Select(n => SheetRow.Of(
            n, $"H99.31-261120-{n:0000}", "Cấp Giấy xác nhận tình trạng hôn nhân", "Nguyễn Thị Phượng", 1, "thôn Đông Hòa", "0912 345 678", "UBND xã An Bình",
            SheetCell.DateTime(Samples.At(2026, 11, 20, 9, 42)), new DateOnly(2026, 11, 25), SheetCell.Percent(97.2m), "Trực tiếp"));
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        using var stream = XlsxWriter.ToStream(new Workbook([new Sheet { Name = "Hồ sơ", Columns = columns, Head = [SheetRow.Of("STT")], Rows = rows, Filter = true }]));
        var seconds = watch.Elapsed.TotalSeconds;
        var grown = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        TestContext.Current.TestOutputHelper?.WriteLine($"100.000 rows: {seconds:0.0} s, {stream.Length / 1048576.0:0.0} MB file, {grown:0.0} MB held");
        grown.ShouldBeLessThan(20);
        stream.Length.ShouldBeLessThan(30 * 1048576);
        seconds.ShouldBeLessThan(60);
    }

    [Fact]
    public void The_same_workbook_gives_the_same_bytes() => Bytes(Everything()).ShouldBe(Bytes(Everything()));

    private static Workbook Everything() => new(
    [
        new Sheet
        {
            Name = "Hồ sơ",
            Columns = [new(30), new(12.5), new(14)],
            Head = [SheetRow.Of(SheetCell.Text("SỔ THEO DÕI") with { ColumnSpan = 3, Border = true }), SheetRow.Of("Mã", "Ngày", "Số tiền")],
            Rows =
            [
                new SheetRow([SheetCell.Text("H99") with { RowSpan = 2, Link = new Uri("http://localhost:8080/Desk/Dossier?code=H99.31-261120-0003") }, new DateOnly(2026, 1, 5), 15000], 30),
                SheetRow.Of(SheetCell.Text("xem") with { Place = "'Chi tiết'!A1", Bold = true, Align = MotCua.Documents.Alignment.Center }, SheetCell.Percent(null)),
            ],
            Filter = true,
        },
        new Sheet { Name = "Chi tiết", Columns = [new(10)], Rows = [SheetRow.Of("một", "hai")] },
    ]);

    private static Workbook Of(params SheetRow[] rows) => new([new Sheet { Name = "A", Columns = [new(10)], Rows = rows }]);

    private static byte[] Bytes(Workbook workbook)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(workbook, stream);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(Workbook workbook) => SpreadsheetDocument.Open(new MemoryStream(Bytes(workbook)), isEditable: false);

    private static IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Cell> Cells(SpreadsheetDocument xlsx) =>
        xlsx.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>();

    private static CellFormat Style(SpreadsheetDocument xlsx, DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        (CellFormat)xlsx.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
}

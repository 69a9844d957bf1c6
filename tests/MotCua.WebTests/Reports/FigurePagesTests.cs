using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Documents;
using MotCua.Reports;
using MotCua.Web.Pages.Reports.Figures;
using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>The catalogue of figures, a figure's page, its list and the sheets behind a form, over the scene of seed 003.</summary>
public sealed partial class FigurePagesTests(SeedDesk app) : IClassFixture<SeedDesk>
{
    private const string Period = "donvi=SEED003&tu=2023-01-01&den=2023-07-31";

    [Fact]
    public async Task The_catalogue_has_every_figure_and_every_number_opens_as_many_dossiers()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync($"/bao-cao/con-so?{Period}");
        page.Document.QuerySelectorAll("tbody th[scope=row]").Length.ShouldBe(Figures.All.Count);
        IndexModel.Groups.SelectMany(g => g.Names).Order(StringComparer.Ordinal).ShouldBe(Figures.All.Select(f => f.Name).Order(StringComparer.Ordinal));
        foreach (var link in page.Document.QuerySelectorAll("a.mc-fig").Where(a => !a.GetAttribute("href")!.Contains("amount", StringComparison.Ordinal)))
        {
            var list = await office.OpenAsync(link.GetAttribute("href")!);
            list.One("h1").TextContent.ShouldEndWith($": {link.TextContent}");
        }
    }

    [Fact]
    public void Every_sentence_about_figures_has_its_English()
    {
        Figures.Words.Concat(Enum.GetValues<Grouping>().Select(g => g.Head())).Where(s => !English.Sentences.ContainsKey(s)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("agency")]
    [InlineData("field")]
    [InlineData("procedure")]
    [InlineData("level")]
    [InlineData("channel")]
    [InlineData("officer")]
    public async Task A_figure_cut_by_any_dimension_adds_up_and_each_row_opens_its_dossiers(string by)
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync($"/bao-cao/con-so/done?{Period}&theo={by}");
        var rows = page.Document.QuerySelectorAll("table.mc-form tbody a.mc-fig").ToList();
        rows.Sum(a => int.Parse(a.TextContent)).ShouldBe(493);
        foreach (var row in rows.Take(4))
        {
            (await office.OpenAsync(row.GetAttribute("href")!)).One("h1").TextContent.ShouldEndWith($": {row.TextContent}");
        }
    }

    [Fact]
    public async Task The_trend_has_a_mark_and_a_line_of_its_table_for_each_month()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync($"/bao-cao/con-so/done.late?{Period}");
        page.Document.QuerySelectorAll("svg a[aria-label]").Length.ShouldBe(12);
        page.Document.QuerySelectorAll("table.table-sm tbody tr").Length.ShouldBe(12);
        page.Words.ShouldContain("Mẫu số: Đã giải quyết");
        (await office.GetAsync("/bao-cao/con-so/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_figure_is_seen_as_it_was_at_an_instant()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync($"/bao-cao/con-so/new?{Period}&luc=2023-03-01T00:00");
        var number = page.One("h1 a.mc-fig");
        int.Parse(number.TextContent).ShouldBeInRange(1, 489);
        (await office.OpenAsync(number.GetAttribute("href")!)).One("h1").TextContent.ShouldEndWith($": {number.TextContent}");
    }

    [Fact]
    public async Task A_list_sorts_and_pages_by_any_column()
    {
        using var office = await app.OpenAsync();
        var list = $"/bao-cao/danh-sach?chitieu=received&{Period}";
        var first = await office.OpenAsync($"{list}&sap=-nhan");
        first.One("th[aria-sort]").GetAttribute("aria-sort").ShouldBe("descending");
        first.Words.ShouldContain("1–50 trong 505 hồ sơ");
        (await office.OpenAsync($"{list}&sap=nhan&trang=11")).One("tbody td:last-child");
        first.One("tbody tr td a").TextContent.ShouldNotBe((await office.OpenAsync($"{list}&sap=nhan")).One("tbody tr td a").TextContent);
    }

    [Fact]
    public async Task Nobody_lists_the_dossiers_of_an_agency_that_is_not_theirs()
    {
        using var office = await app.OpenAsync();
        foreach (var path in new[] { "/bao-cao/danh-sach?chitieu=new&donvi=SEED999", "/bao-cao/con-so?donvi=SEED999", "/bao-cao/con-so/new?donvi=SEED999" })
        {
            var page = await office.OpenAsync(path);
            page.Errors.Count.ShouldBe(1, path);
            page.Document.QuerySelectorAll("tbody").Length.ShouldBe(0, path);
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84", "'+84")]
    [InlineData("-2", "'-2")]
    [InlineData("@sum", "'@sum")]
    [InlineData(" =1", "' =1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("Lê \"An\"", "\"Lê \"\"An\"\"\"")]
    [InlineData("An", "An")]
    public void A_cell_of_a_CSV_is_never_a_formula(string given, string written) => CsvText.Line(given).ShouldBe(written + "\r\n");

    [Fact]
    public async Task A_list_leaves_as_CSV_with_all_its_lines()
    {
        using var office = await app.OpenAsync();
        (await office.GetAsync($"/bao-cao/danh-sach?chitieu=received&{Period}&format=csv")).Status.ShouldBe(HttpStatusCode.OK);
        var listed = await app.InScopeAsync(s => s.GetRequiredService<ListFigure>().RunAsync(
            new ListFigure.Input("received", "SEED003", new DateOnly(2023, 1, 1), new DateOnly(2023, 7, 31), app.Clock.GetUtcNow()), default));
        var text = System.Text.Encoding.UTF8.GetString(ReportCsv.Of(listed.Value));
        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(506);
    }

    [Theory]
    [InlineData("b1", Grouping.Agency)]
    [InlineData("b1", Grouping.Procedure)]
    [InlineData("b1", Grouping.Level)]
    [InlineData("b3", Grouping.Field)]
    [InlineData("ii06", Grouping.Channel)]
    [InlineData("ii06", Grouping.Officer)]
    public async Task Behind_every_number_of_an_Excel_form_stands_a_sheet_with_its_dossiers(string form, Grouping by)
    {
        var (report, file) = await app.InScopeAsync(async services =>
        {
            var asked = new WriteReport.Input(Form.Find(form)!, "SEED003", new DateOnly(2023, 1, 1), new DateOnly(2023, 7, 31), app.Clock.GetUtcNow(), by);
            var written = (await services.GetRequiredService<WriteReport>().RunAsync(asked, default)).Value;
            var lists = await services.GetRequiredService<AttachLists>().RunAsync(written, default);
            var stream = new MemoryStream();
            XlsxWriter.Write(ReportXlsx.Of(written, lists: lists), stream);
            return (written, stream);
        });

        var columns = Form.Find(form)!.Columns.Where(c => c.Figure is not null).ToList();
        using var zip = new ZipArchive(file);
        var names = SheetNames().Matches(Read(zip, "xl/workbook.xml")).Select(m => m.Groups[1].Value).ToList();
        names.Count.ShouldBe(columns.Count + 1);
        names.ShouldAllBe(n => n.Length <= 31);
        var table = Read(zip, "xl/worksheets/sheet1.xml");
        for (var i = 0; i < columns.Count; i++)
        {
            var sheet = Read(zip, $"xl/worksheets/sheet{i + 2}.xml");
            (Rows().Count(sheet) - 3).ShouldBe((int)(report.Totals[columns[i].Name] ?? 0), columns[i].Name);
            foreach (var (row, at) in report.Rows.Select((r, n) => (r, n)).Where(r => r.r[columns[i].Name] is > 0))
            {
                // The first record of the row stands where the number jumps to.
                var line = 4 + report.Rows.Take(at).Sum(r => r[columns[i].Name] ?? 0);
                table.ShouldContain($"'{names[i + 1]}'!A{line:0}\"");
                sheet.ShouldMatch($"<c r=\"A{line:0}\" s=\"\\d+\"><v>{at + 1}</v>");
                if (line > 4)
                {
                    sheet.ShouldNotMatch($"<c r=\"A{line - 1:0}\" s=\"\\d+\"><v>{at + 1}</v>");
                }
            }
        }
    }

    private static string Read(ZipArchive zip, string part)
    {
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<sheet name=\"([^\"]+)\"")]
    private static partial Regex SheetNames();

    [GeneratedRegex("<row ")]
    private static partial Regex Rows();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Pages.Desk;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>What a form page needs beyond its form.</summary>
public sealed record FormTools(WriteReport Write, PrintReport Print, AttachLists Lists, PdfPrinter Printer, CurrentOfficer Officer, TimeProvider Clock, Text Words);

/// <summary>A form of the reports: on the screen, as Excel, Word and PDF. Every number that has a list leads to it.</summary>
public abstract class FormPage(FormTools tools) : ReportPage(tools.Officer, tools.Clock, tools.Words)
{
    public const int RowsAPage = 100;

    /// <summary>The forms that have a page, in the order of the report, with the address of each.</summary>
    public static readonly IReadOnlyList<(Form Form, string Path)> Pages =
    [
        (Form.B1, "/bao-cao/b1"), (Form.B2, "/bao-cao/b2"), (Form.B3, "/bao-cao/b3"), (Form.B4, "/bao-cao/b4"), (Form.Ii06, "/bao-cao/ii06"), (Form.Annex1, "/bao-cao/phu-luc-1"),
    ];

    /// <summary>Whole names in B.2; that they were shown is noted.</summary>
    [BindProperty(SupportsGet = true, Name = "ten")]
    public string? Names { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public abstract Form Form { get; }

    public Report? Report { get; private set; }

    public string? Problem { get; private set; }

    public bool Full => Form == Form.B2 && Names == "du";

    /// <summary>The rows of the page that is shown; forms with a row a record may be long.</summary>
    public IEnumerable<ReportRow> Rows => Report!.Rows.Skip((PageNumber - 1) * RowsAPage).Take(RowsAPage);

    /// <summary>Null when all rows are shown.</summary>
    public Paging? Paging => Form == Form.B2 && Report!.Rows.Count > RowsAPage ? new Paging(PageNumber, RowsAPage, Report.Rows.Count, T["hồ sơ"]) : null;

    public string Title => Form == Form.Annex1 ? T["Phụ lục 1: {0}", T[Form.Title]] : T["Biểu {0}: {1}", Form.Number, T[Form.Title]];

    public string GroupHead => T[Report!.Grouping?.Head() ?? ""];

    /// <summary>Until when the data reach: the end of the period, or now while it runs.</summary>
    public string DataTime => TimeOf(Report!.Period);

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (Settle() is not { } agency || !ModelState.IsValid)
        {
            return Page();
        }

        PageNumber = Form == Form.B2 ? Math.Clamp(PageNumber, 1, 10_000) : 1;
        var input = new WriteReport.Input(Form, agency, From!.Value, To!.Value, DataAt, Form.MayBeGrouped ? Snake.Parse<Grouping>(By) : null, Basis)
        {
            Full = Full,
            Reader = tools.Officer.Id,
        };
        var report = await tools.Write.RunAsync(input, ct);
        if (!report.Succeeded)
        {
            Refuse(report.Error!);
            return Page();
        }

        Report = report.Value;
        if (format == "xlsx")
        {
            return File(XlsxWriter.ToStream(ReportXlsx.Of(Report, Address, await tools.Lists.RunAsync(Report, ct))), XlsxWriter.ContentType, $"{Form.Name}-{agency}-{From:yyyyMMdd}-{To:yyyyMMdd}.xlsx");
        }

        return format is "docx" or "pdf"
            ? await PaperFile.AnswerAsync(this, [await tools.Print.RunAsync(new PrintReport.Input(Report), ct)], format, tools.Printer, problem => Problem = T[problem], ct)
            : Page();
    }

    /// <summary>The list behind a cell; null where there is none to open. A row of null is the sum.</summary>
    public virtual string? Link(ReportRow? row, string figure) => row is null
        ? ListLink(figure, AgencyCode)
        : Report!.Grouping is { } grouping ? ListLink(figure, grouping, row.Key) : null;

    /// <summary>Where a cell leads that is no count of a figure: a dossier, an indicator.</summary>
    public virtual string? CellLink(ReportRow row, ReportColumn column) => null;

    /// <summary>The same form one level down; null for the agency itself and for other groups.</summary>
    public string? Open(ReportRow row) => Report!.Grouping is Grouping.Agency && row.Key != AgencyCode ? AddressOf(Request.Path, row.Key) : null;

    /// <summary>Another form, or the lines of a register behind a figure, for the same agency and days.</summary>
    public string AddressOf(string path, string? agency = null, string? figure = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["chitieu"] = figure,
        ["donvi"] = agency ?? AgencyCode,
        ["tu"] = From?.ToString("yyyy-MM-dd"),
        ["den"] = To?.ToString("yyyy-MM-dd"),
        ["han"] = Basis is Basis.Extended ? Basis.Text() : null,
        ["luc"] = At,
    }.Where(p => p.Value is not null));

    /// <summary>A value as the page prints it.</summary>
    public static string Shown(ReportColumn column, ReportValue value) =>
        value.Words ?? (value.Number is not { } number ? column.IsWords ? "" : "–"
        : column.IsRate || number % 1 != 0 ? Vietnamese.Rate(number)
        : Vietnamese.Number((long)number));

    private Uri? Address(ReportRow? row, string figure) => Link(row, figure) is { } path ? new Uri($"{Request.Scheme}://{Request.Host}{path}") : null;
}

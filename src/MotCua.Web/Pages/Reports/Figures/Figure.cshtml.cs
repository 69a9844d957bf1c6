using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Pages.Leader;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Figures;

/// <summary>One figure: its value cut by any dimension, and twelve months of it; every mark and number opens its records.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class FigureModel(WriteReport write, MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    /// <summary>Rows on the page; procedures and officers of a province may be thousands.</summary>
    public const int MostRows = 300;

    private const int TrendMonths = 12;

    public Figure Figure { get; private set; } = null!;

    public Report? Report { get; private set; }

    public IReadOnlyList<FigureMonth> Months { get; private set; } = [];

    public string? Whole => IndexModel.WholeOf(Figure, T);

    public LineChart Chart => new(Months.Count, 0, Math.Max(1, Months.Select(m => m.Value).DefaultIfEmpty(0).Max()));

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (MotCua.Reports.Figures.Find(name) is not { } figure)
        {
            return NotFound();
        }

        Figure = figure;
        if (Settle() is not { } code || !ModelState.IsValid)
        {
            return Page();
        }

        var by = Snake.Parse<Grouping>(By) ?? Grouping.Agency;
        By = by.Text();
        var report = await write.RunAsync(new WriteReport.Input(Form.OfFigure(figure), code, From!.Value, To!.Value, DataAt, by, Basis), ct);
        if (!report.Succeeded)
        {
            Refuse(report.Error!);
            return Page();
        }

        Report = report.Value;
        var agency = Officer.Agencies.ByCode(code)!.Id;
        Months = await new FigureTrend(db.Database.GetDbConnection(), Officer.Agencies).MonthsAsync(figure, agency, Report.Period.LastDay, DataAt, Basis, TrendMonths, ct);
        return Page();
    }

    public string MonthLink(FigureMonth month) => QueryHelpers.AddQueryString("/bao-cao/danh-sach", new Dictionary<string, string?>
    {
        ["chitieu"] = Figure.Name,
        ["donvi"] = AgencyCode,
        ["tu"] = month.From.ToString("yyyy-MM-dd"),
        ["den"] = month.To.ToString("yyyy-MM-dd"),
        ["han"] = Basis is Basis.Extended ? Basis.Text() : null,
        ["luc"] = At,
    }.Where(p => p.Value is not null));

    public string MonthWords(FigureMonth month) => month.Rate is { } rate
        ? T["Tháng {0}: {1} {2}, {3}% của {4}", $"{month.From:MM/yyyy}", month.Value, T[Figure.Unit], Vietnamese.Rate(rate), month.Whole]
        : T["Tháng {0}: {1} {2}", $"{month.From:MM/yyyy}", month.Value, T[Figure.Unit]];

    /// <summary>The same page one agency down; null for other rows.</summary>
    public string? Open(ReportRow row) => Report!.Grouping is Grouping.Agency && row.Key != AgencyCode ? Request.With(("donvi", row.Key)) : null;

    public static string Address(string name, QueryString query) => $"/bao-cao/con-so/{Uri.EscapeDataString(name)}{query}";
}

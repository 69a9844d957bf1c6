using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Pages.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>The leader's cockpit ("bàn điều hành"): who is late and why with the act beside it, apologies owed, rates, where work piles up, what hangs.</summary>
[Allow(OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.ReportOfficer)]
public sealed class CockpitModel(WatchQuery watch, CockpitQuery figures, ApprovalQuery approvals, OfficeClocks clocks, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    /// <summary>Share of dossiers done in time that the office has promised, in percent.</summary>
    public const decimal Target = 99m;

    private const int Lines = 7, Fields = 10, TrendDays = 14, TrendMonths = 12;

    private static readonly WatchSet[] Counted =
    [
        WatchSets.Open, WatchSets.Today, WatchSets.Overdue, WatchSets.Paused, WatchSets.AtRisk, WatchSets.Unapologised, WatchSets.Ready, .. WatchSets.Watchdogs,
    ];

    [FromQuery(Name = "don-vi")]
    public string? AgencyCode { get; set; }

    /// <summary>The month of the rates, 2026-11; the present one when left out.</summary>
    [FromQuery(Name = "thang")]
    public string? MonthText { get; set; }

    public Moment Now { get; } = time.Now();

    public DeadlineClock Clock { get; private set; } = null!;

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public ApprovalSummary Approvals { get; private set; } = new();

    public IReadOnlyList<(WatchedDossier Row, WatchSet Set)> Urgent { get; private set; } = [];

    public IReadOnlyDictionary<string, TimeSpan> WorkLeft { get; private set; } = new Dictionary<string, TimeSpan>();

    public IReadOnlyList<WatchedDossier> Owed { get; private set; } = [];

    public IReadOnlyList<RateRow> ByField { get; private set; } = [];

    public IReadOnlyList<RateRow> ByOfficer { get; private set; } = [];

    public IReadOnlyList<HeatCell> Open { get; private set; } = [];

    public IReadOnlyList<HeatCell> Late { get; private set; } = [];

    public IReadOnlyList<DayCount> Days { get; private set; } = [];

    public IReadOnlyList<MonthCount> Months { get; private set; } = [];

    public (int All, int Online) Filed { get; private set; }

    public IReadOnlyList<(string Code, string Name)> Choices { get; private set; } = [];

    public bool IsLeader => officer.HoldsAnywhere(OfficeRole.Signer);

    /// <summary>First day of the month of the rates.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Its last day, or today.</summary>
    public DateOnly MonthEnd { get; private set; }

    public bool IsThisMonth => Month.Year == Now.Day.Year && Month.Month == Now.Day.Month;

    public DateOnly QuarterStart => ReportPage.QuarterStart(Now.Day);

    public RateRow Whole => new() { Done = ByField.Sum(f => f.Done), Late = ByField.Sum(f => f.Late) };

    public int this[WatchSet set] => Counts.GetValueOrDefault(set.Slug);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var agencies = WatchFilterInput.AgenciesOf(AgencyCode, officer, Now.Day);
        if (agencies.Count == 0)
        {
            return NotFound();
        }

        SetMonth();
        Clock = await clocks.ForAsync(officer.AgencyId, ct);
        Choices = [.. officer.SeenAgencies().Select(a => (officer.Agencies.ById(a)?.Code ?? "", officer.Agencies.NameOf(a, Now.Day))).OrderBy(a => a.Item1, StringComparer.Ordinal).Take(2000)];
        var period = new WatchFilter { From = Month, To = MonthEnd };
        Counts = await watch.CountsAsync(agencies, Counted, null, ct);
        Approvals = IsLeader ? await approvals.SummaryAsync(ct) : new ApprovalSummary();
        await ReadUrgentAsync(agencies, ct);
        (ByField, ByOfficer) = await figures.RatesAsync(agencies, period, ct);
        Open = await figures.OpenHeatAsync(agencies, ct);
        Late = await figures.LateHeatAsync(agencies, period, ct);
        await ReadTrendsAsync(agencies, ct);
        return Page();
    }

    /// <summary>The list behind a number, in the agency of this page.</summary>
    public string ListLink(WatchSet set, string? field = null, string? place = null, Guid? officerId = null, DateOnly? from = null, DateOnly? to = null) =>
        QueryHelpers.AddQueryString($"/dieu-hanh/danh-sach/{set.Slug}", new Dictionary<string, string?>
        {
            ["don-vi"] = AgencyCode,
            ["linh-vuc"] = field,
            ["buoc"] = place,
            ["nguoi"] = officerId?.ToString(),
            ["tu"] = from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["den"] = to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public string MonthLink(WatchSet set, string? field = null, string? place = null, Guid? officerId = null) => ListLink(set, field, place, officerId, Month, MonthEnd);

    /// <summary>The figure's list in the reports.</summary>
    public string FigureLink(string figure, DateOnly from, DateOnly to) => QueryHelpers.AddQueryString("/bao-cao/danh-sach", new Dictionary<string, string?>
    {
        ["chitieu"] = figure,
        ["donvi"] = string.IsNullOrEmpty(AgencyCode) ? officer.Agencies.ById(officer.AgencyId)?.Code : AgencyCode,
        ["tu"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["den"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    public static string RateWords(decimal? rate) => rate is { } known ? $"{Vietnamese.Rate(known)}%" : "–";

    public static int Shade(int count, int most) => count == 0 || most == 0 ? 0 : Math.Clamp((int)Math.Ceiling(4.0 * count / most), 1, 4);

    /// <summary>The fields of a heat table, the fullest first, and how many are left out.</summary>
    public static (IReadOnlyList<string> Shown, int Others) FieldsOf(IReadOnlyList<HeatCell> cells)
    {
        var all = cells.GroupBy(c => c.Field).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        return ([.. all.Take(Fields)], Math.Max(0, all.Count - Fields));
    }

    public string OldestWords => Approvals.Oldest is { } oldest ? t["lâu nhất từ {0}", Vietnamese.DateAndTime(oldest)] : t["không có việc nào chờ"];

    private void SetMonth()
    {
        Month = DateOnly.TryParseExact(MonthText + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year > 1900 && month <= Now.Day
            ? month
            : Now.Day.AddDays(1 - Now.Day.Day);
        MonthEnd = IsThisMonth ? Now.Day : Month.AddMonths(1).AddDays(-1);
    }

    private async Task ReadUrgentAsync(IReadOnlyList<AgencyId> agencies, CancellationToken ct)
    {
        var overdue = await watch.ListAsync(agencies, WatchSets.Overdue, null, 0, Lines - 2, ct);
        var risk = await watch.ListAsync(agencies, WatchSets.AtRisk, null, 0, Lines - overdue.Count, ct);
        Urgent = [.. overdue.Select(r => (r, r.Apologised ? WatchSets.Overdue : WatchSets.Unapologised)), .. risk.Select(r => (r, WatchSets.AtRisk))];
        WorkLeft = await watch.WorkLeftAsync(risk, ct);
        Owed = await watch.ListAsync(agencies, WatchSets.Unapologised, null, 0, 3, ct);
    }

    private async Task ReadTrendsAsync(IReadOnlyList<AgencyId> agencies, CancellationToken ct)
    {
        var days = new List<DateOnly>();
        for (var day = Now.Day; days.Count < TrendDays && day > Now.Day.AddDays(-60); day = day.AddDays(-1))
        {
            if (Clock.Calendar.IsWorkingDay(day))
            {
                days.Insert(0, day);
            }
        }

        // A day without office hours lends its counts to the working day after it, so that nothing is lost.
        var counts = await figures.DaysAsync(agencies, days[0], Now.Day, ct);
        var byDay = counts.GroupBy(c => days.FirstOrDefault(d => d >= c.Day, days[^1])).ToDictionary(g => g.Key, g => (Received: g.Sum(c => c.Received), Done: g.Sum(c => c.Done)));
        Days = [.. days.Select(d => new DayCount { Day = d, Received = byDay.GetValueOrDefault(d).Received, Done = byDay.GetValueOrDefault(d).Done })];

        var first = Now.Day.AddDays(1 - Now.Day.Day).AddMonths(1 - TrendMonths);
        var months = (await figures.MonthsAsync(agencies, first, Now.Day, ct)).ToDictionary(m => m.Month);
        Months = [.. Enumerable.Range(0, TrendMonths).Select(i => months.GetValueOrDefault(first.AddMonths(i)) ?? new MonthCount { Month = first.AddMonths(i) })];
        Filed = await figures.OnlineAsync(agencies, QuarterStart, Now.Day, ct);
    }
}

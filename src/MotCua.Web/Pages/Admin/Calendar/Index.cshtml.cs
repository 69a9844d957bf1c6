using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Dossiers.Recomputations;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>The year of an agency with everything that makes it: national days, hours, Saturday desks, closings, and what promised dates would do.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class IndexModel(
    MotCuaDb db, OfficeClocks clocks, PreviewRecomputation preview, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? AgencyCode { get; set; }

    [FromQuery(Name = "nam")]
    public int? AskedYear { get; set; }

    public AgencyId Agency { get; private set; }

    public string AgencyName { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public int Year { get; private set; }

    public OfficeCalendar Office { get; private set; } = null!;

    public IReadOnlyList<MonthSheet> Months { get; private set; } = [];

    /// <summary>The special days of the year, national and own, in order.</summary>
    public IReadOnlyList<(CalendarDay Day, string? DecisionNo)> Special { get; private set; } = [];

    /// <summary>The program's own calendar holds, since none was loaded.</summary>
    public bool IsBuiltIn { get; private set; }

    public IReadOnlyList<Recomputation> Recomputations { get; private set; } = [];

    public bool MayChangeDays => officer.NationalSeat(Today) is not null;

    public bool AdministersMany => officer.Agencies.ChildrenOf(officer.AgencyOf(null)!.Value, Today).Count > 0;

    /// <summary>Hours today and every change to come.</summary>
    public IReadOnlyList<HoursFrom> Hours =>
        [new(Today, Office.Clock.Schedule.On(Today)), .. Office.Clock.Schedule.Changes.Where(c => c.From > Today).Take(4)];

    public IReadOnlyList<SaturdayDesk> Desks => [.. Office.Desks.Where(d => d.To is null || d.To >= Today)];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Find() is { } refusal)
        {
            return refusal;
        }

        Office = await clocks.CalendarAsync(Agency, ct);
        Year = AskedYear is >= 2000 and <= 2100 ? AskedYear.Value : Today.Year;
        Months = YearView.Of(Office, Year);
        var decisions = await db.NationalDays.AsNoTracking().Where(d => d.DecisionNo != null).ToDictionaryAsync(d => d.Day, d => d.DecisionNo, ct);
        var path = officer.Agencies.PathTo(Agency, Today).ToList();
        var closings = (await db.AgencyClosings.AsNoTracking().Where(c => path.Contains(c.AgencyId)).ToListAsync(ct)).ToLookup(c => c.Day, c => c.DecisionNo);
        IsBuiltIn = !await db.NationalDays.AnyAsync(ct);
        Special =
        [
            .. Office.Clock.Calendar.Days.Where(d => d.Day.Year == Year)
                .Select(d => (d, d.Kind == DayKind.Closing ? closings[d.Day].FirstOrDefault() : decisions.GetValueOrDefault(d.Day))),
        ];
        Recomputations = await db.Recomputations.AsNoTracking().Where(r => r.AgencyId == Agency && (r.Total > 0 || r.State != RecomputationState.Preview))
            .OrderByDescending(r => r.CreatedAt).Take(5).ToListAsync(ct);
        return Page();
    }

    /// <summary>Looks again which promised dates the calendar of now would move.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (Find() is { } refusal)
        {
            return refusal;
        }

        var id = (await preview.RunAsync(new PreviewRecomputation.Input(Agency), officer.Id, ct)).Value;
        return RedirectToPage("Recompute", new { id });
    }

    public string StateWords(Recomputation r) => r.State switch
    {
        RecomputationState.Preview => t["Chờ quyết định: {0} hồ sơ sẽ đổi ngày hẹn", r.Total],
        RecomputationState.Running => t["Đang dời ngày hẹn của {0} hồ sơ", r.Chosen],
        RecomputationState.Done => t["Đã dời ngày hẹn của {0} hồ sơ theo {1}", r.Chosen, r.DecisionNo],
        _ => t["Giữ ngày đã hẹn của {0} hồ sơ", r.Total],
    };

    private IActionResult? Find()
    {
        Today = clock.Now().Day;
        if (officer.AgencyOf(AgencyCode) is not { } agency)
        {
            return NotFound();
        }

        (Agency, AgencyName) = (agency, officer.Agencies.NameOf(agency, Today));
        AgencyCode = officer.Agencies.CodeOf(agency);
        return officer.Holds(OfficeRole.Administrator, agency) ? null : this.Only(OfficeRole.Administrator);
    }
}

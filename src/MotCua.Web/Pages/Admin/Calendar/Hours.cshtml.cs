using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>The sessions of an agency and from when they hold.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class HoursModel(
    MotCuaDb db, SetHours set, RemoveHours remove, OfficeClocks clocks, CalendarAftermath aftermath, CurrentOfficer officer, TimeProvider clock, Text t)
    : AgencyCalendarPage(aftermath, officer, clock, t)
{
    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty(Name = "")]
    public SessionsTyped Sessions { get; set; } = new();

    /// <summary>Keep the hours of the agency above again.</summary>
    [BindProperty]
    public bool FollowAbove { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public IReadOnlyList<AgencyHours> Rows { get; private set; } = [];

    public OfficeSchedule Schedule { get; private set; } = OfficeSchedule.Default;

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(ValidFrom), ValidFrom, T["Ghi ngày bắt đầu"]);
        var sessions = FollowAbove ? null : Sessions.Read(ModelState, T);
        return SaveAsync(
            () => set.RunAsync(new SetHours.Input(Agency, ValidFrom!.Value, sessions, DecisionNo), Officer.Id, ct),
            () => T["Đã ghi giờ làm việc của {0} từ ngày {1}.", AgencyName, ValidFrom!],
            ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(DateOnly from, CancellationToken ct) => SaveAsync(
        () => remove.RunAsync(new RemoveHours.Input(Agency, from), Officer.Id, ct),
        () => T["Đã bỏ giờ làm việc bắt đầu từ ngày {0}.", from],
        ct);

    protected override async Task LoadAsync(CancellationToken ct)
    {
        Rows = await db.AgencyHours.AsNoTracking().Where(h => h.AgencyId == Agency).OrderByDescending(h => h.ValidFrom).ToListAsync(ct);
        Schedule = (await clocks.ForAsync(Agency, ct)).Schedule;
        if (!HttpMethods.IsPost(Request.Method))
        {
            Sessions = SessionsTyped.Of(Schedule.On(Today));
        }
    }
}

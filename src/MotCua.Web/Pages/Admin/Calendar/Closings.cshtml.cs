using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>Days on which one agency is closed: storm, flood, power cut.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class ClosingsModel(
    MotCuaDb db, CloseAgency close, ReopenAgency reopen, CalendarAftermath aftermath, CurrentOfficer officer, TimeProvider clock, Text t)
    : AgencyCalendarPage(aftermath, officer, clock, t)
{
    private const int Most = 100;

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool IncludesBelow { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public IReadOnlyList<AgencyClosing> Rows { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(From), From, T["Ghi ngày nghỉ"]);
        ModelState.Require(nameof(Reason), Reason, T["Ghi lý do nghỉ, như sẽ giải thích trên giấy hẹn"]);
        return SaveAsync(
            () => close.RunAsync(new CloseAgency.Input(Agency, From!.Value, To, Reason, IncludesBelow, DecisionNo), Officer.Id, ct),
            () => T["Đã ghi {0} nghỉ ngày {1}.", AgencyName, From!],
            ct);
    }

    public Task<IActionResult> OnPostReopenAsync(DateOnly day, CancellationToken ct) => SaveAsync(
        () => reopen.RunAsync(new ReopenAgency.Input(Agency, day), Officer.Id, ct),
        () => T["Đã bỏ ngày nghỉ {0}.", day],
        ct);

    protected override async Task LoadAsync(CancellationToken ct) =>
        Rows = await db.AgencyClosings.AsNoTracking().Where(c => c.AgencyId == Agency).OrderByDescending(c => c.Day).Take(Most).ToListAsync(ct);
}

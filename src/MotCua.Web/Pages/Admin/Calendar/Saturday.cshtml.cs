using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>The desk that is open on Saturdays though no limit counts them.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class SaturdayModel(
    MotCuaDb db, OpenSaturdayDesk open, RemoveSaturdayDesk remove, CalendarAftermath aftermath, CurrentOfficer officer, TimeProvider clock, Text t)
    : AgencyCalendarPage(aftermath, officer, clock, t)
{
    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidTo { get; set; }

    [BindProperty(Name = "")]
    public SessionsTyped Sessions { get; set; } = new() { MorningFrom = "07:30", MorningTo = "11:30" };

    [BindProperty]
    public bool IncludesBelow { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public IReadOnlyList<AgencyDesk> Rows { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(ValidFrom), ValidFrom, T["Ghi ngày bắt đầu"]);
        var sessions = Sessions.Read(ModelState, T);
        return SaveAsync(
            () => open.RunAsync(new OpenSaturdayDesk.Input(Agency, ValidFrom!.Value, ValidTo, sessions!, IncludesBelow, DecisionNo), Officer.Id, ct),
            () => T["{0} mở một cửa thứ Bảy từ ngày {1}.", AgencyName, ValidFrom!],
            ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct) => SaveAsync(
        () => remove.RunAsync(new RemoveSaturdayDesk.Input(Agency, id), Officer.Id, ct),
        () => T["Đã bỏ buổi thứ Bảy."],
        ct);

    protected override async Task LoadAsync(CancellationToken ct) =>
        Rows = await db.AgencyDesks.AsNoTracking().Where(d => d.AgencyId == Agency).OrderByDescending(d => d.ValidFrom).ToListAsync(ct);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>One national day: added, changed or removed, with the decision that says so.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class DayModel(
    MotCuaDb db, DeclareDay declare, RemoveDay remove, CalendarBooks books, CalendarAftermath aftermath, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private static readonly DayKind[] Kinds = [.. Enum.GetValues<DayKind>().Where(k => k != DayKind.Closing)];

    /// <summary>The day as it stood; none for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Was { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DayKind Kind { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public IReadOnlyList<FieldOption> KindOptions => [.. Kinds.Select(k => new FieldOption(k.ToString(), t[k.Words()]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (officer.NationalSeat(clock.Now().Day) is null)
        {
            return this.Only(OfficeRole.Administrator);
        }

        if (Was is not { } was)
        {
            return Page();
        }

        if ((await books.CurrentAsync(ct)).National.SpecialDay(was) is not { } day)
        {
            return NotFound();
        }

        (Day, Name, Kind) = (was, day.Name, day.Kind);
        DecisionNo = await db.NationalDays.Where(d => d.Day == was).Select(d => d.DecisionNo).SingleOrDefaultAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(Day), Day, t["Ghi ngày"]);
        return SaveAsync(
            () => declare.RunAsync(new DeclareDay.Input(Was, Day!.Value, Name, Kind, DecisionNo), officer.Id, ct),
            () => t["Đã ghi ngày {0}: {1}.", Day!, Vietnamese.Tidy(Name!)],
            ct);
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => SaveAsync(
        () => remove.RunAsync(new RemoveDay.Input(Was ?? default, DecisionNo), officer.Id, ct),
        () => t["Đã bỏ ngày {0} khỏi lịch.", Was!],
        ct);

    private async Task<IActionResult> SaveAsync(Func<Task<Result>> save, Func<string> did, CancellationToken ct)
    {
        if (officer.NationalSeat(clock.Now().Day) is not { } seat)
        {
            return this.Only(OfficeRole.Administrator);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await save();
        if (!saved.Succeeded)
        {
            ModelState.Refuse(t, saved.Error!);
            return Page();
        }

        await aftermath.TellAsync(this, seat, did(), ct);
        return RedirectToPage("Index", new { nam = (Day ?? Was)!.Value.Year });
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>A calendar from a file, read as <c>motcua import calendar</c> reads it: whole or not at all, every bad line named.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class LoadModel(ImportCalendar import, CalendarAftermath aftermath, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public IReadOnlyList<(int Line, string Reason)> Problems { get; private set; } = [];

    public bool MoreProblems { get; private set; }

    public IActionResult OnGet() => officer.NationalSeat(clock.Now().Day) is null ? this.Only(OfficeRole.Administrator) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (officer.NationalSeat(clock.Now().Day) is not { } seat)
        {
            return this.Only(OfficeRole.Administrator);
        }

        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), t["Chọn tệp lịch"]);
        }

        if (string.IsNullOrWhiteSpace(DecisionNo) || DecisionNo.Length > NationalDay.LongestDecision)
        {
            ModelState.Refuse(t, CalendarErrors.DecisionMissing());
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var problems = new ImportProblems(Path.GetFileName(Upload!.FileName));
        await using var stream = Upload.OpenReadStream();
        var done = await import.RunAsync(
            new ImportCalendar.Input(stream, problems, DryRun: false) { DecisionNo = Vietnamese.Tidy(DecisionNo!), By = officer.Id, Wait = false }, ct);
        if (problems.Any)
        {
            (Problems, MoreProblems) = (problems.All, problems.Full);
            ModelState.AddModelError(nameof(Upload), t["Tệp có {0} chỗ sai, chưa có gì thay đổi. Sửa tệp rồi nạp lại.", Problems.Count]);
            return Page();
        }

        await aftermath.TellAsync(this, seat, t["Đã nạp {0} ngày, {1} thay đổi.", done.Days, done.Changed], ct);
        return RedirectToPage("Index");
    }
}

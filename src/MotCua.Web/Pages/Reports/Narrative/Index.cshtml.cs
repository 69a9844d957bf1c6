using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Narrative;

/// <summary>The narrative reports of the officer's agency, the newest period first, and the form that begins one.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class IndexModel(MotCuaDb db, StartNarrative start, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    public const int PageSize = 50;

    public sealed record Row(Guid Id, string Name, DateOnly From, DateOnly To, DateTimeOffset CreatedAt, string? Number);

    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "mau")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? First { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? Last { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public IReadOnlyList<TemplateChoice> Templates { get; private set; } = [];

    public string AgencyName => officer.Agencies.NameOf(officer.AgencyId, clock.Now().Day);

    public bool MayWrite => NarrativeRights.MayWrite(officer, officer.AgencyId);

    /// <summary>Who looks after reports sees their templates and the check.</summary>
    public bool MayKeepTemplates => new[] { OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator }.Any(role => officer.Holds(role, officer.AgencyId));

    public async Task OnGetAsync(CancellationToken ct)
    {
        // From the calendar of reports: the template and days that are asked for.
        (Template, From, To) = (Asked, First ?? ReportPage.QuarterStart(clock.Now().Day), Last);
        To ??= From.Value.AddMonths(3).AddDays(-1);
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(Template), Template, t["Chọn mẫu báo cáo"]);
        ModelState.Require(nameof(From), From, t["Ghi ngày đầu kỳ"]);
        ModelState.Require(nameof(To), To, t["Ghi ngày cuối kỳ"]);
        if (ModelState.IsValid)
        {
            var started = await start.RunAsync(new(officer.AgencyId, Template!, From!.Value, To!.Value), ct);
            if (started.Succeeded)
            {
                TempData.Flash(t["Đã lập báo cáo. Viết các đoạn còn trống rồi trình kiểm tra."]);
                return Redirect($"/bao-cao/dinh-ky/{started.Value}");
            }

            ModelState.Refuse(t, started.Error!);
        }

        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var own = db.NarrativeReports.AsNoTracking().Where(r => r.AgencyId == officer.AgencyId);
        Paging = new Paging(PageNumber, PageSize, await own.CountAsync(ct), t["báo cáo"]);
        var reports = await own.OrderByDescending(r => r.PeriodTo).ThenByDescending(r => r.CreatedAt).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Rows = [.. reports.Select(r => new Row(r.Id, r.Template.Name, r.PeriodFrom, r.PeriodTo, r.CreatedAt, r.Number is null ? null : $"{r.Number}/{r.Template.Symbol}"))];
        Templates = await TemplateChoice.ForAsync(db, officer.AgencyId, clock.Now().Day, ct);
    }
}

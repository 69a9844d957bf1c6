using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Registers.PlanTasks;

/// <summary>The tasks of an agency's plans in a year; new ones are added here.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class IndexModel(MotCuaDb db, RegisterDesk desk, RecordPlanTask record, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    /// <summary>More tasks than any plan has.</summary>
    private const int Most = 1000;

    [BindProperty(SupportsGet = true, Name = "donvi")]
    public string? AgencyCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? YearAsked { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty(Name = "Content")]
    public string? Task { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Product { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public DateOnly Today { get; } = clock.Now().Day;

    public int Year => YearAsked is >= 1990 and <= 2100 ? YearAsked.Value : Today.Year;

    public string AgencyName { get; private set; } = "";

    public bool MayKeep { get; private set; }

    public IReadOnlyList<IGrouping<PlanKind, PlanTask>> Plans { get; private set; } = [];

    public IReadOnlyList<FieldOption> PlanOptions => [.. Enum.GetValues<PlanKind>().Select(p => new FieldOption(p.Text(), t[p.Label()]))];

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (await ShowAsync(ct) is null)
        {
            return NotFound();
        }

        return format is "csv" or "xlsx"
            ? this.Download(RegisterSheet.Of(Plans.SelectMany(p => p)), officer.Agencies, $"ke-hoach-{AgencyCode}-{Year}", format)
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not { } agency)
        {
            return NotFound();
        }

        if (Snake.Parse<PlanKind>(Plan) is not { } plan)
        {
            ModelState.AddModelError(nameof(Plan), t["Chọn kế hoạch"]);
        }
        else if (ModelState.IsValid)
        {
            var facts = new PlanTaskFacts
            {
                Plan = plan,
                Year = Year,
                Number = Number ?? "",
                Content = Task ?? "",
                Owner = Owner ?? "",
                Product = Product ?? "",
                DueOn = DueOn,
            };
            var recorded = await record.RunAsync(new(agency, facts), ct);
            if (recorded.Succeeded)
            {
                TempData.Flash(t["Đã thêm nhiệm vụ {0}.", facts.Number]);
                return Redirect(Request.With());
            }

            if (recorded.Error!.Code == "register.not-allowed")
            {
                return this.Only([.. RegisterDesk.Keepers]);
            }

            ModelState.Refuse(t, recorded.Error);
        }

        return Page();
    }

    private async Task<AgencyId?> ShowAsync(CancellationToken ct)
    {
        var tree = officer.Agencies;
        if ((string.IsNullOrEmpty(AgencyCode) ? tree.ById(officer.AgencyId) : tree.ByCode(AgencyCode)) is not { } agency || !officer.Sees(agency.Id))
        {
            return null;
        }

        (AgencyCode, AgencyName, MayKeep) = (agency.Code, tree.NameOf(agency.Id, Today), desk.Keeps(agency.Id));
        var year = Year;
        var tasks = await db.PlanTasks.AsNoTracking().Where(p => p.AgencyId == agency.Id && p.Year == year).OrderBy(p => p.Number).Take(Most).ToListAsync(ct);
        Plans = [.. tasks.GroupBy(p => p.Plan).OrderBy(g => g.Key)];
        return agency.Id;
    }
}

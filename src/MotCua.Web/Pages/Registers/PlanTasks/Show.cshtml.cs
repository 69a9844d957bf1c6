using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.PlanTasks;

/// <summary>One task of a plan; its product is entered here with what shows it.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class ShowModel(MotCuaDb db, RegisterDesk desk, FinishPlanTask finish, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public DateOnly Today { get; } = clock.Now().Day;

    public PlanTask PlanTask { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    public bool MayKeep => desk.Keeps(PlanTask.AgencyId);

    public RegisterFiles Files { get; private set; } = new([], null);

    public IReadOnlyList<ChangeLine> History { get; private set; } = [];

    public string Back => $"/ke-hoach?donvi={Uri.EscapeDataString(officer.Agencies.CodeOf(PlanTask.AgencyId))}&nam={PlanTask.Year}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(Day), Day, t["Ghi ngày"]);
        if (ModelState.IsValid)
        {
            var done = await finish.RunAsync(new(Id, Revision, Day!.Value, Evidence), ct);
            if (done.Succeeded)
            {
                TempData.Flash(t["Đã ghi hoàn thành nhiệm vụ."]);
                return Redirect($"/ke-hoach/{Id}");
            }

            if (done.Error!.Code == "register.not-allowed")
            {
                return this.Only([.. RegisterDesk.Keepers]);
            }

            ModelState.Refuse(t, done.Error);
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        var found = await db.PlanTasks.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct);
        if (found is null || !officer.Sees(found.AgencyId))
        {
            return false;
        }

        (PlanTask, AgencyName) = (found, officer.Agencies.NameOf(found.AgencyId, Today));
        Files = new RegisterFiles(await db.FilesAsync(found.Id, ct), MayKeep ? $"/so/ke-hoach/{Id}/dinh-kem" : null);
        History = await db.HistoryAsync(found.Id, t, ct);
        return true;
    }
}

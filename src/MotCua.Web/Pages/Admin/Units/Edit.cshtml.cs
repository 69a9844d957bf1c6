using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Units;

[Allow(OfficeRole.Administrator)]
public sealed class EditModel(MotCuaDb db, ChangeUnit change, CurrentOfficer officer, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidTo { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public string AgencyCode { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (refusal, unit) = await FindAsync(ct);
        if (unit is not null)
        {
            (Name, ValidFrom, ValidTo, Revision) = (unit.Name, unit.ValidFrom, unit.ValidTo, unit.Revision);
        }

        return refusal ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (refusal, _) = await FindAsync(ct);
        if (refusal is not null)
        {
            return refusal;
        }

        ModelState.Require(nameof(Name), Name, t["Ghi tên phòng, bộ phận"]);
        ModelState.Require(nameof(ValidFrom), ValidFrom, t["Ghi ngày bắt đầu"]);
        if (ModelState.IsValid)
        {
            var changed = await change.RunAsync(new(new UnitId(Id), Name!, ValidFrom!.Value, ValidTo, Revision), officer.Id, ct);
            if (changed.Succeeded)
            {
                TempData.Flash(t["Đã lưu {0}.", Name!]);
                return RedirectToPage("Index", new Dictionary<string, string?> { ["co-quan"] = AgencyCode });
            }

            ModelState.Refuse(t, changed.Error!);
        }

        return Page();
    }

    private async Task<(IActionResult? Refusal, Unit? Unit)> FindAsync(CancellationToken ct)
    {
        var id = new UnitId(Id);
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null)
        {
            return (NotFound(), null);
        }

        AgencyCode = officer.Agencies.CodeOf(unit.AgencyId);
        return officer.Holds(OfficeRole.Administrator, unit.AgencyId) ? (null, unit) : (this.Only(OfficeRole.Administrator), null);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Admin.Roles;

/// <summary>Who holds which role in an agency today: a role that nobody holds stands out.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock) : PageModel
{
    public sealed record Holder(OfficerId Id, string Name, DateOnly From, DateOnly? To);

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? AgencyCode { get; set; }

    public string AgencyName { get; private set; } = "";

    public ILookup<OfficeRole, Holder> Holders { get; private set; } = Enumerable.Empty<Holder>().ToLookup(_ => default(OfficeRole));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = clock.Now().Day;
        var tree = officer.Agencies;
        if ((string.IsNullOrWhiteSpace(AgencyCode) ? tree.ById(officer.AgencyId) : tree.ByCode(AgencyCode.Trim())) is not { } agency)
        {
            return NotFound();
        }

        if (!officer.Sees(agency.Id))
        {
            return this.Only(OfficeRole.Administrator, OfficeRole.Auditor);
        }

        (AgencyCode, AgencyName) = (agency.Code, tree.NameOf(agency.Id, today));
        var rows = await db.RoleAssignments.AsNoTracking()
            .Where(r => r.AgencyId == agency.Id && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
            .Join(db.Officers, r => r.OfficerId, o => o.Id, (r, o) => new { r.Role, o.Id, o.Name, o.SearchName, r.ValidFrom, r.ValidTo })
            .OrderBy(x => x.SearchName).ToListAsync(ct);
        Holders = rows.ToLookup(x => x.Role, x => new Holder(x.Id, x.Name, x.ValidFrom, x.ValidTo));
        return Page();
    }
}

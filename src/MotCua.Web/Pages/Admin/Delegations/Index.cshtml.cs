using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Delegations;

/// <summary>All delegations of the agencies that the administrator sees, those in force first.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(MotCuaDb db, RevokeDelegation revoke, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(DelegationId Id, string Giver, string Receiver, AgencyId AgencyId, IReadOnlyList<OfficeRole> Roles, DateOnly From, DateOnly To, string Reason);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public DateOnly Today => clock.Now().Day;

    public bool MayRevoke(Row row) => row.To >= Today && officer.Holds(OfficeRole.Administrator, row.AgencyId);

    public async Task OnGetAsync([FromQuery(Name = "trang")] int page = 1, CancellationToken ct = default)
    {
        var seen = officer.SeenAgencies();
        var all = db.Delegations.AsNoTracking()
            .Join(db.Officers, d => d.FromOfficerId, o => o.Id, (d, giver) => new { d, giver })
            .Join(db.Officers, x => x.d.ToOfficerId, o => o.Id, (x, receiver) => new { x.d, x.giver, receiver })
            .Where(x => seen.Contains(x.giver.AgencyId));
        var total = await all.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Paging = new Paging(page, PageSize, total, t["lần ủy quyền"]);
        var rows = await all.OrderByDescending(x => x.d.ValidTo).ThenBy(x => x.d.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Rows = [.. rows.Select(x => new Row(x.d.Id, x.giver.Name, x.receiver.Name, x.giver.AgencyId, x.d.Roles, x.d.ValidFrom, x.d.ValidTo, x.d.Reason))];
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var delegation = new DelegationId(id);
        var agency = await db.Delegations.Where(d => d.Id == delegation)
            .Join(db.Officers, d => d.FromOfficerId, o => o.Id, (_, o) => (AgencyId?)o.AgencyId).SingleOrDefaultAsync(ct);
        if (agency is not { } home || !officer.Holds(OfficeRole.Administrator, home))
        {
            return this.Only(OfficeRole.Administrator);
        }

        var revoked = await revoke.RunAsync(new(delegation), officer.Id, ct);
        TempData.Flash(revoked.Succeeded ? t["Đã rút lại ủy quyền, có hiệu lực ngay."] : t[revoked.Error!]);
        return RedirectToPage();
    }
}

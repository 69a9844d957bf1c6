using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Officers;

/// <summary>The officers of the agencies that the administrator or auditor sees.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(OfficerId Id, string Code, string Name, string Title, AgencyId AgencyId, DateOnly? To, string Roles);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? AgencyCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "da-nghi")]
    public bool WithGone { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public bool MayCreate => officer.HoldsAnywhere(OfficeRole.Administrator);

    public bool IsFiltered => !string.IsNullOrEmpty(Query) || !string.IsNullOrEmpty(AgencyCode);

    public string AgencyName(AgencyId id) => officer.Agencies.NameOf(id, clock.Now().Day);

    public async Task OnGetAsync([FromQuery(Name = "trang")] int page = 1, CancellationToken ct = default)
    {
        var today = clock.Now().Day;
        var seen = officer.SeenAgencies();
        var rows = db.Officers.AsNoTracking().Where(o => seen.Contains(o.AgencyId));
        if (!WithGone)
        {
            rows = rows.Where(o => o.ValidTo == null || o.ValidTo >= today);
        }

        if (officer.Agencies.ByCode(AgencyCode) is { } agency)
        {
            rows = rows.Where(o => o.AgencyId == agency.Id);
        }

        var key = Vietnamese.SearchKey(Query ?? "");
        if (key.Length > 0)
        {
            var code = (Query ?? "").Trim().ToUpperInvariant();
            rows = rows.Where(o => o.SearchName.Contains(key) || o.Code.Contains(code));
        }

        var total = await rows.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Paging = new Paging(page, PageSize, total, t["cán bộ"]);
        var found = await rows.OrderBy(o => o.SearchName).ThenBy(o => o.Code).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = found.Select(o => o.Id).ToList();
        var roles = (await db.RoleAssignments.AsNoTracking()
            .Where(r => ids.Contains(r.OfficerId) && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today)).ToListAsync(ct))
            .ToLookup(r => r.OfficerId, r => r.Role);
        Rows = [.. found.Select(o => new Row(
            o.Id, o.Code, o.Name, o.Title, o.AgencyId, o.ValidTo, string.Join(", ", roles[o.Id].Distinct().Order().Select(r => t[r.Name()]))))];
    }
}

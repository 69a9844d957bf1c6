using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Units;

/// <summary>The sections of one agency; new ones are opened here.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(MotCuaDb db, OpenUnit open, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    public sealed record Row(UnitId Id, string Name, DateOnly From, DateOnly? To, int Officers);

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    public AgencyNode Agency { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    public bool MayChange { get; private set; }

    public DateOnly Today => clock.Now().Day;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ValidFrom = Today;
        return await ShowAsync(ct) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is { } refusal)
        {
            return refusal;
        }

        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        ModelState.Require(nameof(Name), Name, t["Ghi tên phòng, bộ phận"]);
        ModelState.Require(nameof(ValidFrom), ValidFrom, t["Ghi ngày bắt đầu"]);
        if (ModelState.IsValid)
        {
            var opened = await open.RunAsync(new(Agency.Id, Name!, ValidFrom!.Value), officer.Id, ct);
            if (opened.Succeeded)
            {
                TempData.Flash(t["Đã thêm {0}.", Name!]);
                return RedirectToPage(new Dictionary<string, string?> { ["co-quan"] = Agency.Code });
            }

            ModelState.Refuse(t, opened.Error!);
        }

        return Page();
    }

    private async Task<IActionResult?> ShowAsync(CancellationToken ct)
    {
        var tree = officer.Agencies;
        if ((string.IsNullOrEmpty(AgencyCode) ? tree.ById(officer.AgencyId) : tree.ByCode(AgencyCode)) is not { } agency)
        {
            return NotFound();
        }

        if (!officer.Sees(agency.Id))
        {
            return this.Only(OfficeRole.Administrator, OfficeRole.Auditor);
        }

        (Agency, AgencyName, AgencyCode) = (agency, tree.NameOf(agency.Id, Today), agency.Code);
        MayChange = officer.Holds(OfficeRole.Administrator, agency.Id);
        var today = Today;
        var officers = db.Officers;
        Rows = await db.Units.AsNoTracking().Where(u => u.AgencyId == agency.Id).OrderBy(u => u.ValidTo != null).ThenBy(u => u.SearchName)
            .Select(u => new Row(u.Id, u.Name, u.ValidFrom, u.ValidTo, officers.Count(o => o.UnitId == u.Id && (o.ValidTo == null || o.ValidTo >= today))))
            .ToListAsync(ct);
        return null;
    }
}

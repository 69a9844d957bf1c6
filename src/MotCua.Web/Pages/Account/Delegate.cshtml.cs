using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Account;

/// <summary>An officer lets a colleague do the own work for some days.</summary>
[Allow]
public sealed class DelegateModel(MotCuaDb db, DelegateWork delegateWork, RevokeDelegation revoke, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    public sealed record Row(DelegationId Id, string Other, string Roles, DateOnly From, DateOnly To, string Reason, bool Mine, bool Ended);

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    public List<OfficeRole> Roles { get; set; } = [];

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidTo { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<OfficeRole> Own { get; private set; } = [];

    public IReadOnlyList<FieldOption> Colleagues { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ValidFrom = clock.Now().Day;
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(To), To, t["Chọn người được ủy quyền"]);
        ModelState.Require(nameof(ValidFrom), ValidFrom, t["Ghi ngày bắt đầu"]);
        ModelState.Require(nameof(ValidTo), ValidTo, t["Ghi ngày kết thúc"]);
        if (ModelState.IsValid)
        {
            var given = await delegateWork.RunAsync(
                new DelegateWork.Input(officer.Id, new OfficerId(To!.Value), Roles, ValidFrom!.Value, ValidTo!.Value, Reason ?? ""), officer.Id, ct);
            if (given.Succeeded)
            {
                TempData.Flash(t["Đã ủy quyền từ {0} đến hết {1}. Rút lại lúc nào cũng được ở trang này.", ValidFrom.Value, ValidTo.Value]);
                return RedirectToPage();
            }

            ModelState.Refuse(t, given.Error!);
        }

        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var delegation = new DelegationId(id);
        if (!await db.Delegations.AnyAsync(d => d.Id == delegation && d.FromOfficerId == officer.Id, ct))
        {
            return NotFound();
        }

        var revoked = await revoke.RunAsync(new RevokeDelegation.Input(delegation), officer.Id, ct);
        TempData.Flash(revoked.Succeeded ? t["Đã rút lại ủy quyền, có hiệu lực ngay."] : t[revoked.Error!]);
        return RedirectToPage();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var today = clock.Now().Day;
        Own = [.. officer.Roles.Where(r => r.OnBehalfOf is null && r.Role.Facts().CanBeDelegated).Select(r => r.Role).Distinct().Order()];
        var colleagues = await db.Officers.AsNoTracking()
            .Where(o => o.AgencyId == officer.AgencyId && o.Id != officer.Id && (o.ValidTo == null || o.ValidTo >= today))
            .OrderBy(o => o.SearchName).Select(o => new { o.Id, o.Name, o.Title }).ToListAsync(ct);
        Colleagues = [new("", t["Chọn người"]), .. colleagues.Select(o => new FieldOption(o.Id.Value.ToString(), $"{o.Name} – {o.Title}"))];
        var id = officer.Id;
        var rows = await db.Delegations.AsNoTracking()
            .Where(d => d.FromOfficerId == id || d.ToOfficerId == id)
            .OrderByDescending(d => d.ValidTo).Take(50).ToListAsync(ct);
        var people = rows.SelectMany(d => new[] { d.FromOfficerId, d.ToOfficerId }).Distinct().ToList();
        var names = await db.Officers.Where(o => people.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        Rows = [.. rows.Select(d => new Row(
            d.Id,
            names[d.FromOfficerId == id ? d.ToOfficerId : d.FromOfficerId],
            string.Join(", ", d.Roles.Select(r => t[r.Name()])),
            d.ValidFrom, d.ValidTo, d.Reason, d.FromOfficerId == id, d.ValidTo < today))];
    }
}

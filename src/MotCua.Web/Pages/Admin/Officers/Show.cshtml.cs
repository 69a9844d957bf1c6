using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Officers;

/// <summary>One officer: roles with their dates, and the account.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class ShowModel(
    MotCuaDb db, AssignRole assign, EndRole end, CreateAccount createAccount, GiveOneTimePassword givePassword, BlockAccount block,
    CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OfficeRole Role { get; set; }

    [BindProperty]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidTo { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public Officer Person { get; private set; } = null!;

    public Organization.Account? Account { get; private set; }

    public string? UnitName { get; private set; }

    public IReadOnlyList<RoleAssignment> Roles { get; private set; } = [];

    /// <summary>Read out to the officer once; never stored in clear.</summary>
    public string? OneTimePassword { get; private set; }

    public bool MayChange { get; private set; }

    public DateOnly Today => clock.Now().Day;

    public bool IsLocked => Account?.LockoutEnd > clock.Now().Instant;

    public IReadOnlyList<FieldOption> RoleOptions => [.. Enum.GetValues<OfficeRole>().Select(r => new FieldOption(r.ToString(), $"{t[r.Name()]}: {t[r.Facts().Does]}"))];

    public string AgencyName(AgencyId id) => officer.Agencies.NameOf(id, Today);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken ct)
    {
        if (await ChangingAsync(ct) is { } refusal)
        {
            return refusal;
        }

        ModelState.Require(nameof(ValidFrom), ValidFrom, t["Ghi ngày bắt đầu"]);
        var agency = officer.Agencies.ByCode(AgencyCode?.Trim());
        if (agency is null)
        {
            ModelState.Refuse(t, OrganizationErrors.AgencyNotFound(AgencyCode ?? "").At(nameof(AgencyCode)));
        }
        else if (!officer.Holds(OfficeRole.Administrator, agency.Id))
        {
            return this.Only(OfficeRole.Administrator);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var assigned = await assign.RunAsync(new(Person.Id, Role, agency!.Id, ValidFrom!.Value, ValidTo), officer.Id, ct);
        return Answer(assigned, t["Đã giao vai {0} cho {1}.", t[Role.Name()], Person.Name]);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid assignment, CancellationToken ct)
    {
        if (await ChangingAsync(ct) is { } refusal)
        {
            return refusal;
        }

        // Of this officer, in an agency that the administrator administers.
        if (Roles.FirstOrDefault(r => r.Id.Value == assignment) is not { } held || !officer.Holds(OfficeRole.Administrator, held.AgencyId))
        {
            return this.Only(OfficeRole.Administrator);
        }

        var ended = await end.RunAsync(new(held.Id, held.ValidFrom >= Today ? held.ValidFrom.AddDays(-1) : Today.AddDays(-1)), officer.Id, ct);
        return Answer(ended, t["Đã thôi giao vai {0}, có hiệu lực ngay.", t[held.Role.Name()]]);
    }

    public async Task<IActionResult> OnPostAccountAsync(CancellationToken ct)
    {
        if (await ChangingAsync(ct) is { } refusal)
        {
            return refusal;
        }

        var password = GiveOneTimePassword.NewPassword();
        var created = await createAccount.RunAsync(new(Person.Id, UserName ?? "", password), officer.Id, ct);
        if (!created.Succeeded)
        {
            ModelState.Refuse(t, created.Error!);
            return Page();
        }

        OneTimePassword = password;
        return await ShowAsync(ct) ?? Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync(bool forget, CancellationToken ct)
    {
        if (await ChangingAsync(ct) is { } refusal)
        {
            return refusal;
        }

        if (Account is null)
        {
            return NotFound();
        }

        var given = await givePassword.RunAsync(new(Account.Id, forget), officer.Id, ct);
        OneTimePassword = given.Value;
        return await ShowAsync(ct) ?? Page();
    }

    public async Task<IActionResult> OnPostBlockAsync(bool blocked, CancellationToken ct)
    {
        if (await ChangingAsync(ct) is { } refusal)
        {
            return refusal;
        }

        if (Account is null || (blocked && Person.Id == officer.Id))
        {
            return NotFound();
        }

        var done = await block.RunAsync(new(Account.Id, blocked), officer.Id, ct);
        return Answer(done, blocked ? t["Đã khóa tài khoản {0}; phiên đang mở đã kết thúc.", Account.UserName] : t["Đã mở khóa tài khoản {0}.", Account.UserName]);
    }

    private IActionResult Answer(Result done, string flash)
    {
        if (!done.Succeeded)
        {
            ModelState.Refuse(t, done.Error!);
            return Page();
        }

        TempData.Flash(flash);
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult?> ChangingAsync(CancellationToken ct) =>
        await ShowAsync(ct) ?? (MayChange ? null : this.Only(OfficeRole.Administrator));

    private async Task<IActionResult?> ShowAsync(CancellationToken ct)
    {
        var id = new OfficerId(Id);
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } person)
        {
            return NotFound();
        }

        if (!officer.Sees(person.AgencyId))
        {
            return this.Only(OfficeRole.Administrator, OfficeRole.Auditor);
        }

        Person = person;
        MayChange = officer.Holds(OfficeRole.Administrator, person.AgencyId);
        Account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.OfficerId == id, ct);
        UnitName = person.UnitId is { } unit ? await db.Units.Where(u => u.Id == unit).Select(u => u.Name).SingleAsync(ct) : null;
        Roles = [.. (await db.RoleAssignments.AsNoTracking().Where(r => r.OfficerId == id).ToListAsync(ct))
            .OrderBy(r => r.ValidTo is { } to && to < Today).ThenBy(r => r.Role).ThenByDescending(r => r.ValidFrom)];
        AgencyCode ??= officer.Agencies.CodeOf(person.AgencyId);
        ValidFrom ??= Today;
        return null;
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

/// <summary>"Tài khoản của tôi": roles today, ways to log in, the last log-ins.</summary>
[Allow]
public sealed class IndexModel(
    MotCuaDb db, UserManager<Organization.Account> users, SignInManager<Organization.Account> signIn, ChooseNotices choose, CurrentOfficer officer, TimeProvider clock,
    Text t) : PageModel
{
    public CurrentOfficer Officer => officer;

    public string UserName { get; private set; } = "";

    public bool TwoSteps { get; private set; }

    public int Passkeys { get; private set; }

    public bool HasPassword { get; private set; }

    public IReadOnlyList<(string Role, string Agency, string? OnBehalfOf)> Roles { get; private set; } = [];

    public IReadOnlyList<LoginRecord> Logins { get; private set; } = [];

    public string? Email { get; private set; }

    public NoticeChoice Choice { get; private set; } = NoticeChoice.Default(default);

    public async Task<IActionResult> OnPostNoticesAsync(bool workByEmail, bool digestByEmail, CancellationToken ct)
    {
        await choose.RunAsync(new(workByEmail, digestByEmail), officer.Id, ct);
        TempData.Flash(t["Đã lưu cách nhận thông báo."]);
        return RedirectToPage();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var id = officer.Id;
        Email = await db.Officers.Where(o => o.Id == id).Select(o => o.Email).SingleAsync(ct);
        Choice = await db.NoticeChoices.AsNoTracking().SingleOrDefaultAsync(c => c.OfficerId == id, ct) ?? NoticeChoice.Default(id);
        var me = (await users.GetUserAsync(User))!;
        (UserName, TwoSteps, HasPassword) = (me.UserName, me.TwoFactorEnabled, me.PasswordHash is not null);
        Passkeys = (await users.GetPasskeysAsync(me)).Count;
        var givers = officer.Roles.Where(r => r.OnBehalfOf is not null).Select(r => r.OnBehalfOf!.Value).ToList();
        var names = await db.Officers.Where(o => givers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var today = clock.Now().Day;
        Roles = [.. officer.Roles.OrderBy(r => r.Role).Select(r => (
            t[r.Role.Name()], officer.Agencies.NameOf(r.AgencyId, today), r.OnBehalfOf is { } giver ? names.GetValueOrDefault(giver) : null))];
        Logins = await db.Logins.AsNoTracking().Where(l => l.AccountId == me.Id).OrderByDescending(l => l.At).Take(10).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        var me = (await users.GetUserAsync(User))!;
        await users.UpdateSecurityStampAsync(me);
        await signIn.RefreshSignInAsync(me);
        TempData.Flash(t["Đã đăng xuất khỏi mọi máy khác."]);
        return RedirectToPage();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

[AllowAnonymous]
public sealed class LogInModel(
    MotCuaDb db, AgencyTrees trees, LogIn logIn, SignInManager<Organization.Account> signIn, KeptForms kept, CurrentOfficer officer, DemoMode demo, TimeProvider clock, Text t)
    : PageModel
{
    private static readonly Dictionary<string, string> Icons = new(StringComparer.Ordinal)
    {
        ["Công chức tiếp nhận"] = "inbox",
        ["Công chức chuyên môn"] = "user-check",
        ["Lãnh đạo UBND xã"] = "signature",
        ["Văn thư"] = "rubber-stamp",
        ["Văn phòng – thống kê"] = "report",
        ["Đầu mối phản ánh, kiến nghị"] = "messages",
        ["Kiểm tra, giám sát"] = "eye",
        ["UBND tỉnh"] = "building-bank",
        ["Quản trị"] = "settings",
    };

    public sealed record Tile(string UserName, string Role, string Name, string Does, AgencyId Agency)
    {
        public string Icon => Icons.GetValueOrDefault(Role, "user");
    }

    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    public string? AgencyName { get; private set; }

    public DateOnly Today => clock.Now().Day;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (officer.IsKnown)
        {
            return LocalRedirect(Target());
        }

        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken ct)
    {
        ModelState.Require(nameof(UserName), UserName, t["Ghi tên đăng nhập"]);
        ModelState.Require("Password", password, t["Ghi mật khẩu"]);
        return ModelState.IsValid ? await EndAsync(await logIn.WithPasswordAsync(UserName!, password!, ct), ct) : await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostDemoAsync(string vai, CancellationToken ct) =>
        demo.On ? await EndAsync(await logIn.AsDemoAsync(vai, ct), ct) : NotFound();

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string credential, CancellationToken ct) =>
        await EndAsync(await logIn.WithPasskeyAsync(credential, ct), ct);

    private async Task<IActionResult> EndAsync(Result<LogIn.Step> done, CancellationToken ct)
    {
        if (!done.Succeeded)
        {
            ModelState.Refuse(t, done.Error!);
            return await AgainAsync(ct);
        }

        if (done.Value.NeedsCode)
        {
            return RedirectToPage("/Account/Code", new { ve = Back });
        }

        return await kept.FindAsync(HttpContext, done.Value.Account) is null ? LocalRedirect(Target()) : RedirectToPage("/Account/Resume");
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return Page();
    }

    private string Target() => Url.IsLocalUrl(Back) ? Back! : "/";

    private async Task ShowAsync(CancellationToken ct)
    {
        var tree = await trees.CurrentAsync(db, ct);
        if (demo.On)
        {
            Tiles = await db.Accounts.Where(a => a.DemoOrder != null && !a.Blocked)
                .Join(db.Officers, a => a.OfficerId, o => o.Id, (a, o) => new { a, o })
                .OrderBy(x => x.a.DemoOrder)
                .Select(x => new Tile(x.a.UserName, x.a.DemoRole!, x.o.Name, x.a.DemoDoes!, x.o.AgencyId))
                .ToListAsync(ct);
        }

        var home = Tiles.Count > 0 ? Tiles[0].Agency : tree.RootsAt(Today).Take(2).ToList() is [var only] ? only.Id : (AgencyId?)null;
        AgencyName = home is { } id ? string.Join(", ", tree.PathTo(id, Today).Reverse().Select(a => tree.NameOf(a, Today))) : null;
    }
}

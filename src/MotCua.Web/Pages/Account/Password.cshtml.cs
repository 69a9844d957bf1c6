using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

/// <summary>An officer chooses a password; after one given by an administrator this is the only page open.</summary>
[Allow]
public sealed class PasswordModel(UserManager<Organization.Account> users, SignInManager<Organization.Account> signIn, CurrentOfficer officer, Text t) : PageModel
{
    public bool First => officer.MustChangePassword;

    public async Task<IActionResult> OnPostAsync(string? old, string? chosen, string? again)
    {
        ModelState.Require("Old", old, First ? t["Ghi mật khẩu được cấp"] : t["Ghi mật khẩu đang dùng"]);
        ModelState.Require("Chosen", chosen, t["Ghi mật khẩu mới"]);
        if (ModelState.IsValid && chosen != again)
        {
            ModelState.AddModelError("Again", t["Hai lần ghi mật khẩu mới không giống nhau. Ghi lại"]);
        }

        if (ModelState.IsValid && chosen == old)
        {
            ModelState.AddModelError("Chosen", t["Mật khẩu mới phải khác mật khẩu cũ"]);
        }

        var account = (await users.GetUserAsync(User))!;
        if (ModelState.IsValid && PasswordRules.Check(chosen!, account.UserName) is { Succeeded: false } refused)
        {
            ModelState.Refuse(t, refused.Error! with { Field = "Chosen" });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        account.PasswordChosen();
        var changed = await users.ChangePasswordAsync(account, old!, chosen!);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("Old", t["Mật khẩu đang dùng chưa đúng"]);
            return Page();
        }

        await signIn.RefreshSignInAsync(account);
        TempData.Flash(t["Đã đổi mật khẩu. Các máy khác đang đăng nhập đã được đăng xuất."]);
        return RedirectToPage("/Account/Index");
    }
}

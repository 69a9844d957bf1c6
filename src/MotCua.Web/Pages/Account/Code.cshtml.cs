using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

/// <summary>The second step of a log-in: six digits of the authenticator, or a recovery code.</summary>
[AllowAnonymous]
public sealed class CodeModel(LogIn logIn, SignInManager<Organization.Account> signIn, KeptForms kept, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/LogIn", new { ve = Back }) : Page();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken ct)
    {
        ModelState.Require("Code", code, t["Ghi mã 6 chữ số trên điện thoại, hoặc một mã dự phòng"]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await logIn.WithCodeAsync(code!, ct);
        if (!done.Succeeded)
        {
            ModelState.Refuse(t, done.Error! with { Field = "Code" });
            return Page();
        }

        return await kept.FindAsync(HttpContext, done.Value.Account) is not null
            ? RedirectToPage("/Account/Resume")
            : LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}

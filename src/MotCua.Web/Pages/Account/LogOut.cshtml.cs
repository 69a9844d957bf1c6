using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Organization;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Account;

[AllowAnonymous]
public sealed class LogOutModel(SignInManager<Organization.Account> signIn, LogIn logIn, CurrentOfficer officer) : PageModel
{
    public IActionResult OnGet() => officer.IsKnown ? Page() : RedirectToPage("/Account/LogIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (officer.IsKnown)
        {
            await logIn.NoteLogOutAsync(officer, User.Identity?.Name ?? "", ct);
            await signIn.SignOutAsync();
        }

        return RedirectToPage("/Account/LogIn");
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

/// <summary>Passkeys ("khóa truy cập"): a finger or PIN of the machine instead of a password.</summary>
[Allow]
public sealed class PasskeysModel(UserManager<Organization.Account> users, SignInManager<Organization.Account> signIn, CurrentOfficer officer, Text t) : PageModel
{
    private const int Most = 10;

    public IReadOnlyList<(string Id, string Name, DateTimeOffset Since)> Keys { get; private set; } = [];

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var me = await MeAsync();
        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = me.Id.Value.ToString(), Name = me.UserName, DisplayName = officer.Name });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? keyName)
    {
        var me = await MeAsync();
        if ((await users.GetPasskeysAsync(me)).Count >= Most)
        {
            ModelState.AddModelError("KeyName", t["Đã có {0} khóa. Gỡ một khóa không dùng nữa rồi thêm", Most]);
        }
        else if (await AttestAsync(credential) is not { } attested)
        {
            ModelState.AddModelError("KeyName", t["Chưa thêm được khóa. Thử lại, hoặc dùng máy khác"]);
        }
        else
        {
            var name = Names.Check(keyName, 60);
            attested.Name = name.Succeeded ? name.Value : t["Khóa truy cập"];
            await users.AddOrUpdatePasskeyAsync(me, attested);
            TempData.Flash(t["Đã thêm khóa “{0}”. Lần sau bấm “Đăng nhập bằng khóa truy cập”.", attested.Name]);
            return RedirectToPage();
        }

        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        try
        {
            await users.RemovePasskeyAsync(await MeAsync(), Convert.FromHexString(id));
            TempData.Flash(t["Đã gỡ khóa truy cập."]);
        }
        catch (FormatException)
        {
            return NotFound();
        }

        return RedirectToPage();
    }

    private async Task<UserPasskeyInfo?> AttestAsync(string? credential)
    {
        try
        {
            var attested = string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
            return attested?.Succeeded == true ? attested.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it is too old.
            return null;
        }
    }

    private async Task<Organization.Account> MeAsync() => (await users.GetUserAsync(User))!;

    private async Task ShowAsync() => Keys =
        [.. (await users.GetPasskeysAsync(await MeAsync())).Select(k => (Convert.ToHexString(k.CredentialId), k.Name ?? "", k.CreatedAt.ToOffset(Moment.VietnamOffset)))];
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using QRCoder;

namespace MotCua.Web.Pages.Account;

/// <summary>The second step by an authenticator app (TOTP): set up with a QR code, ten recovery codes, take off.</summary>
[Allow]
public sealed class TotpModel(UserManager<Organization.Account> users, SignInManager<Organization.Account> signIn, Text t) : PageModel
{
    public const int Codes = 10;

    public bool IsOn { get; private set; }

    /// <summary>Set while the app is being joined.</summary>
    public string? Secret { get; private set; }

    public string? Qr { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public async Task OnGetAsync(bool noi = false) => await ShowAsync(await MeAsync(), noi);

    public async Task<IActionResult> OnPostStartAsync()
    {
        var me = await MeAsync();
        if (!me.TwoFactorEnabled)
        {
            await users.ResetAuthenticatorKeyAsync(me);
            await signIn.RefreshSignInAsync(me);
        }

        return RedirectToPage(new { noi = true });
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? code)
    {
        var me = await MeAsync();
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (!await users.VerifyTwoFactorTokenAsync(me, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            ModelState.AddModelError("Code", t["Mã chưa đúng. Kiểm tra giờ trên điện thoại, chờ mã mới rồi gõ lại"]);
            await ShowAsync(me, joining: true);
            return Page();
        }

        await users.SetTwoFactorEnabledAsync(me, true);
        return await ShowNewCodesAsync(me);
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password)
    {
        var me = await MeAsync();
        return await KnowsAsync(me, password) ? await ShowNewCodesAsync(me) : Page();
    }

    public async Task<IActionResult> OnPostOffAsync(string? password)
    {
        var me = await MeAsync();
        if (!await KnowsAsync(me, password))
        {
            return Page();
        }

        await users.SetTwoFactorEnabledAsync(me, false);
        await signIn.RefreshSignInAsync(me);
        TempData.Flash(t["Đã tắt bước 2. Đăng nhập từ nay chỉ cần mật khẩu."]);
        return RedirectToPage("/Account/Index");
    }

    private async Task<Organization.Account> MeAsync() => (await users.GetUserAsync(User))!;

    private async Task<bool> KnowsAsync(Organization.Account me, string? password)
    {
        if (await users.CheckPasswordAsync(me, password ?? ""))
        {
            return true;
        }

        ModelState.AddModelError("Password", t["Mật khẩu chưa đúng"]);
        await ShowAsync(me, joining: false);
        return false;
    }

    private async Task<IActionResult> ShowNewCodesAsync(Organization.Account me)
    {
        NewCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(me, Codes))!];
        await signIn.RefreshSignInAsync(me);
        await ShowAsync(me, joining: false);
        return Page();
    }

    private async Task ShowAsync(Organization.Account me, bool joining)
    {
        IsOn = me.TwoFactorEnabled;
        CodesLeft = IsOn ? await users.CountRecoveryCodesAsync(me) : 0;
        var key = joining && !IsOn ? await users.GetAuthenticatorKeyAsync(me) : null;
        if (key is null)
        {
            return;
        }

        Secret = string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLower(CultureInfo.InvariantCulture);
        var address = $"otpauth://totp/{Uri.EscapeDataString("Một Cửa")}:{Uri.EscapeDataString(me.UserName)}?secret={key}&issuer={Uri.EscapeDataString("Một Cửa")}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        Qr = "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(new SvgQRCode(data).GetGraphic(6)));
    }
}

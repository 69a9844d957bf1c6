using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>Passkeys, the whole round, with an authenticator that Chromium plays: the finger is always there.</summary>
public class PasskeyTests(RunningDesk desk)
{
    [Fact]
    public async Task A_passkey_made_on_the_account_page_opens_the_desk_until_it_is_taken_away()
    {
        var page = await desk.OpenAsAsync("Văn thư", Screen.Desktop);
        await AddAuthenticatorAsync(page);

        await page.GotoAsync("/Account/Passkeys");
        await page.FillAsync("#KeyName", "Máy ở quầy 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa của máy này" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã thêm khóa “Máy ở quầy 2”");
        await Assertions.Expect(page.Locator("main li")).ToContainTextAsync("Máy ở quầy 2");

        await LogOutAsync(page);
        await LogInAsync(page);
        await page.WaitForURLAsync(url => url.EndsWith("/Inbox", StringComparison.Ordinal));
        await page.GotoAsync("/Account");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Tạ Văn Hòa");
        await Assertions.Expect(page.Locator("main dl")).ToContainTextAsync("1 khóa");

        await page.GotoAsync("/Account/Passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ khóa" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gỡ khóa");
        await LogOutAsync(page);
        await LogInAsync(page);
        await Assertions.Expect(page.Locator(".mc-errsum")).ToContainTextAsync("Chưa đăng nhập được bằng khóa truy cập");
        page.Url.ShouldContain("/Account/LogIn");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_finger_that_is_not_recognised_leaves_the_page_with_a_sentence()
    {
        var page = await desk.OpenAsAsync("Văn thư", Screen.Phone);
        await AddAuthenticatorAsync(page, recognised: false);
        await page.GotoAsync("/Account/Passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa của máy này" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-passkey-add] [role=alert]")).ToHaveTextAsync("Chưa thêm được khóa. Thử lại, hoặc dùng máy khác");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chưa có khóa nào");
        await page.Context.CloseAsync();
    }

    private static async Task AddAuthenticatorAsync(IPage page, bool recognised = true)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = recognised,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task LogOutAsync(IPage page)
    {
        await page.GotoAsync("/Account/LogOut");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/Account/LogIn", StringComparison.Ordinal));
    }

    private static Task LogInAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
}

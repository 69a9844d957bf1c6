using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Playwright;

namespace MotCua.EndToEndTests;

/// <summary>An officer of his own for the pages of a first log-in: a password from the administrator, then a telephone.</summary>
public static class AccountWays
{
    private const string Password = "bon tu khong lien quan";

    private static int officers;

    public static readonly IReadOnlyDictionary<string, Func<RunningDesk, IPage, Task>> All = new Dictionary<string, Func<RunningDesk, IPage, Task>>(StringComparer.Ordinal)
    {
        ["FORCED-PASSWORD"] = async (desk, page) => await FirstLogInAsync(desk, page),
        ["TOTP"] = async (desk, page) => await StartTelephoneAsync(desk, page),
        ["TOTP-ON"] = async (desk, page) => await JoinTelephoneAsync(desk, page),
        ["CODE"] = CodeAsync,
    };

    private static async Task CodeAsync(RunningDesk desk, IPage page)
    {
        var user = await JoinTelephoneAsync(desk, page);
        await page.Context.ClearCookiesAsync();
        await LogInAsync(page, user, Password);
        await page.WaitForURLAsync("**/Account/Code**");
    }

    /// <returns>The user name; the page asks for a new password.</returns>
    private static async Task<string> FirstLogInAsync(RunningDesk desk, IPage page)
    {
        var number = Interlocked.Increment(ref officers);
        var user = $"thu.{number}";
        var admin = await desk.OpenAsAsync("Quản trị", Screen.Desktop);
        await admin.GotoAsync("/Admin/Officers/Edit");
        await admin.FillAsync("#Code", $"CB-THU-{number}");
        await admin.FillAsync("#Name", "Trương Thị Thử");
        await admin.FillAsync("#Title", "Công chức văn phòng");
        await admin.FillAsync("[name=co-quan]", "H99.31");
        await admin.FillAsync("#ValidFrom", "01/07/2025");
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await admin.FillAsync("#UserName", user);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Cấp tài khoản" }).ClickAsync();
        var once = (await admin.Locator("#mat-khau").TextContentAsync())!;
        await admin.Context.CloseAsync();

        await LogInAsync(page, user, once);
        await page.WaitForURLAsync("**/Account/Password**");
        await page.EvaluateAsync("once => sessionStorage.setItem('once', once)", once);
        return user;
    }

    private static async Task<string> StartTelephoneAsync(RunningDesk desk, IPage page)
    {
        var user = await FirstLogInAsync(desk, page);
        var boxes = await page.Locator("main input[type=password]").AllAsync();
        await boxes[0].FillAsync(boxes.Count > 2 ? await page.EvaluateAsync<string>("sessionStorage.getItem('once')") : Password);
        foreach (var box in boxes.Skip(1))
        {
            await box.FillAsync(Password);
        }

        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/Account/Password", StringComparison.Ordinal));
        await page.GotoAsync("/Account/Totp");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu nối với điện thoại" }).ClickAsync();
        await page.Locator("#Code").WaitForAsync();
        return user;
    }

    private static async Task<string> JoinTelephoneAsync(RunningDesk desk, IPage page)
    {
        var user = await StartTelephoneAsync(desk, page);
        await page.FillAsync("#Code", CodeOf((await page.Locator("main code").First.TextContentAsync())!));
        await page.GetByRole(AriaRole.Button, new() { Name = "Bật bước 2" }).ClickAsync();
        await page.Locator("#ma-du-phong").WaitForAsync();
        return user;
    }

    private static async Task LogInAsync(IPage page, string user, string password)
    {
        await page.GotoAsync("/Account/LogIn");
        await page.FillAsync("#UserName", user);
        await page.FillAsync("#Password", password);
        await page.Locator("main form button.btn-primary").First.ClickAsync();
    }

    /// <summary>What an authenticator shows for a secret now (RFC 6238).</summary>
    private static string CodeOf(string secret)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(secret.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString(Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
#pragma warning disable RS0030 // The authenticator's clock is the real one.
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning restore RS0030
#pragma warning disable CA5350 // The algorithm of RFC 6238.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        return $"{(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue) % 1_000_000:000000}";
    }
}

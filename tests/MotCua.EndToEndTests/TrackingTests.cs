using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>A citizen at home: the slip in one hand, the telephone in the other.</summary>
public class TrackingTests(RunningDesk desk)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_tracks_a_dossier_by_the_line_of_the_slips_QR(bool scripts)
    {
        var (code, digits, name) = await SlipAsync();
        var page = await desk.OpenAsync(new Screen(IsPhone: true, scripts));
        await page.GotoAsync("/Account/LogIn");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tra cứu hồ sơ" }).ClickAsync();

        await page.FillAsync("#ma", $"https://dichvucong.hoagiang.example/tra-cuu/{code}");
        await page.PressAsync("#ma", "Enter");
        await page.WaitForURLAsync($"**/tra-cuu/{code}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(code);
        await Assertions.Expect(page.Locator(".mc-ruler")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".mc-tl li").First).ToContainTextAsync("Đã nhận hồ sơ");
        (await page.ContentAsync()).ShouldNotContain(name);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);

        await page.Locator("main a[href$='/chi-tiet']").First.ClickAsync();
        await page.FillAsync("#Digits", digits == "0000" ? "0001" : "0000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem chi tiết" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mc-errsum")).ToContainTextAsync("chưa khớp");
        await page.FillAsync("#Digits", digits);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem chi tiết" }).ClickAsync();
        await Assertions.Expect(page.Locator("#chi-tiet")).ToContainTextAsync("Phí, lệ phí");
        (await page.ContentAsync()).ShouldNotContain(name);
        await page.Context.CloseAsync();
    }

    /// <summary>What stands on the slip of an open dossier: code, last digits of the personal number, name.</summary>
    private async Task<(string Code, string Digits, string Name)> SlipAsync()
    {
        var page = await desk.OpenAsAsync("Công chức chuyên môn", Screen.Desktop);
        await page.GotoAsync("/Inbox");
        var address = (await page.Locator("tr[data-row] a[href^='/ho-so/']").First.GetAttributeAsync("href"))!.Split('?')[0];
        await page.GotoAsync($"{address}/giay/receipt");
        var words = await page.Locator("article").InnerTextAsync();
        var digits = System.Text.RegularExpressions.Regex.Match(words, @"Số định danh:\s*\d{8}(\d{4})").Groups[1].Value;
        var name = System.Text.RegularExpressions.Regex.Match(words, @"Tiếp nhận hồ sơ của:\s*([^,\n]+)").Groups[1].Value.Trim();
        await page.Context.CloseAsync();
        name.ShouldNotBeEmpty(words);
        digits.Length.ShouldBe(4, words);
        return (address.Split('/')[^1], digits, name);
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>The counter without a mouse: what the keys under the page promise, they do.</summary>
public partial class CounterKeyboardTests(RunningDesk desk)
{
    [Fact]
    public async Task A_courier_files_for_another_commune_with_the_keyboard_alone()
    {
        var page = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await page.GotoAsync("/tiep-nhan");

        // The cursor is in the search box; Enter takes the first row once the list belongs to what is typed.
        await page.Keyboard.TypeAsync("xntthn");
        await page.Locator("#tn-khop[data-for='xntthn']").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mc-chosen")).ToContainTextAsync("tình trạng hôn nhân");
        await Assertions.Expect(page.Locator("#Scan")).ToBeFocusedAsync();

        // Back by Shift+Tab to the folded line, opened by Enter.
        await TabToAsync(page, "#tn-co-quan > summary", back: true);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#CompetentQ")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ben tam");
        await page.Locator("#tn-cq-khop[data-for='ben tam']").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#tn-cq-ds button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#CompetentQ")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tn-co-quan > summary")).ToContainTextAsync("UBND phường Bến Tam");

        // Enter goes on from box to box, as on every counter form.
        await Assertions.Expect(page.Locator("#Scan")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync($"0510980{Random.Shared.Next(10_000, 99_999)}||Bùi Đăng Hưng|14031998|Nam|Thôn Đông Hòa|25052021");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#Applicant_Name")).ToHaveValueAsync("Bùi Đăng Hưng");
        await TabToAsync(page, "[name=ForAnother]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#Submitter_Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Trần Văn Bưu");

        await page.Keyboard.PressAsync("F4");
        await Assertions.Expect(page.Locator("#tn-dem")).ToContainTextAsync("đạt");
        for (var left = 0; left < 8 && await page.Locator("#tn-dem", new() { HasText = "chưa xem" }).CountAsync() > 0; left++)
        {
            await Assertions.Expect(page.Locator("[data-paper] input:focus")).ToBeAttachedAsync();
            await page.Keyboard.PressAsync("4");
            await page.WaitForTimeoutAsync(400);
        }

        await page.FocusAsync("#FeeDong");
        await page.Keyboard.TypeAsync("15000");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync(url => url.Contains("ve=tiep-nhan", StringComparison.Ordinal) || url.Contains("handler=Receive", StringComparison.Ordinal));
        (await page.Locator(".mc-errsum li").AllTextContentsAsync()).ShouldBeEmpty();
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync(new Regex("Cơ quan giải quyết:?\\s*UBND phường Bến Tam"));
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("Trần Văn Bưu");

        await ScanAndGoBackAsync(page);
        await page.Context.CloseAsync();
    }

    // F4 scans the papers now that they have a dossier to belong to; F2 leads back to the counter.
    private static async Task ScanAndGoBackAsync(IPage page)
    {
        var code = Code().Match(page.Url).Groups[1].Value;
        await page.Keyboard.PressAsync("F4");
        await page.WaitForURLAsync($"**/ho-so/{code}/ban-quet");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Đã nhận hồ sơ {code}");
        await page.GoBackAsync();
        await page.Keyboard.PressAsync("F2");
        await page.WaitForURLAsync("**/tiep-nhan");
    }

    [Fact]
    public async Task Every_key_named_under_the_intake_page_does_something_there()
    {
        var page = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await PageWays.IntakeAsync(page, "Bùi Đăng Hưng");
        var named = await page.Locator(".mc-keys kbd").AllTextContentsAsync();

        // What desk.js answers to by its element, and what intake.js and the browser answer to everywhere on the form.
        var answered = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-key]')].filter(e => e.offsetParent).map(e => e.dataset.key)");
        string[] everywhere = ["Tab", "1", "2", "3"];
        named.SelectMany(n => n.Split(' ')).Except(["Ctrl", "Enter"]).Except(answered).Except(everywhere).ShouldBeEmpty();
        answered.ShouldContain("Ctrl+Enter");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_session_that_ends_while_somebody_types_loses_nothing()
    {
        var page = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await PageWays.GoAsync(desk, page, "RESUME");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi lại" }).ClickAsync();

        await Assertions.Expect(page.Locator("#Applicant_Name")).ToHaveValueAsync("Bùi Đăng Hưng");
        await Assertions.Expect(page.Locator("#Request")).ToHaveValueAsync("Vay vốn ngân hàng để sửa nhà");
        await Assertions.Expect(page.Locator("#Applicant_Phone")).ToHaveValueAsync("0912 345 678");
        await Assertions.Expect(page.Locator(".mc-chosen")).ToContainTextAsync("tình trạng hôn nhân");
        await page.Context.CloseAsync();
    }

    private static async Task TabToAsync(IPage page, string selector, bool back = false)
    {
        for (var steps = 0; steps < 25; steps++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) === true", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        throw new InvalidOperationException($"{selector} is not reached by the Tab key.");
    }

    [GeneratedRegex("/ho-so/([^/?]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>A dossier goes from the counter to the hand-over and shows up in table B.1, by the hands of five people.</summary>
public partial class JourneyTests(RunningDesk desk)
{
    private const string B1 = "/bao-cao/b1?donvi=H99.31&tu=2020-01-01&den=2030-12-31";

    public static TheoryData<bool, bool> Screens => new() { { false, true }, { true, true }, { false, false }, { true, false } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_dossier_goes_from_the_counter_to_the_hand_over_and_into_the_report(bool phone, bool scripts)
    {
        var screen = new Screen(phone, scripts);
        var before = await TotalAsync(screen);

        var code = await ReceiveAsync(screen);
        await SpecialistAsync(screen, code);
        await SignAsync(screen, code);
        await ReadyAsync(screen, code);
        await ReturnAsync(screen, code);

        (await TotalAsync(screen)).ShouldBeGreaterThan(before);
        var page = await desk.OpenAsAsync("Văn phòng – thống kê", screen);
        await page.GotoAsync($"/tim-ho-so?q={code}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã trả kết quả");
        await page.Context.CloseAsync();
    }

    private async Task<string> ReceiveAsync(Screen screen)
    {
        var page = await desk.OpenAsAsync("Công chức tiếp nhận", screen);
        await page.GotoAsync("/tiep-nhan");
        await page.FillAsync("#Q", "tinh trang hon nhan");
        if (!screen.Scripts)
        {
            await page.Locator("#tn-thu-tuc").GetByRole(AriaRole.Button, new() { Name = "Tìm" }).First.ClickAsync();
        }

        // The list is there once it says what it was searched for.
        await page.Locator("#tn-khop[data-for='tinh trang hon nhan']").WaitForAsync();
        await page.Locator("button.mc-hit", new() { HasText = "1.004873" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mc-chosen")).ToContainTextAsync("tình trạng hôn nhân");
        await page.FillAsync("#Scan", $"0510980{Random.Shared.Next(10_000, 99_999)}||Bùi Đăng Hưng|14031998|Nam|Thôn Đông Hòa, An Bình|25052021");
        await page.Locator("#tn-nguoi").GetByRole(AriaRole.Button, new() { Name = "Đọc thẻ" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Applicant_Name")).ToHaveValueAsync("Bùi Đăng Hưng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đạt hết phần còn lại" }).ClickAsync();
        await Assertions.Expect(page.Locator("input[type=radio][value=ok]:checked").First).ToBeAttachedAsync();
        await JudgeConditionalPapersAsync(page);
        await page.FillAsync("#FeeDong", "15000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận và in giấy hẹn" }).ClickAsync();
        await page.WaitForURLAsync(SlipAddress());
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
        await Assertions.Expect(page.Locator("article")).ToContainTextAsync("Bùi Đăng Hưng");
        var code = SlipAddress().Match(page.Url).Groups[1].Value;
        await page.Context.CloseAsync();
        return code;
    }

    /// <summary>Papers that only some cases need are left to the officer: here none is needed.</summary>
    private static async Task JudgeConditionalPapersAsync(IPage page)
    {
        foreach (var paper in await page.Locator("[data-paper]").AllAsync())
        {
            if (await paper.Locator("input[type=radio]:checked").CountAsync() == 0)
            {
                await paper.Locator("label", new() { HasText = "Không cần" }).ClickAsync();
            }
        }
    }

    private async Task SpecialistAsync(Screen screen, string code)
    {
        var page = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await page.GotoAsync($"/ho-so/{code}");
        await ActAsync(page, "Nhận việc");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đang thẩm định");
        await ActAsync(page, "Trình ký");
        await page.SelectOptionAsync("#Officer", new SelectOptionValue { Label = await LabelOfAsync(page, "Lê Quang Vinh") });
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Trình ký" }).ClickAsync();
        await page.GotoAsync($"/ho-so/{code}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chờ ký");
        await page.Context.CloseAsync();
    }

    private async Task SignAsync(Screen screen, string code)
    {
        var page = await desk.OpenAsAsync("Lãnh đạo UBND xã", screen);
        await page.GotoAsync($"/ho-so/{code}");
        await ActAsync(page, "Ký");
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Ký", Exact = false }).First.ClickAsync();
        await page.GotoAsync($"/ho-so/{code}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã ký, chờ vào sổ");
        await page.Context.CloseAsync();
    }

    private async Task ReadyAsync(Screen screen, string code)
    {
        var page = await desk.OpenAsAsync("Văn thư", screen);
        await page.GotoAsync($"/ho-so/{code}");
        await ActAsync(page, "Ghi có kết quả");
        await page.FillAsync("#Number", "12/XN-UBND");
        await page.Locator("main form").GetByRole(AriaRole.Button, new() { Name = "Ghi có kết quả" }).ClickAsync();

        // Reaches the citizen, so it is asked once more.
        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.GotoAsync($"/ho-so/{code}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Có kết quả");
        await page.Context.CloseAsync();
    }

    private async Task ReturnAsync(Screen screen, string code)
    {
        var page = await desk.OpenAsAsync("Công chức tiếp nhận", screen);
        await page.GotoAsync("/tra-ket-qua");

        // Two keys: the scanner's Enter after the code, and Enter again.
        await page.FillAsync("#ma", $"https://dichvucong.hoagiang.example/tra-cuu/{code}");
        await page.PressAsync("#ma", "Enter");
        await Assertions.Expect(page.Locator("#hs-h")).ToContainTextAsync("Bùi Đăng Hưng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả kết quả cho" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("trả", new() { IgnoreCase = true });
        await page.Context.CloseAsync();
    }

    /// <summary>A button or link of the action bar; some hide under "Việc khác".</summary>
    private static async Task ActAsync(IPage page, string name)
    {
        var act = page.Locator(".mc-actions").Locator("a, button").Filter(new() { HasTextRegex = new Regex($"^\\s*{Regex.Escape(name)}(\\s|$)") }).First;
        await act.ClickAsync();
    }

    private static async Task<string> LabelOfAsync(IPage page, string name) =>
        (await page.Locator("#Officer option", new() { HasText = name }).First.TextContentAsync())!;

    private async Task<int> TotalAsync(Screen screen)
    {
        var page = await desk.OpenAsAsync("Văn phòng – thống kê", screen);
        await page.GotoAsync(B1);
        var text = await page.Locator("tr.mc-sum a.mc-fig").First.TextContentAsync();
        await page.Context.CloseAsync();
        return int.Parse(text!.Replace(".", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("/ho-so/([^/]+)/giay/receipt", RegexOptions.CultureInvariant)]
    private static partial Regex SlipAddress();
}

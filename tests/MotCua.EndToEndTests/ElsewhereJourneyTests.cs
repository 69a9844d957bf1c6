using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>What sends a dossier out of the office and back: papers to be brought, a fact to be verified, two agencies one after the other.</summary>
public partial class ElsewhereJourneyTests(RunningDesk desk)
{
    public static TheoryData<bool, bool> Screens => new() { { false, true }, { true, true }, { false, false }, { true, false } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Papers_are_asked_for_and_brought_and_the_slip_is_adjusted(bool phone, bool scripts)
    {
        var screen = new Screen(phone, scripts);
        var code = await TakenAsync(screen);
        var bao = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await OpenActAsync(bao, code, "Yêu cầu bổ sung");
        await bao.FillAsync("#Words", "Tờ khai chưa có chữ ký ở trang 2");
        await SendAsync(bao, "Yêu cầu bổ sung");
        await Assertions.Expect(bao.Locator("blockquote")).ToContainTextAsync("chưa có chữ ký ở trang 2");
        await SendAsync(bao, "Yêu cầu bổ sung");
        await Assertions.Expect(bao.Locator("main")).ToContainTextAsync("Chờ bổ sung");
        await bao.Context.CloseAsync();

        var hanh = await desk.OpenAsAsync("Công chức tiếp nhận", screen);
        await OpenActAsync(hanh, code, "Nhận bổ sung");
        await SendAsync(hanh, "Nhận bổ sung");
        await hanh.GetByRole(AriaRole.Link, new() { Name = "In giấy hẹn điều chỉnh" }).ClickAsync();
        await Assertions.Expect(hanh.Locator("article")).ToContainTextAsync("Điều chỉnh ngày hẹn trả (lần 1)");
        await hanh.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_fact_is_verified_elsewhere_and_the_new_date_is_no_apology(bool phone, bool scripts)
    {
        var screen = new Screen(phone, scripts);
        var code = await TakenAsync(screen);
        var bao = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await OpenActAsync(bao, code, "Xác minh");
        await ChooseAsync(bao, screen, "cam khe", "UBND xã Cẩm Khê");
        await bao.FillAsync("#Words", "Tình trạng hôn nhân từ 2019 đến 2022");
        await bao.FillAsync("#LimitCount", "3");
        await PictureAsync(bao, screen, "verification");
        await SendAsync(bao, "Xác minh");
        await Assertions.Expect(bao.Locator("main")).ToContainTextAsync("là điều chỉnh, không phải xin lỗi");
        await PictureAsync(bao, screen, "verification-asked");
        await SendAsync(bao, "Xác minh");
        await Assertions.Expect(bao.Locator("main")).ToContainTextAsync("Điều chỉnh hẹn trả");
        await Assertions.Expect(bao.Locator("#chang-1")).ToContainTextAsync("UBND xã Cẩm Khê");

        await OpenActAsync(bao, code, "Ghi trả lời");
        await bao.FillAsync("#Words", "Chưa đăng ký kết hôn với ai, công văn 12/UBND");
        await SendAsync(bao, "Ghi trả lời");
        await Assertions.Expect(bao.Locator("#chang-1")).ToContainTextAsync("Chưa đăng ký kết hôn với ai");
        await Assertions.Expect(bao.Locator(".mc-head")).ToContainTextAsync("Đang thẩm định");
        await bao.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_registry_branch_answers_and_then_the_tax_office(bool phone, bool scripts)
    {
        var screen = new Screen(phone, scripts);
        var code = await TakenAsync(screen);
        var bao = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await OpenActAsync(bao, code, "Chuyển liên thông");
        await ChooseAsync(bao, screen, "dang ky dat dai", "Chi nhánh Văn phòng đăng ký đất đai khu vực 3");
        await bao.FillAsync("#Words", "Trích lục bản đồ địa chính");
        await bao.FillAsync("#LimitCount", "5");
        await SendAsync(bao, "Chuyển liên thông");
        await OpenActAsync(bao, code, "Chuyển liên thông");
        await ChooseAsync(bao, screen, "thue co so", "Thuế cơ sở 5 tỉnh Hòa Giang");
        await bao.FillAsync("#Words", "Xác định nghĩa vụ thuế");
        await bao.Locator("label", new() { HasText = "Sau khi chặng 1 xong" }).ClickAsync();
        await PictureAsync(bao, screen, "forward");
        await SendAsync(bao, "Chuyển liên thông");
        await Assertions.Expect(bao.Locator("#chang-2")).ToContainTextAsync("chờ chặng 1");
        await PictureAsync(bao, screen, "legs");

        await AnswerAsync(screen, "Chi nhánh đăng ký đất đai", code, "Đã trích lục, số 55/TL");
        await AnswerAsync(screen, "Thuế cơ sở", code, "Không phát sinh nghĩa vụ thuế");

        await bao.GotoAsync($"/ho-so/{code}");
        await Assertions.Expect(bao.Locator("#chang-1")).ToContainTextAsync("Đã trích lục, số 55/TL");
        await Assertions.Expect(bao.Locator("#chang-2")).ToContainTextAsync("Không phát sinh nghĩa vụ thuế");
        await Assertions.Expect(bao.Locator(".mc-head")).ToContainTextAsync("Đang thẩm định");
        await bao.Context.CloseAsync();
    }

    [Fact]
    public async Task Yesterdays_hand_over_is_recorded_in_a_few_keys()
    {
        var hanh = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await hanh.GotoAsync("/tra-ket-qua");
        var code = (await hanh.Locator("tr[data-row] a[href^='/tra-ket-qua?ma=']").Last.GetAttributeAsync("href"))!.Split('=')[1];
        await hanh.FillAsync("#ma", code);
        await hanh.PressAsync("#ma", "Enter");
        await hanh.Locator("summary", new() { HasText = "Việc này đã xảy ra trước đó" }).ClickAsync();
        await hanh.FillAsync("#HappenedAt", "24/11/2026 16:30");
        await hanh.FillAsync("#LateReason", "Mất điện cuối chiều");
        await PictureAsync(hanh, Screen.Desktop, "late-entry");
        await hanh.FillAsync("#HappenedAt", "1/1/2020 8:00");
        await hanh.PressAsync("#LateReason", "Enter");

        // Before the result was ready: refused at its box, what was typed stays.
        await Assertions.Expect(hanh.Locator("#HappenedAt-error")).ToContainTextAsync("Giờ ghi sớm hơn việc gần nhất");
        await Assertions.Expect(hanh.Locator("#LateReason")).ToHaveValueAsync("Mất điện cuối chiều");
        await hanh.Context.CloseAsync();
    }

    private async Task AnswerAsync(Screen screen, string role, string code, string words)
    {
        var page = await desk.OpenAsAsync(role, screen);
        await page.GotoAsync("/Inbox?nhom=lien-thong-den");
        await PictureAsync(page, screen, "legs-inbox");
        await page.Locator($"tr[data-row] a.mc-plain[href*='{code}']").ClickAsync();
        await Assertions.Expect(page.Locator(".mc-actions")).ToContainTextAsync("Ghi trả lời");
        await page.Locator(".mc-actions a").ClickAsync();
        await page.FillAsync("#Words", words);
        await SendAsync(page, "Ghi trả lời");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã ghi vào chặng");
        await page.Context.CloseAsync();
    }

    private async Task<string> TakenAsync(Screen screen)
    {
        var hanh = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await hanh.GotoAsync("/tiep-nhan");
        await hanh.FillAsync("#Q", "tinh trang hon nhan");
        await hanh.Locator("#tn-khop[data-for='tinh trang hon nhan']").WaitForAsync();
        await hanh.Locator("button.mc-hit", new() { HasText = "1.004873" }).ClickAsync();
        await Assertions.Expect(hanh.Locator(".mc-chosen")).ToContainTextAsync("tình trạng hôn nhân");
        await hanh.FillAsync("#Scan", $"0510980{Random.Shared.Next(10_000, 99_999)}||Hồ Ngọc Trâm|14031998|Nữ|Thôn Đông Hòa, An Bình|25052021");
        await hanh.Locator("#tn-nguoi").GetByRole(AriaRole.Button, new() { Name = "Đọc thẻ" }).ClickAsync();
        await Assertions.Expect(hanh.Locator("#Applicant_Name")).ToHaveValueAsync("Hồ Ngọc Trâm");
        await hanh.GetByRole(AriaRole.Button, new() { Name = "Đạt hết phần còn lại" }).ClickAsync();
        await Assertions.Expect(hanh.Locator("input[type=radio][value=ok]:checked").First).ToBeAttachedAsync();
        foreach (var paper in await hanh.Locator("[data-paper]").AllAsync())
        {
            if (await paper.Locator("input[type=radio]:checked").CountAsync() == 0)
            {
                await paper.Locator("label", new() { HasText = "Không cần" }).ClickAsync();
            }
        }

        await hanh.FillAsync("#FeeDong", "15000");
        await hanh.GetByRole(AriaRole.Button, new() { Name = "Nhận và in giấy hẹn" }).ClickAsync();
        await hanh.WaitForURLAsync(SlipAddress());
        var code = SlipAddress().Match(hanh.Url).Groups[1].Value;
        await hanh.Context.CloseAsync();

        var bao = await desk.OpenAsAsync("Công chức chuyên môn", screen);
        await bao.GotoAsync($"/ho-so/{code}");
        await bao.Locator(".mc-actions button", new() { HasText = "Nhận việc" }).ClickAsync();
        await Assertions.Expect(bao.Locator("main")).ToContainTextAsync("Đang thẩm định");
        await bao.Context.CloseAsync();
        return code;
    }

    /// <summary>The act's link in the bar, or under "Việc khác".</summary>
    private static async Task OpenActAsync(IPage page, string code, string name)
    {
        await page.GotoAsync($"/ho-so/{code}");
        var act = page.Locator(".mc-actions a").Filter(new() { HasTextRegex = new Regex($"^\\s*{Regex.Escape(name)}(\\s|$)") }).First;
        if (!await act.IsVisibleAsync())
        {
            await page.Locator(".mc-actions summary").ClickAsync();
        }

        await act.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    /// <summary>Typed without marks; the list comes by itself, or with the button where scripts are off.</summary>
    private static async Task ChooseAsync(IPage page, Screen screen, string typed, string name)
    {
        await page.FillAsync("#Where", typed);
        if (!screen.Scripts)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).Last.ClickAsync();
        }

        await page.Locator("#Where-ds label", new() { HasText = name }).First.ClickAsync();
    }

    /// <summary>For the tutorial, like the pictures of ScreenshotTests.</summary>
    private static async Task PictureAsync(IPage page, Screen screen, string name)
    {
        if (Environment.GetEnvironmentVariable("MOTCUA_SCREENSHOTS") == "1" && screen.Scripts)
        {
            var folder = Directory.CreateDirectory(Path.Combine(TestKit.Repository.Root, "docs", "screenshots")).FullName;
            await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = screen.IsPhone, Path = Path.Combine(folder, $"{name}-{(screen.IsPhone ? 390 : 1366)}.png") });
        }
    }

    private static Task SendAsync(IPage page, string name) => page.Locator("main form button.btn-primary", new() { HasText = name }).ClickAsync();

    [GeneratedRegex("/ho-so/([^/]+)/giay/receipt", RegexOptions.CultureInvariant)]
    private static partial Regex SlipAddress();
}

using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>A quarter's report from the ward to the province: written, checked, signed, sent, returned, sent again; and from the province's number down to one dossier.</summary>
public class ReportSubmissionJourneyTests(RunningDesk desk)
{
    private const string Office = "Văn phòng – thống kê", Clerk = "Văn thư", Leader = "Lãnh đạo UBND xã", Province = "UBND tỉnh";

    [Fact]
    public async Task A_quarters_report_goes_up_comes_back_and_goes_up_again()
    {
        // Without scripts on a phone the first time, as a person with a slow line would.
        var report = await WriteAsync(Screen.PhoneWithoutScripts);
        await StepAsync(Clerk, report, "Xác nhận đã kiểm tra", "Đã kiểm tra", Screen.Desktop);
        await StepAsync(Leader, report, "Ký báo cáo", "Đã ký, chờ gửi", Screen.Phone);
        await StepAsync(Office, report, "Gửi báo cáo", "Đã gửi", Screen.Desktop);

        var above = await desk.OpenAsAsync(Province, Screen.Desktop);
        await OpenFromSumAsync(above, "Mở báo cáo UBND xã An Bình");
        await above.FillAsync("#Remarks", "Rà lại hồ sơ quá hạn trước khi gửi");
        await above.GetByRole(AriaRole.Button, new() { Name = "Trả lại để làm lại" }).ClickAsync();
        await Assertions.Expect(above.Locator(".mc-head .mc-tag").First).ToHaveTextAsync("Bị trả lại");
        await above.Context.CloseAsync();

        var office = await desk.OpenAsAsync(Office, Screen.Desktop);
        await office.GotoAsync(report);
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("Rà lại hồ sơ quá hạn trước khi gửi");
        await office.GetByRole(AriaRole.Link, new() { Name = "Lập lại báo cáo" }).ClickAsync();
        await office.FillAsync("#Reason", "Đã rà xong, số không đổi");
        await office.GetByRole(AriaRole.Button, new() { Name = "Lập lại báo cáo" }).ClickAsync();
        await Assertions.Expect(office.Locator(".mc-head")).ToContainTextAsync("Lần 2");
        var again = new Uri(office.Url).AbsolutePath;
        again.ShouldNotBe(report);
        await office.Context.CloseAsync();

        await StepAsync(Clerk, again, "Xác nhận đã kiểm tra", "Đã kiểm tra", Screen.Desktop);
        await StepAsync(Leader, again, "Ký báo cáo", "Đã ký, chờ gửi", Screen.Desktop);
        await StepAsync(Office, again, "Gửi báo cáo", "Đã gửi", Screen.DesktopWithoutScripts);
        await StepAsync(Province, again, "Nhận báo cáo", "Cấp trên đã nhận", Screen.Desktop);
        await DrillDownAsync();
    }

    private async Task<string> WriteAsync(Screen screen)
    {
        var page = await desk.OpenAsAsync(Office, screen);
        await page.GotoAsync("/bao-cao/lich");
        await page.Locator("form[action='/bao-cao/lap']:has(input[value='b1']):has(input[value='quarter']) button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".mc-head .mc-tag").First).ToHaveTextAsync("Đang lập");
        var path = new Uri(page.Url).AbsolutePath;
        await page.Context.CloseAsync();
        return path;
    }

    private async Task StepAsync(string role, string report, string button, string state, Screen screen)
    {
        var page = await desk.OpenAsAsync(role, screen);
        await page.GotoAsync(report);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(page.Locator(".mc-head .mc-tag").First).ToHaveTextAsync(state);
        await page.Context.CloseAsync();
    }

    /// <summary>From the province's number to the ward's, to its kept list, to one dossier.</summary>
    private async Task DrillDownAsync()
    {
        var page = await desk.OpenAsAsync(Province, Screen.Desktop);
        await OpenSumAsync(page);
        await page.Locator("section[aria-labelledby=tong-h] tr", new() { HasText = "Đúng hạn" }).Locator("a.mc-fig").ClickAsync();
        await Assertions.Expect(page.Locator("#don-vi")).ToContainTextAsync("Đúng hạn");
        var number = page.Locator("section[aria-labelledby=don-vi] tr", new() { HasText = "UBND xã An Bình" }).Locator("a.mc-fig").First;
        var count = await number.InnerTextAsync();
        await number.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync($": {count}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("giữ nguyên như khi gửi");
        var dossier = page.Locator("tbody a[href^='/ho-so/']").First;
        var code = await dossier.InnerTextAsync();
        await dossier.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(code);
        await page.Context.CloseAsync();
    }

    private static async Task OpenFromSumAsync(IPage page, string link)
    {
        await OpenSumAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await Assertions.Expect(page.Locator(".mc-head .mc-tag").First).ToHaveTextAsync("Đã gửi");
    }

    // The latest quarter that the ward has not been asked to write again: the first of its kind in the list.
    private static async Task OpenSumAsync(IPage page)
    {
        await page.GotoAsync("/bao-cao/lich");
        await page.Locator("section[aria-labelledby=cap-duoi-h] a[href*='bieu=b1']", new() { HasText = "B.1" }).Nth(0).ClickAsync();
        await page.WaitForURLAsync("**/bao-cao/cap-duoi**");
    }
}

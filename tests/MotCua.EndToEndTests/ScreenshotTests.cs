using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>The pictures of README and tutorial, from the running product. Written to docs/screenshots when MOTCUA_SCREENSHOTS=1.</summary>
public class ScreenshotTests(RunningDesk desk)
{
    public static TheoryData<string, string, string> Pictures => new()
    {
        { "log-in", "-", "/Account/LogIn" },
        { "inbox", "Công chức chuyên môn", "/Inbox" },
        { "intake", "Công chức tiếp nhận", "INTAKE" },
        { "dossier", "Công chức chuyên môn", "DOSSIER" },
        { "slip", "Công chức chuyên môn", "SLIP" },
        { "return", "Công chức tiếp nhận", "/tra-ket-qua" },
        { "cockpit", "Lãnh đạo UBND xã", "/dieu-hanh" },
        { "approvals", "Lãnh đạo UBND xã", "/cho-duyet" },
        { "apologies", "Lãnh đạo UBND xã", "/dieu-hanh/xin-loi" },
        { "apology", "Công chức chuyên môn", "ACT:xin-loi" },
        { "payment", "Công chức chuyên môn", "ACT:yeu-cau-nop-tien" },
        { "late-entries", "Kiểm tra, giám sát", "/viec-ghi-muon" },
        { "b1", "UBND tỉnh", "/bao-cao/b1" },
        { "calendar-of-reports", "Văn phòng – thống kê", "/bao-cao/lich" },
        { "subordinates", "UBND tỉnh", "SUBORDINATES" },
        { "report-in-words", "Văn phòng – thống kê", "NARRATIVE" },
        { "report-sent", "Văn phòng – thống kê", "SUBMISSION-IN-WORDS" },
        { "procedure", "Quản trị", "/quan-tri/thu-tuc/1.004873" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Every_picture_of_the_docs_can_be_taken(string name, string role, string path)
    {
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            var page = role == "-" ? await desk.OpenAsync(screen) : await desk.OpenAsAsync(role, screen);
            var answer = await GoAsync(page, path);
            answer.ShouldBe(200, path);
            var picture = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = screen.IsPhone });
            if (Environment.GetEnvironmentVariable("MOTCUA_SCREENSHOTS") == "1")
            {
                var folder = Directory.CreateDirectory(Path.Combine(TestKit.Repository.Root, "docs", "screenshots")).FullName;
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{(screen.IsPhone ? 390 : 1366)}.png"), picture);
            }

            await page.Context.CloseAsync();
        }
    }

    private async Task<int> GoAsync(IPage page, string path)
    {
        if (path.StartsWith("ACT:", StringComparison.Ordinal))
        {
            await page.GotoAsync("/Inbox");
            var first = (await page.Locator("tr[data-row] a[href^='/ho-so/']").First.GetAttributeAsync("href"))!;
            return (await page.GotoAsync($"{first.Split('?')[0]}/viec/{path[4..]}"))!.Status;
        }

        if (path is "DOSSIER" or "SLIP")
        {
            await page.GotoAsync("/Inbox");
            var dossier = (await page.Locator("tr[data-row] a[href^='/ho-so/']").Nth(2).GetAttributeAsync("href"))!;
            return (await page.GotoAsync(path == "DOSSIER" ? dossier : $"{dossier.Split('?')[0]}/giay/receipt"))!.Status;
        }

        if (path == "INTAKE")
        {
            var answer = (await page.GotoAsync("/tiep-nhan"))!;
            await page.FillAsync("#Q", "xntthn");
            await page.Locator("#tn-khop[data-for='xntthn']").WaitForAsync();
            await page.Locator("button.mc-hit", new() { HasText = "1.004873" }).ClickAsync();
            await Assertions.Expect(page.Locator(".mc-chosen")).ToBeVisibleAsync();
            await page.FillAsync("#Scan", "051098001234||Bùi Đăng Hưng|14031998|Nam|Thôn Đông Hòa, xã An Bình|25052021");
            await page.Locator("#tn-nguoi").GetByRole(AriaRole.Button, new() { Name = "Đọc thẻ" }).ClickAsync();
            await Assertions.Expect(page.Locator("#Applicant_Name")).ToHaveValueAsync("Bùi Đăng Hưng");
            return answer.Status;
        }

        return await PageWays.GoAsync(desk, page, path);
    }
}

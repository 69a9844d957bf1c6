using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>axe finds nothing serious on any page, as the role that works with it, on a desk screen and on a phone.</summary>
public class AccessibilityTests(RunningDesk desk)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "Công chức chuyên môn", "/Inbox" },
        { "Công chức tiếp nhận", "/Inbox/Waiting" },
        { "Công chức tiếp nhận", "/tiep-nhan" },
        { "Công chức tiếp nhận", "/tra-ket-qua" },
        { "Công chức tiếp nhận", "/tim-ho-so?q=nguyen" },
        { "Công chức chuyên môn", "DOSSIER" },
        { "Văn phòng – thống kê", "/bao-cao/b1" },
        { "UBND tỉnh", "/bao-cao/danh-sach?chitieu=late&donvi=H99" },
        { "Công chức tiếp nhận", "/so-theo-doi" },
        { "Công chức chuyên môn", "SLIP" },
        { "Quản trị", "/Account" },
        { "Quản trị", "/quan-tri/thu-tuc" },
        { "Quản trị", "/quan-tri/thu-tuc/1.004873/sua" },
        { "Quản trị", "/Admin/Agencies" },
        { "Quản trị", "/Admin/Officers" },
        { "Quản trị", "/Admin/Roles" },
        { "Quản trị", "/Admin/Units" },
        { "Quản trị", "/Admin/Delegations" },
        { "Quản trị", "/Admin/Logins" },
        { "Quản trị", "/Account/Totp" },
        { "Quản trị", "/Account/Passkeys" },
        { "Quản trị", "/Account/Password" },
        { "Công chức chuyên môn", "/Account/Delegate" },
        { "Quản trị", "/quan-tri/thu-tuc/1.004873" },
        { "Quản trị", "/quan-tri/them-thu-tuc" },
        { "Quản trị", "/quan-tri/tu-hay-dung" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_serious(string role, string path)
    {
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            var page = await desk.OpenAsAsync(role, screen);
            var answer = await page.GotoAsync(path switch
            {
                "DOSSIER" => await FirstDossierAsync(page),
                "SLIP" => $"{(await FirstDossierAsync(page)).Split('?')[0]}/giay/receipt",
                _ => path,
            });
            answer!.Status.ShouldBe(200, path);
            await ShouldBeCleanAsync(page, path);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_log_in_page_is_clean()
    {
        var page = await desk.OpenAsync(Screen.Phone);
        await page.GotoAsync("/Account/LogIn");
        await ShouldBeCleanAsync(page, "log-in");
    }

    [Theory]
    [InlineData("/tra-cuu")]
    [InlineData("/tra-cuu?ma=000003")]
    [InlineData("/tra-cuu/H99.31-261120-9999")]
    [InlineData("TRACKED")]
    [InlineData("DETAILS")]
    [InlineData("/xin-loi")]
    public async Task The_pages_for_citizens_are_clean(string path)
    {
        var code = await FirstCodeAsync();
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            var page = await desk.OpenAsync(screen);
            await page.GotoAsync(path switch { "TRACKED" => $"/tra-cuu/{code}", "DETAILS" => $"/tra-cuu/{code}/chi-tiet", _ => path });
            await ShouldBeCleanAsync(page, path);
            await page.Context.CloseAsync();
        }
    }

    private async Task<string> FirstCodeAsync()
    {
        var page = await desk.OpenAsAsync("Công chức chuyên môn", Screen.Desktop);
        var address = await FirstDossierAsync(page);
        await page.Context.CloseAsync();
        return address.Split('?')[0].Split('/')[^1];
    }

    private static async Task<string> FirstDossierAsync(IPage page)
    {
        await page.GotoAsync("/Inbox");
        return (await page.Locator("a[href^='/ho-so/']").First.GetAttributeAsync("href"))!;
    }

    private static async Task ShouldBeCleanAsync(IPage page, string where)
    {
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{where}: {v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
            .ShouldBeEmpty();

        // Nothing scrolls sideways at this width.
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, where);
    }
}

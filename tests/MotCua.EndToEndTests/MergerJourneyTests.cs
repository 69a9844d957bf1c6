using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>A commune goes up in its neighbour: written down, its open dossiers handed over in one reviewed act, old codes found for ever.</summary>
public partial class MergerJourneyTests(RunningDesk desk)
{
    private const string Old = "H99.41";
    private const string Heir = "H99.31";
    private const string Decision = "27/NQ-HĐND";

    [Fact]
    public async Task Two_communes_merge_and_every_open_dossier_finds_its_new_desk()
    {
        var province = await desk.OpenAsAsync("UBND tỉnh", Screen.Desktop);
        var open = await CodesAsync(province, Old, "2020-01-01", "2030-12-31");
        open.ShouldNotBeEmpty();
        var admin = await desk.OpenAsAsync("Quản trị", Screen.Desktop);
        await WriteDownAsync(admin);
        await HandOverAsync(admin, open.Count);

        // The heir's desk opens the dossier by its old code and may go on with it.
        var heir = await desk.OpenAsAsync("Công chức tiếp nhận", Screen.Desktop);
        await heir.GotoAsync($"/ho-so/{open[0]}");
        await Assertions.Expect(heir.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(heir.Locator("main")).ToContainTextAsync("Bàn giao cho UBND xã An Bình");
        await Assertions.Expect(heir.Locator("main")).ToContainTextAsync(Decision);

        // From now on they count for the heir; the months before still count for the commune that was.
        (await CodesAsync(province, Heir, "2020-01-01", "2030-12-31")).ShouldContain(open[0]);
        (await CodesAsync(province, Old, "2020-01-01", "2030-12-31")).ShouldBeEmpty();
        await province.GotoAsync($"/bao-cao/danh-sach?chitieu=pending&donvi={Old}&tu=2020-01-01&den={await TodayAsync(admin, -1)}&rieng=1");
        await Assertions.Expect(province.Locator("main")).ToContainTextAsync("UBND xã Thạnh Trị");
    }

    private static async Task WriteDownAsync(IPage admin)
    {
        await admin.GotoAsync($"/Admin/Agencies/Succeed?ma={Old}");
        await admin.Locator("#Kind").SelectOptionAsync("Merge");
        await admin.FillAsync("#ToCodes", Heir);
        await admin.FillAsync("#DecisionNo", Decision);
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await Assertions.Expect(admin.Locator("main")).ToContainTextAsync("UBND xã Thạnh Trị");
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private static async Task HandOverAsync(IPage admin, int open)
    {
        await admin.GotoAsync($"/Admin/Agencies/Show?ma={Old}");
        await Assertions.Expect(admin.Locator("main")).ToContainTextAsync($"Còn {open} hồ sơ đang giải quyết");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Bàn giao cho cơ quan kế thừa" }).ClickAsync();
        await Assertions.Expect(admin.Locator("#DecisionNo")).ToHaveValueAsync(Decision);
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await Assertions.Expect(admin.Locator("blockquote")).ToContainTextAsync($"{open} hồ sơ cho UBND xã An Bình");
        await admin.Locator("main form button.btn-primary").ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Status).First).ToContainTextAsync($"Đã bàn giao {open} hồ sơ");
    }

    /// <summary>The first page of the open dossiers that count for an agency, the last codes first.</summary>
    private static async Task<IReadOnlyList<string>> CodesAsync(IPage page, string agency, string from, string to)
    {
        await page.GotoAsync($"/bao-cao/danh-sach?chitieu=pending&donvi={agency}&tu={from}&den={to}&sap=-ma");
        return await page.Locator("main tbody a[href^='/ho-so/']").AllInnerTextsAsync();
    }

    private static async Task<string> TodayAsync(IPage admin, int days)
    {
        await admin.GotoAsync($"/Admin/Agencies/Succeed?ma={Heir}");
        var day = DayMonthYear().Match(await admin.Locator("#Day").InputValueAsync());
        return new DateOnly(int.Parse(day.Groups[3].Value), int.Parse(day.Groups[2].Value), int.Parse(day.Groups[1].Value)).AddDays(days).ToString("yyyy-MM-dd");
    }

    [GeneratedRegex(@"(\d+)/(\d+)/(\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();
}

using MotCua.Web.Pages.Desk;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>The pages of those who work at the desk, as the role that works with each.</summary>
public sealed class DeskAccessibilityTests(RunningDesk desk) : AxeLooks(desk)
{
    public static TheoryData<string, string, bool> Looks => Of(PageList.IsDesk);

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Axe_finds_nothing_serious(string role, string address, bool printed) => LookAsync(role, address, printed);
}

/// <summary>The pages of the office, the administrator, the province and the public.</summary>
public sealed class OfficeAccessibilityTests(RunningDesk desk) : AxeLooks(desk)
{
    public static TheoryData<string, string, bool> Looks => Of(l => !PageList.IsDesk(l));

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Axe_finds_nothing_serious(string role, string address, bool printed) => LookAsync(role, address, printed);
}

/// <summary>The forms of the acts; and a page that nobody looks at fails by its name.</summary>
public sealed class ActAccessibilityTests(RunningDesk desk) : AxeLooks(desk)
{
    private readonly RunningDesk desk = desk;

    public static TheoryData<string> Acts => [.. DossierActs.All.Select(a => a.Slug)];

    /// <summary>Each act's form, and where it is asked once more, that page too; on the first dossier of the ward that offers it.</summary>
    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Axe_finds_nothing_serious_on_the_page_of_an_act(string slug)
    {
        var act = DossierActs.Of(slug)!;
        var page = await ActWays.FindAsync(desk, act);
        await ShouldBeCleanAsync(page, page.Url);
        if (act.Confirms && await page.Locator("blockquote.mc-note").CountAsync() == 0)
        {
            await page.SetViewportSizeAsync(1366, 768);
            await ActWays.FillAsync(page);
            await page.Locator("main form button.btn-primary").ClickAsync();
            await page.Locator("blockquote.mc-note").WaitForAsync();
            await ShouldBeCleanAsync(page, $"{page.Url}, asked once more");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public void Every_page_is_looked_at()
    {
        var looked = PageList.Looks.Select(PageWays.PageOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var missed = PageList.Pages.Keys.Except(PageList.ShowNothing.Keys).Except(looked).Where(p => p != "Desk/Act").ToList();

        missed.ShouldBeEmpty($"add how to come to them to PageList.Looks: {string.Join(", ", missed)}");
        PageList.Pages.Count.ShouldBeGreaterThan(40, "the page files are not found");
    }
}

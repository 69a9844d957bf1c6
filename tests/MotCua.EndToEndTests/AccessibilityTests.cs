using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MotCua.Web.Pages.Desk;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>axe finds nothing serious on any page, as the role that works with it, on a desk screen and on a phone; a page that nobody looks at fails by its name.</summary>
public class AccessibilityTests(RunningDesk desk)
{
    public static TheoryData<string, string, bool> Looks
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var look in PageList.Looks)
            {
                data.Add(look.Role, look.Address, look.Printed);
            }

            return data;
        }
    }

    public static TheoryData<string> Acts => [.. DossierActs.All.Select(a => a.Slug)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_serious(string role, string address, bool printed)
    {
        var look = PageList.Looks.Single(l => l.Role == role && l.Address == address && l.Printed == printed);
        var page = role == "-" ? await desk.OpenAsync(Screen.Desktop) : await desk.OpenBlankAsync(role, Screen.Desktop);
        (await PageWays.GoAsync(desk, page, address)).ShouldBe(look.Status, address);
        var shown = PageWays.PageOf(look);
        (look.Status == 200 ? PageList.At(new Uri(page.Url).PathAndQuery) : "Errors/Show").ShouldBe(shown, page.Url);
        if (printed)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
        }

        await ShouldBeCleanAsync(page, $"{address} ({shown})", phoneToo: !printed);
        await page.Context.CloseAsync();
    }

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

    private static async Task ShouldBeCleanAsync(IPage page, string where, bool phoneToo = true)
    {
        // A sheet of paper has its own width; everything else must fit a telephone.
        (int, int)[] screens = phoneToo ? [(1366, 768), (390, 844)] : [(1366, 768)];
        foreach (var (width, height) in screens)
        {
            await page.SetViewportSizeAsync(width, height);
            var found = await page.RunAxe();
            found.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{where} at {width}: {v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
                .ShouldBeEmpty();

            // Nothing scrolls sideways at this width.
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{where} at {width}");
        }
    }
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace MotCua.EndToEndTests;

/// <summary>axe finds nothing serious, on a desk screen and on a phone. In several classes, so that they go side by side.</summary>
public abstract class AxeLooks(RunningDesk desk)
{
    // What passed is not asked for: on a long list it would be megabytes.
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    protected static TheoryData<string, string, bool> Of(Func<Look, bool> which)
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var look in PageList.Looks.Where(which))
        {
            data.Add(look.Role, look.Address, look.Printed);
        }

        return data;
    }

    protected async Task LookAsync(string role, string address, bool printed)
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

    protected static async Task ShouldBeCleanAsync(IPage page, string where, bool phoneToo = true)
    {
        // A sheet of paper has its own width; everything else must fit a telephone.
        (int, int)[] screens = phoneToo ? [(1366, 768), (390, 844)] : [(1366, 768)];
        foreach (var (width, height) in screens)
        {
            await page.SetViewportSizeAsync(width, height);
            var found = await page.RunAxe(OnlyViolations);
            found.Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{where} at {width}: {v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
                .ShouldBeEmpty();

            // Nothing scrolls sideways at this width.
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{where} at {width}");
        }
    }
}

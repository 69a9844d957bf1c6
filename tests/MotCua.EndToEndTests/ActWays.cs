using Microsoft.Playwright;
using MotCua.Organization;
using MotCua.Web.Pages.Desk;

namespace MotCua.EndToEndTests;

/// <summary>For each act of the desk a dossier of the demo ward that offers it to somebody.</summary>
public static class ActWays
{
    private static readonly (OfficeRole Role, string Tile)[] Tiles =
    [
        (OfficeRole.Specialist, "Công chức chuyên môn"), (OfficeRole.Receptionist, "Công chức tiếp nhận"),
        (OfficeRole.Signer, "Lãnh đạo UBND xã"), (OfficeRole.Clerk, "Văn thư"),
    ];

    private static readonly string[] Lists =
        ["/Inbox?nhom=cua-toi", "/Inbox?nhom=tam-dung", "/Inbox?nhom=cho-phan-cong", "/Inbox?nhom=ca-don-vi", "/Inbox?nhom=ca-don-vi&trang=2", "/Inbox?nhom=ca-don-vi&trang=3", "/Inbox/Waiting", "/Inbox?nhom=xong-tuan-nay"];

    /// <exception cref="InvalidOperationException">The ward has no dossier that offers it: the scene or this list wants another.</exception>
    public static async Task<IPage> FindAsync(RunningDesk desk, DossierAct act)
    {
        foreach (var (_, tile) in Tiles.Where(t => act.Roles.Contains(t.Role)))
        {
            var page = await desk.OpenAsAsync(tile, Screen.Desktop);
            foreach (var list in Lists)
            {
                await page.GotoAsync(list);
                var addresses = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll(\"tr[data-row] a[href^='/ho-so/']\")].map(a => a.getAttribute('href').split('?')[0]))]");

                // Asked beside the page: an act that is not offered sends back to the dossier.
                var offered = await page.EvaluateAsync<string?>(
                    """
                    async ({ addresses, slug }) => {
                      for (const address of addresses) {
                        const answer = await fetch(`${address}/viec/${slug}`);
                        if (answer.ok && answer.url.endsWith(`/viec/${slug}`)) return answer.url;
                      }
                      return null;
                    }
                    """,
                    new { addresses, slug = act.Slug });
                if (offered is not null)
                {
                    await page.GotoAsync(offered);
                    return page;
                }
            }

            await page.Context.CloseAsync();
        }

        throw new InvalidOperationException($"No dossier of the demo ward offers {act.Slug}.");
    }

    /// <summary>Fills whatever the act's form asks.</summary>
    public static async Task FillAsync(IPage page)
    {
        foreach (var list in await page.Locator("main form select").AllAsync())
        {
            await list.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }

        foreach (var text in await page.Locator("main form textarea").AllAsync())
        {
            await text.FillAsync("Thiếu bản sao giấy khai sinh của con; nộp thêm một bản chứng thực.");
        }

        foreach (var (name, value) in new[] { ("Number", "12/CV-TA"), ("Amount", "1500000"), ("LimitCount", "3") })
        {
            var box = page.Locator($"main form input#{name}");
            if (await box.CountAsync() > 0 && await box.InputValueAsync() is "")
            {
                await box.FillAsync(value);
            }
        }

        if (await page.Locator("#Where").CountAsync() > 0)
        {
            await page.FillAsync("#Where", "cam khe");
            await page.Locator("#Where-ds label").First.ClickAsync();
        }
    }
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Shell;

public sealed record MenuLine(MenuEntry Entry, string Href, bool Current, int? Count);

/// <summary>The frame around an officer's page: who, where, menu with live counts.</summary>
public sealed class OfficerFrame(
    IHttpContextAccessor http,
    LinkGenerator links,
    IServiceProvider services,
    CurrentOfficer officer,
    TimeProvider clock,
    IEnumerable<MenuCount> counts,
    IEnumerable<MenuAccess> access)
{
    private HttpContext Context => http.HttpContext!;

    public string? OfficerName => officer.IsKnown ? officer.Name : null;

    public string? AgencyName => officer.IsKnown ? officer.Agencies.NameOf(officer.AgencyId, clock.Now().Day) : null;

    /// <summary>The address of a page, or null when this build has none of that name.</summary>
    public string? PathOf(string page) => links.GetPathByPage(Context, page, values: new { });

    /// <summary>The page of one dossier.</summary>
    public string DossierPath(string code) => links.GetPathByPage(Context, "/Desk/Dossier", values: new { code }) ?? $"/ho-so/{Uri.EscapeDataString(code)}";

    public async Task<IReadOnlyList<MenuLine>> LinesAsync()
    {
        var lines = new List<MenuLine>();
        foreach (var entry in SideMenu.All)
        {
            if (PathOf(entry.Page) is not { } href || !access.All(a => a.MayOpen(Context, entry.Page)))
            {
                continue;
            }

            lines.Add(new MenuLine(entry, href, IsCurrent(entry), await CountAsync(entry)));
        }

        return lines;
    }

    /// <summary>A live number by its name, for a place outside the side menu.</summary>
    public async Task<int> CountAsync(string name) =>
        officer.IsKnown && counts.SingleOrDefault(c => c.Name == name) is { } count ? await count.CountAsync(services, Context.RequestAborted) : 0;

    private bool IsCurrent(MenuEntry entry) =>
        string.Equals(Context.GetRouteValue("page") as string, entry.Page, StringComparison.OrdinalIgnoreCase);

    private async Task<int?> CountAsync(MenuEntry entry)
    {
        var count = officer.IsKnown ? counts.SingleOrDefault(c => c.Name == entry.Count) : null;
        return count is null ? null : await count.CountAsync(services, Context.RequestAborted);
    }
}

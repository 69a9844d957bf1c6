using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Watch;

/// <summary>How long a dossier of an agency may hang before a watch list names it ("ngưỡng cảnh báo").</summary>
[Allow(OfficeRole.Administrator)]
public sealed class IndexModel(WatchQuery query, SetWatchLimits set, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public string? Still { get; set; }

    [BindProperty]
    public string? Shelf { get; set; }

    [BindProperty]
    public string? Supplement { get; set; }

    public string AgencyName { get; private set; } = "";

    public IReadOnlyList<(string Code, string Name)> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Agency() is not { } agency)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var limits = await query.LimitsAsync(agency, ct);
        (Still, Shelf, Supplement) = ($"{limits.StillDays}", $"{limits.ShelfDays}", $"{limits.SupplementDays}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Agency() is not { } agency)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var days = new[] { Still, Shelf, Supplement }.Select(text => int.TryParse(text?.Trim(), out var number) ? number : 0).ToList();
        var done = await set.RunAsync(new SetWatchLimits.Input(agency, days[0], days[1], days[2]), ct);
        if (!done.Succeeded)
        {
            ModelState.Refuse(t, done.Error!);
            return Page();
        }

        TempData.Flash(t["Đã lưu ngưỡng cảnh báo của {0}.", AgencyName]);
        return Redirect($"/quan-tri/canh-bao?don-vi={Uri.EscapeDataString(AgencyCode!)}");
    }

    /// <summary>The agency that is set; null when the officer administers none of that code.</summary>
    private AgencyId? Agency()
    {
        var today = time.Now().Day;
        Choices =
        [
            .. officer.SeenAgencies().Where(a => officer.Holds(OfficeRole.Administrator, a))
                .Select(a => (officer.Agencies.ById(a)?.Code ?? "", officer.Agencies.NameOf(a, today))).OrderBy(a => a.Item1, StringComparer.Ordinal).Take(2000),
        ];
        var node = string.IsNullOrWhiteSpace(AgencyCode) ? officer.Agencies.ById(officer.AgenciesOf(OfficeRole.Administrator)[0]) : officer.Agencies.ByCode(AgencyCode.Trim());
        if (node is null || !officer.Holds(OfficeRole.Administrator, node.Id))
        {
            return null;
        }

        (AgencyCode, AgencyName) = (node.Code, officer.Agencies.NameOf(node.Id, today));
        return node.Id;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Agencies;

/// <summary>All agencies, with those that have ended on request; anybody who administers or audits may look.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(string Code, string Name, AgencyLevel Level, string Parent, DateOnly From, DateOnly? To);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public AgencyLevel? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "ca-cu")]
    public bool WithEnded { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public bool MayLoad => officer.AdministersAll;

    public bool MayFound => officer.HoldsAnywhere(OfficeRole.Administrator);

    public bool IsTreeEmpty => officer.Agencies.All.Count == 0;

    public IReadOnlyList<FieldOption> Levels =>
        [new("", t["Mọi cấp"]), .. Enum.GetValues<AgencyLevel>().Select(l => new FieldOption(l.ToString(), t[l.Name()]))];

    public void OnGet([FromQuery(Name = "trang")] int page = 1)
    {
        var today = clock.Now().Day;
        var tree = officer.Agencies;
        var key = Vietnamese.SearchKey(Query ?? "");
        var found = tree.All
            .Select(n => (Node: n, Now: tree.StageAt(n.Id, today), Place: tree.PlaceAt(n.Id, today)!))
            .Where(a => (WithEnded || a.Now is not null)
                && (Level is null || a.Place.Level == Level)
                && (key.Length == 0
                    || a.Node.Code.Contains(key, StringComparison.OrdinalIgnoreCase)
                    || a.Node.Stages.Any(s => Vietnamese.SearchKey(s.Name).Contains(key, StringComparison.Ordinal))))
            .ToList();
        page = Math.Clamp(page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        Paging = new Paging(page, PageSize, found.Count, t["cơ quan"]);
        Rows = [.. found.Skip((page - 1) * PageSize).Take(PageSize).Select(a => new Row(
            a.Node.Code, a.Place.Name, a.Place.Level, a.Place.ParentId is { } up ? tree.NameOf(up, today) : "", a.Place.ValidFrom, a.Place.ValidTo))];
    }
}

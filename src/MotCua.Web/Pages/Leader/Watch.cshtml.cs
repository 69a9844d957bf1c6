using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>The dossiers of one set ("danh sách theo dõi"): behind every number of the cockpit, the menu and the morning digest.</summary>
[Allow]
public sealed class WatchModel(WatchQuery query, OfficeClocks clocks, WatchWords words, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    public const int PageSize = 50;

    [FromRoute]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")]
    public WatchFilterInput Input { get; set; } = new();

    public WatchSet Set { get; private set; } = null!;

    public Moment Now { get; } = time.Now();

    public DeadlineClock Clock { get; private set; } = null!;

    public IReadOnlyList<WatchedDossier> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, TimeSpan>? WorkLeft { get; private set; }

    public IReadOnlyList<WatchOption> Options { get; private set; } = [];

    public IReadOnlyList<EmptyRole> EmptyRoles { get; private set; } = [];

    public string Rule { get; private set; } = "";

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public IReadOnlyList<AgencyId> Agencies { get; private set; } = [];

    /// <summary>The agencies to choose from, when the officer sees more than one.</summary>
    public IReadOnlyList<(string Code, string Name)> Choices { get; private set; } = [];

    public string AgencyName => officer.Agencies.NameOf(officer.AgencyId, Now.Day);

    public DateOnly From => Input.FromDay ?? Now.Day.AddDays(1 - Now.Day.Day);

    public DateOnly To => Input.ToDay ?? Now.Day;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var page = Input.PageNumber;
        Rows = await query.ListAsync(Agencies, Set, Filter, (page - 1) * PageSize, PageSize, ct);
        if (Rows.Count == 0 && page > 1)
        {
            page = 1;
            Rows = await query.ListAsync(Agencies, Set, Filter, 0, PageSize, ct);
        }

        Options = await query.OptionsAsync(Agencies, Set, Filter, ct);
        WorkLeft = Set == WatchSets.AtRisk ? await query.WorkLeftAsync(Rows, ct) : null;
        EmptyRoles = Set == WatchSets.NobodyThere ? await query.EmptyRolesAsync(Agencies, ct) : [];
        Paging = new Paging(page, PageSize, Rows.Count == 0 ? 0 : Rows[0].Total, t["hồ sơ"]);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var rows = await query.ListAsync(Agencies, Set, Filter, 0, WatchExport.MostRows, ct);
        return WatchExport.File(rows, Set, Clock, Now, words, t);
    }

    public EmptyState Empty() => Input.IsNarrowed
        ? new(t["Không có hồ sơ nào như vậy"], t["Bỏ bớt điều kiện lọc để thấy thêm."], t["Bỏ lọc"], $"/dieu-hanh/danh-sach/{Set.Slug}")
        : new(t[Set.Good], Rule);

    public static string RoleName(string role) => Snake.Parse<OfficeRole>(role)?.Name() ?? role;

    private WatchFilter Filter => Input.Filter with { Writer = officer.Id.Value };

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (WatchSets.Find(Slug) is not { } set)
        {
            return false;
        }

        Set = set;
        Agencies = WatchFilterInput.AgenciesOf(Input.Agency, officer, Now.Day);
        Clock = await clocks.ForAsync(officer.AgencyId, ct);
        Rule = words.RuleOf(set, await query.LimitsAsync(Agencies.Count == 1 ? Agencies[0] : officer.AgencyId, ct));
        var seen = officer.SeenAgencies();
        Choices = seen.Count < 2
            ? []
            : [.. seen.Select(a => (officer.Agencies.ById(a)?.Code ?? "", officer.Agencies.NameOf(a, Now.Day))).OrderBy(a => a.Item1, StringComparer.Ordinal).Take(2000)];
        return true;
    }
}

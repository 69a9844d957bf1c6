using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Leader;

/// <summary>
/// The life of an apology in one place: at risk before the due date, late without one (the violation list), drafted, signed, and
/// what was finished late without any (NĐ 61/2018 Điều 19.9).
/// </summary>
[Allow(OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.ReportOfficer, OfficeRole.Specialist, OfficeRole.Receptionist, OfficeRole.FeedbackOfficer)]
public sealed class ApologiesModel(WatchQuery query, OfficeClocks clocks, NpgsqlDataSource source, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    public const string Drafts = "cho-ky", Signed = "da-ky";

    private const int PageSize = 50;

    /// <summary>How far back the list of what was finished late reaches when the address says nothing.</summary>
    private const int DaysBack = 90;

    [FromQuery(Name = "nhom")]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public WatchFilterInput Input { get; set; } = new();

    public Moment Now { get; } = time.Now();

    public DeadlineClock Clock { get; private set; } = null!;

    /// <summary>The set of the tab; null for drafts and signed ones.</summary>
    public WatchSet? Set { get; private set; }

    public IReadOnlyList<(string Slug, string Label, int Count)> Tabs { get; private set; } = [];

    public IReadOnlyList<WatchedDossier> Rows { get; private set; } = [];

    public IReadOnlyList<ApologyRow> Letters { get; private set; } = [];

    public IReadOnlyDictionary<string, TimeSpan>? WorkLeft { get; private set; }

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public bool SeesMany { get; private set; }

    public string Current { get; private set; } = "";

    public DateOnly From => Input.FromDay ?? Now.Day.AddDays(-DaysBack);

    public DateOnly To => Input.ToDay ?? Now.Day;

    public bool IsLeader => officer.HoldsAnywhere(OfficeRole.Signer);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var agencies = WatchFilterInput.AgenciesOf(Input.Agency, officer, Now.Day);
        SeesMany = officer.SeenAgencies().Count > 1;
        Clock = await clocks.ForAsync(officer.AgencyId, ct);
        var filter = Input.Filter with { From = From, To = To, Writer = officer.Id.Value };
        var counts = await query.CountsAsync(agencies, [WatchSets.AtRisk, WatchSets.Unapologised, WatchSets.ToWrite, WatchSets.DoneUnapologised], filter with { Text = null, Field = null, Place = null, Officer = null }, ct);
        var letters = await ApologyLists.CountsAsync(source, agencies, ct);
        Tabs =
        [
            .. new[] { WatchSets.ToWrite }.Where(s => counts[s.Slug] > 0 || Group == s.Slug).Select(s => (s.Slug, s.Title, counts[s.Slug])),
            (WatchSets.AtRisk.Slug, WatchSets.AtRisk.Title, counts[WatchSets.AtRisk.Slug]),
            (WatchSets.Unapologised.Slug, WatchSets.Unapologised.Title, counts[WatchSets.Unapologised.Slug]),
            (Drafts, Text.Key("Văn bản chờ ký"), letters.Drafts),
            (Signed, Text.Key("Đã ký, hẹn lại"), letters.Signed),
            (WatchSets.DoneUnapologised.Slug, WatchSets.DoneUnapologised.Title, counts[WatchSets.DoneUnapologised.Slug]),
        ];
        Current = Tabs.Any(x => x.Slug == Group) ? Group! : WatchSets.Unapologised.Slug;
        Set = WatchSets.Find(Current);
        await ReadAsync(agencies, filter, ct);
    }

    public EmptyState Empty() => Current switch
    {
        Drafts => new(t["Không có văn bản xin lỗi nào chờ ký"], t["Văn bản cán bộ soạn sẽ hiện ở đây cho đến khi lãnh đạo ký."]),
        Signed => new(t["Chưa ký văn bản xin lỗi nào"], t["Văn bản đã ký, ngày hẹn lại và việc đã báo người nộp sẽ hiện ở đây."]),
        _ => new(t[Set!.Good], t[Set.Rule]),
    };

    private async Task ReadAsync(IReadOnlyList<AgencyId> agencies, WatchFilter filter, CancellationToken ct)
    {
        var page = Input.PageNumber;
        var skip = (page - 1) * PageSize;
        if (Set is { } set)
        {
            Rows = await query.ListAsync(agencies, set, filter, skip, PageSize, ct);
            WorkLeft = set == WatchSets.AtRisk ? await query.WorkLeftAsync(Rows, ct) : null;
        }
        else
        {
            Letters = Current == Drafts ? await ApologyLists.DraftsAsync(source, agencies, skip, PageSize, ct) : await ApologyLists.SignedAsync(source, agencies, skip, PageSize, ct);
        }

        var total = Rows.Count > 0 ? Rows[0].Total : Letters.Count > 0 ? Letters[0].Total : 0;
        Paging = new Paging(page, PageSize, total, Set is null ? t["văn bản"] : t["hồ sơ"]);
    }
}

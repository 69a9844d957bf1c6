using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Online filings before the receipt: what waits for the desk, what waits for the applicant, what became of the others.</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Signer, OfficeRole.Auditor)]
public sealed class FilingsModel(MotCuaDb db, CloseFiling close, OfficeClocks clocks, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    public const int PageSize = 50;

    private const string Waiting = "f.agency_id = any(@agencies) and f.settled_at is null and f.status = 'submitted'";
    private const string Asked = "f.agency_id = any(@agencies) and f.settled_at is null and f.status = 'asked_to_complete'";
    private const string Settled = "f.agency_id = any(@agencies) and f.settled_at is not null";

    public static readonly IReadOnlyList<(string Name, string Label)> Tabs =
        [("", Text.Key("Chờ xét")), ("cho-hoan-thien", Text.Key("Chờ người nộp hoàn thiện")), ("da-xong", Text.Key("Đã xong"))];

    private static readonly Dictionary<FilingStatus, string> Outcomes = new()
    {
        [FilingStatus.Submitted] = Text.Key("Chờ xét"),
        [FilingStatus.AskedToComplete] = Text.Key("Chờ người nộp hoàn thiện"),
        [FilingStatus.Received] = Text.Key("Đã tiếp nhận"),
        [FilingStatus.RefusedAtDoor] = Text.Key("Không tiếp nhận"),
        [FilingStatus.Withdrawn] = Text.Key("Người nộp đã rút"),
        [FilingStatus.Expired] = Text.Key("Quá hạn hoàn thiện"),
    };

    public sealed record Row
    {
        public Guid Id { get; init; }

        public string Number { get; init; } = "";

        public Guid DraftId { get; init; }

        public string ApplicantName { get; init; } = "";

        public string Procedure { get; init; } = "";

        public string Status { get; init; } = "";

        public DateTimeOffset SubmittedAt { get; init; }

        public DateTimeOffset AnswerBy { get; init; }

        public DateTimeOffset? AskedAt { get; init; }

        public string? AskedFor { get; init; }

        public DateTimeOffset? SettledAt { get; init; }

        public string? Reason { get; init; }

        public string? DossierCode { get; init; }

        public int Total { get; init; }

        public FilingStatus State => Snake.Parse<FilingStatus>(Status)!.Value;
    }

    [BindProperty(SupportsGet = true, Name = "nhom")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Trang { get; set; }

    /// <summary>The filing to be closed.</summary>
    [BindProperty]
    public Guid? Id { get; set; }

    [BindProperty]
    public bool Withdrawn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public bool MayAct => officer.HoldsAnywhere(OfficeRole.Receptionist);

    public Moment Now { get; } = time.Now();

    public string OutcomeOf(Row row) => t[Outcomes[row.State]];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var closed = await close.RunAsync(new CloseFiling.Input(FilingId.From(Id ?? Guid.Empty), Withdrawn, Reason), ct);
        if (closed.Succeeded)
        {
            TempData.Flash(Withdrawn ? t["Đã ghi người nộp rút hồ sơ {0}", closed.Value] : t["Đã đóng hồ sơ {0} vì quá hạn hoàn thiện", closed.Value]);
            return RedirectToPage(new { nhom = Tab });
        }

        ModelState.AddModelError(closed.Error!.Field ?? "", t[closed.Error]);
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>How long the desk still has to answer.</summary>
    public async Task<DueText> DueOfAsync(Row row, CancellationToken ct) => DueWords.Of(
        await clocks.ForAsync(officer.AgencyId, ct),
        new ClockState(new Deadline(Filing.AnswerLimit, Moment.Of(row.AnswerBy).Day, row.AnswerBy)),
        Now.Instant);

    public static DateOnly LastDayOf(Row row) => Moment.Of(row.AskedAt!.Value.AddDays(Filing.DaysToComplete)).Day;

    public bool MayExpire(Row row) => row.AskedAt is { } asked && Now.Instant >= asked.AddDays(Filing.DaysToComplete);

    public static async Task<int> WaitingCountAsync(IServiceProvider services, CancellationToken ct)
    {
        var agencies = services.GetRequiredService<CurrentOfficer>().SeenAgencies().Select(a => a.Value).ToArray();
        return await services.GetRequiredService<MotCuaDb>().Database.GetDbConnection().ExecuteScalarAsync<int>(
            new CommandDefinition($"select count(*) from filings f where {Waiting}", new { agencies }, cancellationToken: ct));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var agencies = officer.SeenAgencies().Select(a => a.Value).ToArray();
        var (where, order) = Tab switch
        {
            "cho-hoan-thien" => (Asked, "f.asked_at, f.number"),
            "da-xong" => (Settled, "f.settled_at desc, f.number"),
            _ => (Waiting, "f.answer_by, f.number"),
        };
        var page = int.TryParse(Trang, out var wanted) ? Math.Clamp(wanted, 1, 100_000) : 1;
        Rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select f.id, f.number, f.draft_id, f.applicant_name, v.name as procedure, f.status, f.submitted_at, f.answer_by, f.asked_at, f.asked_for,
                   f.settled_at, f.reason, f.dossier_code, (count(*) over ())::int as total
            from filings f join procedure_versions v on v.id = f.procedure_version_id
            where {where} order by {order} limit @size offset @skip
            """,
            new { agencies, size = PageSize, skip = (page - 1) * PageSize },
            cancellationToken: ct))).AsList();
        var (waiting, asked, settled) = await connection.QuerySingleAsync<(int, int, int)>(new CommandDefinition(
            $"select (select count(*) from filings f where {Waiting})::int, (select count(*) from filings f where {Asked})::int, (select count(*) from filings f where {Settled})::int",
            new { agencies },
            cancellationToken: ct));
        Counts = new Dictionary<string, int> { [""] = waiting, ["cho-hoan-thien"] = asked, ["da-xong"] = settled };
        Paging = new Paging(page, PageSize, Rows.Count == 0 ? 0 : Rows[0].Total, t["hồ sơ"]);
    }
}

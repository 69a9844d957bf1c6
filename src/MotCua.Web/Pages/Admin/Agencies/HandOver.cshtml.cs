using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Agencies;

/// <summary>The open dossiers of an abolished agency and where they go: first a look, then one act.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class HandOverModel(MotCuaDb db, HandOverDossiers handOver, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private const string Read =
        """
        select p.id as procedure_id, p.code, max(v.name) as name, count(*)::int as open,
               count(*) filter (where d.stopped_at is null and coalesce(d.extended_due, d.due_day) < @today)::int as overdue,
               count(*) filter (where d.stopped_at is not null)::int as paused
        from dossiers d join procedures p on p.id = d.procedure_id join procedure_versions v on v.id = d.procedure_version_id
        where d.agency_id = @agency and d.received_at is not null and d.finished_at is null
        group by p.id, p.code order by open desc, p.code
        """;

    public sealed record Row(Guid ProcedureId, string Code, string Name, int Open, int Overdue, int Paused);

    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    /// <summary>After a split: the heir of each procedure, as posted; empty means the first choice. The name keeps other boxes out of it.</summary>
    [BindProperty(Name = nameof(Elsewhere))]
    public Dictionary<Guid, string?> Elsewhere { get; set; } = [];

    [BindProperty]
    public bool Sure { get; set; }

    public string AgencyName { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<FieldOption> Heirs { get; private set; } = [];

    public int Open => Rows.Sum(r => r.Open);

    /// <summary>Finished before the merger and still at the counter: the heir hands them back without a hand-over.</summary>
    public int Waiting { get; private set; }

    public ConfirmAct? Confirm { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refusal)
        {
            return refusal;
        }

        To ??= Heirs.Count == 1 ? Heirs[0].Value : null;
        DecisionNo = await db.AgencySuccessions.Where(s => s.FromId == officer.Agencies.ByCode(AgencyCode)!.Id)
            .OrderByDescending(s => s.Day).Select(s => s.DecisionNo).FirstOrDefaultAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refusal)
        {
            return refusal;
        }

        ModelState.Require(nameof(To), To, t["Chọn cơ quan nhận bàn giao"]);
        ModelState.Require(nameof(DecisionNo), DecisionNo, t["Ghi số quyết định hoặc nghị quyết"]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!Sure)
        {
            Confirm = Describe();
            return Page();
        }

        var done = await handOver.RunAsync(
            new(officer.Agencies.ByCode(AgencyCode)!.Id, AgencyOf(To), Split().ToDictionary(e => ProcedureId.From(e.Key), e => AgencyOf(e.Value)), DecisionNo), ct);
        if (!done.Succeeded)
        {
            ModelState.Refuse(t, done.Error!);
            return Page();
        }

        TempData.Flash(t["Đã bàn giao {0} hồ sơ của {1}. Mã, ngày nhận và ngày hẹn giữ nguyên.", done.Value, AgencyName]);
        return RedirectToPage("Show", new { ma = AgencyCode });
    }

    public string? HeirOf(Guid procedure) => Elsewhere.GetValueOrDefault(procedure);

    private ConfirmAct Describe()
    {
        var counts = Rows.GroupBy(r => HeirOf(r.ProcedureId) is { Length: > 0 } other ? other : To!)
            .Select(g => t["{0} hồ sơ cho {1}", g.Sum(r => r.Open), NameOf(g.Key)]);
        return new ConfirmAct(
            t["Bàn giao {0} hồ sơ đang giải quyết?", Open],
            t["Mỗi hồ sơ ghi thêm một dòng lịch sử. Mã, ngày nhận và ngày hẹn giữ nguyên; kỳ báo cáo đã qua vẫn tính cho {0}. Từ nay hồ sơ tính cho cơ quan nhận.", AgencyName],
            t["Bàn giao"],
            "building-bank",
            Url.Page("HandOver", new { ma = AgencyCode })!,
            string.Join("; ", counts))
        {
            Fields = new Dictionary<string, string>(Split().Select(e => KeyValuePair.Create($"Elsewhere[{e.Key}]", e.Value)), StringComparer.Ordinal)
            {
                ["ma"] = AgencyCode!,
                [nameof(To)] = To!,
                [nameof(DecisionNo)] = DecisionNo!,
                [nameof(Sure)] = "true",
            },
        };
    }

    private IEnumerable<KeyValuePair<Guid, string>> Split() =>
        Elsewhere.Where(e => !string.IsNullOrEmpty(e.Value) && e.Value != To).Select(e => KeyValuePair.Create(e.Key, e.Value!));

    private AgencyId AgencyOf(string? code) => officer.Agencies.ByCode(code)?.Id ?? default;

    private string NameOf(string code) => officer.Agencies.ByCode(code) is { } node ? officer.Agencies.NameOf(node.Id, clock.Now().Day) : code;

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (officer.Agencies.ByCode(AgencyCode) is not { } agency)
        {
            return NotFound();
        }

        if (!officer.Holds(OfficeRole.Administrator, agency.Id))
        {
            return this.Only(OfficeRole.Administrator);
        }

        var today = clock.Now().Day;
        AgencyName = officer.Agencies.NameOf(agency.Id, today);
        Heirs = officer.Agencies.StageAt(agency.Id, today) is not null ? []
            : [.. officer.Agencies.HeirsOf(agency.Id, today).Select(h => new FieldOption(officer.Agencies.CodeOf(h), officer.Agencies.NameOf(h, today)))];
        Rows = (await db.Database.GetDbConnection().QueryAsync<Row>(new CommandDefinition(Read, new { agency = agency.Id.Value, today }, cancellationToken: ct))).AsList();
        Waiting = await db.Dossiers.CountAsync(d => d.AgencyId == agency.Id && d.FinishedAt != null && d.ReturnedAt == null && d.FinishKind != FinishKind.Withdrawn, ct);
        return null;
    }
}

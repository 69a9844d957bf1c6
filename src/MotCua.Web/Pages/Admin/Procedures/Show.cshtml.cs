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

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>One procedure with its versions as tabs; the draft with difference, steps, readiness and publication.</summary>
[Allow]
public sealed class ShowModel(
    MotCuaDb db, CurrentOfficer officer, TimeProvider clock, OfficeClocks clocks,
    StartDraft start, SaveDraft save, PublishVersion publish, Text t) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The version's number; none shows the draft, else the one in force.</summary>
    [FromQuery(Name = "ban")]
    public int? Number { get; set; }

    [FromQuery(Name = "nhan")]
    public string? Received { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public List<StepTyped> Steps { get; set; } = [];

    [BindProperty]
    public List<ReasonTyped> Reasons { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public Procedure Procedure { get; private set; } = null!;

    public ProcedureVersion Version { get; private set; } = null!;

    /// <summary>What a draft is compared with.</summary>
    public ProcedureVersion? Before { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public StepPlan Plan { get; private set; } = null!;

    public IReadOnlyList<ReadinessItem> Ready { get; private set; } = [];

    /// <summary>Dossiers that are worked on under the version that the draft replaces.</summary>
    public long OpenBefore { get; private set; }

    public Simulation? Simulation { get; private set; }

    public string? ReceivedProblem { get; private set; }

    public DateOnly Today { get; private set; }

    public bool MayChange => officer.HoldsAnywhere(OfficeRole.Administrator);

    public bool CanPublish => Ready.All(r => r.Done || r.Key == "decision");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } missing)
        {
            return missing;
        }

        Steps = StepForm.From(Plan);
        Reasons = [.. Differences.Select(d => new ReasonTyped { Key = d.Key, Why = d.Why })];
        Revision = Procedure.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken ct)
    {
        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var draft = await start.RunAsync(new StartDraft.Input(Code), officer.Id, ct);
        if (!draft.Succeeded)
        {
            TempData.FlashRefusal(t[draft.Error!]);
            return RedirectToPage(new { code = Code });
        }

        return RedirectToPage("Edit", new { code = Code });
    }

    /// <summary>Saves steps and reasons, and publishes when that button was pressed; "add" and "drop-N" only change the rows on the screen.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? act, CancellationToken ct)
    {
        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        if (await LoadAsync(ct) is { } missing)
        {
            return missing;
        }

        if (ChangeRows(act))
        {
            ModelState.Clear();
            return Page();
        }

        var steps = StepForm.Read(Steps, Plan, ModelState, t);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var text = Version.Text;
        var reasons = Reasons.Where(r => r.Key is not null && !string.IsNullOrWhiteSpace(r.Why))
            .DistinctBy(r => r.Key).ToDictionary(r => r.Key!, r => Vietnamese.Tidy(r.Why!), StringComparer.Ordinal);
        var saved = await save.RunAsync(
            new SaveDraft.Input(Code, Revision, text with { Content = text.Content with { Steps = steps, Reasons = reasons } }), ct);
        if (!saved.Succeeded)
        {
            return Refused(saved.Error!);
        }

        return act == "publish" ? await PublishAsync(ct) : Done(t["Đã lưu bản {0} dự thảo.", Version.Number]);
    }

    private async Task<IActionResult> PublishAsync(CancellationToken ct)
    {
        // What was typed is saved by now; the page goes on from there.
        await LoadAsync(ct);
        Revision = Procedure.Revision;
        ModelState.Remove(nameof(Revision));
        var published = await publish.RunAsync(new PublishVersion.Input(Code, From, DecisionNo, Revision), officer.Id, ct);
        return published.Succeeded
            ? Done(t["Đã công bố bản {0}, dùng từ {1}.", published.Value.Number, From])
            : Refused(published.Error!);
    }

    private bool ChangeRows(string? act)
    {
        if (act == "add" && Steps.Count < StepForm.Most)
        {
            Steps.Add(new StepTyped());
            return true;
        }

        if (act?.StartsWith("drop-", StringComparison.Ordinal) == true && int.TryParse(act[5..], out var at) && at >= 0 && at < Steps.Count)
        {
            Steps.RemoveAt(at);
            return true;
        }

        return false;
    }

    private RedirectToPageResult Done(string words)
    {
        TempData.Flash(words);
        return RedirectToPage(new { code = Code });
    }

    private PageResult Refused(Error error)
    {
        ModelState.AddModelError(error.Field ?? "", t[error]);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var procedure = await db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Code == Code, ct);
        Today = clock.Now().Day;
        var version = Number is { } number
            ? procedure?.Versions.FirstOrDefault(v => v.Number == number)
            : procedure?.Draft ?? procedure?.BaseAt(Today);
        if (procedure is null || version is null)
        {
            return NotFound();
        }

        (Procedure, Version) = (procedure, version);
        Plan = StepPlan.Of(version.Text);
        await SimulateAsync(ct);
        if (version.IsDraft)
        {
            Before = procedure.BaseAt(Today);
            Differences = Before is null ? [] : VersionDiff.Between(Before.Text, version.Text);
            Ready = Readiness.Of(version.Text, DecisionNo);
            OpenBefore = Before is null ? 0 : await OpenUnderAsync(Before.Id, ct);
        }

        return null;
    }

    private async Task SimulateAsync(CancellationToken ct)
    {
        if (Version.Limit is not { } limit)
        {
            return;
        }

        var received = string.IsNullOrWhiteSpace(Received) ? clock.Now().Instant : TypedDates.Instant(Received);
        if (received is not { Year: >= 2000 and <= 2100 })
        {
            ReceivedProblem = t[TypedDateBinder.NoInstant, Received];
            received = clock.Now().Instant;
        }

        var old = Version.IsDraft ? Procedure.BaseAt(Today)?.Limit : null;
        Simulation = Simulation.Of(await clocks.ForAsync(officer.AgencyId, ct), limit, old, received.Value, Today, t);
    }

    private async Task<long> OpenUnderAsync(ProcedureVersionId version, CancellationToken ct) =>
        await db.Database.GetDbConnection().ExecuteScalarAsync<long>(new CommandDefinition(
            "select count(*) from dossiers where procedure_version_id = @id and finished_at is null and received_at is not null",
            new { id = version.Value },
            cancellationToken: ct));
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>A report that came as text and figures is checked by rules R1 to R10, and against the system's figures when asked. Nothing is kept.</summary>
public sealed class CheckReport(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public const int LongestText = 300_000;

    /// <param name="Text">The report's words; may be empty.</param>
    /// <param name="Sheet">Its figures, "chỉ tiêu; giá trị" a line; may be empty.</param>
    /// <param name="From">First day of the report's period.</param>
    /// <param name="To">Its last day.</param>
    /// <param name="SignedOn">Day of the report.</param>
    /// <param name="Agency">Whose figures of the system it is compared with; null: only with itself.</param>
    public sealed record Input(string Text, string Sheet, DateOnly From, DateOnly To, DateOnly? SignedOn, AgencyId? Agency = null);

    /// <param name="Findings">By rule.</param>
    /// <param name="Sheet">The figures as they were understood.</param>
    public sealed record Answer(IReadOnlyList<CheckedFinding> Findings, FigureSheet Sheet);

    public async Task<Result<Answer>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Text.Length > LongestText)
        {
            return NarrativeErrors.TooLong(LongestText).At("Words");
        }

        if (input.From <= input.To && input.From > clock.Now().Day)
        {
            return NarrativeErrors.PeriodAhead(input.From);
        }

        var period = Period.Of(input.From, input.To, clock.Now().Instant);
        if (!period.Succeeded)
        {
            return period.Error!;
        }

        var sheet = FigureSheet.Read(input.Sheet);
        if (!sheet.Succeeded)
        {
            return sheet.Error!;
        }

        Func<string, decimal?> system = _ => null;
        Func<string, string?> link = _ => null;
        if (input.Agency is { } agency)
        {
            if (!officer.Sees(agency))
            {
                return NarrativeErrors.NotFound();
            }

            (system, link) = await SystemAsync(agency, period.Value, sheet.Value, ct);
        }

        var facts = Facts(sheet.Value, input.From, input.To, input.SignedOn, system) with { Link = link, Source = input.Agency is null ? "số liệu kèm theo" : "số liệu của hệ thống" };
        return new Answer(Found(input.Text, sheet.Value, facts, system), sheet.Value);
    }

    /// <summary>The check of a report against itself alone.</summary>
    internal static IReadOnlyList<CheckedFinding> Of(string text, FigureSheet sheet, DateOnly from, DateOnly to, DateOnly? signedOn) =>
        Found(text, sheet, Facts(sheet, from, to, signedOn, _ => null), _ => null);

    private static PassageFacts Facts(FigureSheet sheet, DateOnly from, DateOnly to, DateOnly? signedOn, Func<string, decimal?> system) =>
        new(name => system(name) ?? sheet.Value(name) ?? Derived(sheet, name), from, to, signedOn) { Source = "số liệu kèm theo" };

    private static List<CheckedFinding> Found(string text, FigureSheet sheet, PassageFacts facts, Func<string, decimal?> system)
    {
        IEnumerable<CheckedFinding> found = [.. SheetCheck.Of(sheet, system, facts.Link), .. text.Trim().Length == 0 ? [] : ReportTextCheck.Of(text, facts)];
        return [.. found.OrderBy(f => f.Rule).ThenBy(f => !f.Finding.Contradiction)];
    }

    private async Task<(Func<string, decimal?> Value, Func<string, string?> Link)> SystemAsync(AgencyId id, Period period, FigureSheet sheet, CancellationToken ct)
    {
        var tree = await AgencyTree.LoadAsync(db, ct);
        var agency = tree.ById(id)!;
        var needed = sheet.Values.Select(v => NamedFigure.Find(v.Name)).OfType<NamedFigure>().Concat(FigureBook.ComparedFigures).Where(f => f.Origin is not FigureOrigin.Annex)
            .Select(f => new SentencePart.Number(f, FigureTime.Current, FigureShape.Value)).ToList();
        var book = await FigureBook.ReadAsync(db.Database.GetDbConnection(), tree, agency, period, needed, null, ct);
        var links = new FigureLinks(agency.Code, period.From, period.To);
        return (
            name => NamedFigure.Find(name) is { Origin: not FigureOrigin.Annex } f ? book.Value(f) : null,
            name => NamedFigure.Find(name) is { } f ? links.Of(f, FigureTime.Current) : null);
    }

    /// <summary>What follows from declared figures when it was not declared.</summary>
    private static decimal? Derived(FigureSheet sheet, string name) => name switch
    {
        "done" when sheet.Value("done.in_time") is { } inTime && sheet.Value("done.late") is { } late => inTime + late,
        "late" when sheet.Value("done.late") is { } done && sheet.Value("pending.overdue") is { } pending => done + pending,
        "late" => sheet.Value("done.late"),
        "new" when sheet.Value("received") is { } received && sheet.Value("carried") is { } carried => received - carried,
        "satisfied" when sheet.Values.Where(v => v.Name.StartsWith("b3.", StringComparison.Ordinal) && v.Name.EndsWith(".satisfied", StringComparison.Ordinal)).ToList() is { Count: > 0 } rows =>
            rows.Sum(r => r.Value),
        "satisfied.rate" when Derived(sheet, "satisfied") is { } satisfied && sheet.Value("rated") is { } rated => Rates.Of(satisfied, rated),
        "done.late.rate" when sheet.Value("done.late") is { } late && (sheet.Value("done") ?? Derived(sheet, "done")) is { } done => Rates.Of(late, done),
        "directives.overdue" => (sheet.Value("directives.not_started_overdue") ?? 0) + (sheet.Value("directives.in_progress_overdue") ?? 0),
        _ => null,
    };
}

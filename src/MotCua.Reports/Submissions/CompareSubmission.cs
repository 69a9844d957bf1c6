using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>A cell that the ledger says otherwise now.</summary>
/// <param name="RowKey">The row; null: the sum.</param>
/// <param name="RowName">In words.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Before">As kept.</param>
/// <param name="Now">As counted now.</param>
public sealed record CellChange(string? RowKey, string RowName, string Column, ReportValue Before, ReportValue Now);

/// <summary>A line of a record's ledger that was keyed after the numbers were counted.</summary>
/// <param name="Kind">What happened, as the ledger names it.</param>
/// <param name="At">When it happened.</param>
/// <param name="KeyedAt">When it was written down.</param>
/// <param name="Reason">Why it was keyed late, or the note.</param>
/// <param name="Officer">Who.</param>
public sealed record LaterLine(string Kind, DateTimeOffset At, DateTimeOffset KeyedAt, string? Reason, string? Officer);

/// <summary>A record that counts elsewhere now, and what was written about it since.</summary>
/// <param name="Code">Of the dossier, or the number of a task from above.</param>
/// <param name="Gone">Figures that it counted in and does not any more.</param>
/// <param name="Come">Figures that it counts in only now.</param>
public sealed record RecordChange(string Code, IReadOnlyList<string> Gone, IReadOnlyList<string> Come)
{
    public IReadOnlyList<LaterLine> Why { get; init; } = [];

    /// <summary>A task from above and no dossier.</summary>
    public bool IsTask { get; init; }

    /// <summary>The row it stood in, when that has changed.</summary>
    public (string Before, string Now)? Moved { get; init; }
}

/// <summary>What differs between a kept report and the ledger.</summary>
/// <param name="Now">Counted now, for the same days.</param>
/// <param name="Cells">Every cell that differs, the sum first.</param>
/// <param name="Records">The first of those that count elsewhere, by code.</param>
/// <param name="AllRecords">How many there are in all.</param>
public sealed record SubmissionDifference(FrozenReport Now, IReadOnlyList<CellChange> Cells, IReadOnlyList<RecordChange> Records, int AllRecords)
{
    public bool IsNone => Cells.Count == 0 && AllRecords == 0;
}

/// <summary>Counts a kept report again and says which numbers and records differ, and which later lines of the ledger did it.</summary>
public sealed class CompareSubmission(MotCuaDb db, CountSubmission count, TimeProvider clock)
{
    public const int MostRecords = 200;

    public sealed record Input(ReportSubmission Submission);

    public async Task<Result<SubmissionDifference>> RunAsync(Input input, CancellationToken ct)
    {
        var submission = input.Submission;
        var counted = await count.RunAsync(submission.Asked(clock.Now()), ct);
        if (!counted.Succeeded)
        {
            return counted.Error!;
        }

        var connection = db.Database.GetDbConnection();
        var changes = Changes(await FrozenLists.ReadAsync(connection, submission.Id, ct), counted.Value.Sets);
        var shown = changes.Take(MostRecords).ToList();
        var why = await LaterLinesAsync(shown, submission, ct);
        return new SubmissionDifference(
            counted.Value.Report, CellsOf(submission.Content, counted.Value.Report), [.. shown.Select(c => c with { Why = [.. why[c.Code]] })], changes.Count);
    }

    internal static List<CellChange> CellsOf(FrozenReport before, FrozenReport now)
    {
        var changes = OfRow(null, before.Totals, now.Totals).ToList();
        var rows = now.Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var known = before.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in before.Rows)
        {
            changes.AddRange(OfRow(row.Key, row, rows.GetValueOrDefault(row.Key)));
        }

        foreach (var row in now.Rows.Where(r => !known.Contains(r.Key)))
        {
            changes.AddRange(OfRow(row.Key, null, row));
        }

        return changes;
    }

    private static IEnumerable<CellChange> OfRow(string? key, ReportRow? before, ReportRow? now) =>
        from column in (before ?? now)!.Cells.Keys.Union((now ?? before)!.Cells.Keys, StringComparer.Ordinal)
        let was = before?.Cells.GetValueOrDefault(column) ?? default
        let become = now?.Cells.GetValueOrDefault(column) ?? default
        where was != become && !(was.Number is null or 0 && become.Number is null or 0 && was.Words == become.Words)
        select new CellChange(key, (now ?? before)!.Name, column, was, become);

    internal static List<RecordChange> Changes(IReadOnlyList<FrozenSet> before, IReadOnlyList<FrozenSet> now)
    {
        var (was, become) = (PlacesOf(before), PlacesOf(now));
        var changes = new List<RecordChange>();
        foreach (var code in was.Keys.Union(become.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, young) = (was.GetValueOrDefault(code) ?? [], become.GetValueOrDefault(code) ?? []);
            if (old.SetEquals(young))
            {
                continue;
            }

            changes.Add(new RecordChange(code, Only(old, young), Only(young, old))
            {
                Moved = RowOf(old) is { } oldRow && RowOf(young) is { } newRow && oldRow != newRow ? (oldRow, newRow) : null,
                IsTask = old.Concat(young).Any(p => p.Row.Contains(DirectiveRows, StringComparison.Ordinal)),
            });
        }

        return changes;
    }

    // Of a narrative report a record stands in several parts: in sentences, in tables, in the period before.
    private static readonly string DirectiveRows = $".directives{KeptList.Mark}";

    private static string PartOf(string row) => row.Contains(KeptList.Mark, StringComparison.Ordinal) ? row[..row.IndexOf(KeptList.Mark, StringComparison.Ordinal)] : "";

    /// <summary>Figures that a record counts in here and, in the same part, not there.</summary>
    private static IReadOnlyList<string> Only(HashSet<(string Row, string Figure)> here, HashSet<(string Row, string Figure)> there) =>
    [
        .. here.Select(p => (Part: PartOf(p.Row), p.Figure)).Except(there.Select(p => (Part: PartOf(p.Row), p.Figure))).Select(p => p.Figure).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The one row that it stands in; null for none or several.</summary>
    private static string? RowOf(HashSet<(string Row, string Figure)> places) =>
        places.Select(p => p.Row).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    private static Dictionary<string, HashSet<(string Row, string Figure)>> PlacesOf(IReadOnlyList<FrozenSet> sets)
    {
        var places = new Dictionary<string, HashSet<(string, string)>>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            foreach (var code in set.Codes)
            {
                var at = places.TryGetValue(code, out var known) ? known : places[code] = [];
                at.UnionWith(set.Figures.Select(f => (set.RowKey, f)));
            }
        }

        return places;
    }

    /// <summary>What was keyed after the counting and happened before the period's end: nothing else enters its figures.</summary>
    private async Task<ILookup<string, LaterLine>> LaterLinesAsync(IReadOnlyList<RecordChange> changes, ReportSubmission submission, CancellationToken ct)
    {
        const string Sql =
            """
            select d.code, e.kind, e.at, coalesce(e.entered_at, e.at) as keyed_at, coalesce(e.facts ->> 'lateReason', e.note) as reason, o.name as officer
            from dossiers d join dossier_events e on e.dossier_id = d.id left join officers o on o.id = e.officer_id
            where d.code = any(@codes) and e.at < @end and coalesce(e.entered_at, e.at) > @counted
            order by d.code, e.seq
            """;
        var lines = await db.Database.GetDbConnection().QueryAsync<(string Code, string Kind, DateTimeOffset At, DateTimeOffset KeyedAt, string? Reason, string? Officer)>(
            new CommandDefinition(
                Sql,
                new { codes = changes.Select(c => c.Code).ToArray(), end = Moment.At(submission.PeriodTo.AddDays(1), TimeOnly.MinValue).Instant, counted = submission.CountedAt },
                cancellationToken: ct));
        return lines.ToLookup(l => l.Code, l => new LaterLine(l.Kind, l.At, l.KeyedAt, l.Reason, l.Officer), StringComparer.Ordinal);
    }
}

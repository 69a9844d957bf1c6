using System.Data.Common;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Reports.Narrative;

/// <summary>Every figure that a report needs, read with a few queries for all of them: a query a base and period, not one a placeholder.</summary>
public sealed class FigureBook
{
    private readonly Dictionary<FigureTime, Read> reads;

    private FigureBook(Dictionary<FigureTime, Read> reads, AgencyTree tree, AgencyNode agency) => (this.reads, Tree, Agency) = (reads, tree, agency);

    /// <summary>What was read for one period; null where the records do not reach.</summary>
    private sealed record Read(Period Period, IReadOnlyList<FigureRow> Counts, IReadOnlyDictionary<string, long> Directives, IReadOnlyDictionary<string, decimal?> Annex);

    public AgencyTree Tree { get; }

    public AgencyNode Agency { get; }

    public Period Period => reads[FigureTime.Current].Period;

    /// <summary>Figures that the check of hand-written passages compares with.</summary>
    private static readonly string[] Compared =
    [
        "received", "carried", "new", "new.direct", "new.online", "new.postal", "done", "done.early", "done.on_time", "done.in_time", "done.late", "withdrawn",
        "pending", "pending.within", "pending.overdue", "pending.stopped", "late", "apologised", "late_without_apology", "digitised", "not_digitised", "rated", "satisfied",
        "paid_online", "paid_online.amount",
    ];

    internal static IEnumerable<NamedFigure> ComparedFigures => Compared.Select(NamedFigure.Get);

    public decimal? Value(NamedFigure figure, FigureTime time = FigureTime.Current)
    {
        if (!reads.TryGetValue(time, out var read))
        {
            return null;
        }

        if (figure.Origin is FigureOrigin.Annex)
        {
            return read.Annex.GetValueOrDefault(figure.Parts[0]);
        }

        if (figure.Origin is FigureOrigin.Directives)
        {
            return figure.Parts.Sum(p => read.Directives.GetValueOrDefault(p));
        }

        long Sum(IEnumerable<string> names) => read.Counts.Sum(r => names.Sum(n => r.Values.GetValueOrDefault(n)));
        return figure.IsRate ? Rates.Of(Sum(figure.Parts), Sum(figure.Whole)) : Sum(figure.Parts);
    }

    public decimal? Value(string name) => Value(NamedFigure.Get(name));

    /// <summary>Field → count, the largest first, without those where nothing occurred.</summary>
    public IReadOnlyList<(string Key, string Name, long Count)> ByField(NamedFigure figure) =>
    [
        .. reads[FigureTime.Current].Counts.GroupBy(r => r.Key ?? "").Select(g => (g.Key, g.Key, g.Sum(r => r[figure.Parts[0]])))
            .Where(g => g.Item3 > 0).OrderByDescending(g => g.Item3).ThenBy(g => g.Item1, StringComparer.Ordinal),
    ];

    public IReadOnlyList<(string Key, string Name, long Count)> ByAgency(NamedFigure figure) =>
    [
        .. reads[FigureTime.Current].Counts.GroupBy(r => r.Agency).Select(g => (Node: Tree.ById(g.Key)!, Count: g.Sum(r => r[figure.Parts[0]])))
            .Where(g => g.Count > 0).OrderByDescending(g => g.Count).Select(g => (g.Node.Code, Tree.NameOf(g.Node.Id, Period.LastDay), g.Count)),
    ];

    public static async Task<FigureBook> ReadAsync(
        DbConnection connection, AgencyTree tree, AgencyNode agency, Period period, IReadOnlyCollection<SentencePart.Number> needed, IReadOnlyDictionary<string, decimal?>? annex, CancellationToken ct)
    {
        var reads = new Dictionary<FigureTime, Read>();
        foreach (var time in needed.Select(n => n.Time).Append(FigureTime.Current).Distinct())
        {
            var (first, last) = PeriodWords.DaysOf(time, period.From, period.To);
            var seen = time is FigureTime.Current ? period : Period.Of(first, last, period.End).Value;
            var wanted = needed.Where(n => time is FigureTime.Current || n.Time == time).Select(n => n.Figure).Where(f => f.Origin is FigureOrigin.Dossiers)
                .SelectMany(f => f.Parts.Concat(f.Whole)).Concat(time is FigureTime.Current ? Compared : []).Distinct().Select(Figures.Get).ToList();
            var agencies = tree.WithDescendants(agency.Id, seen.LastDay);
            var counts = wanted.Count == 0 ? [] : await new FigureQuery(connection).CountAsync(wanted, seen, Basis.Original, agencies, Grouping.Field, ct);
            var directives = await DirectiveFigures.CountAsync(connection, seen.Directives, agencies, ct);
            var sums = DirectiveFigures.All.ToDictionary(f => f.Name, f => directives.Values.Sum(d => d[f.Name]), StringComparer.Ordinal);
            reads[time] = new Read(seen, counts, sums, time is FigureTime.Current && annex is not null ? annex : new Dictionary<string, decimal?>());
        }

        return new FigureBook(reads, tree, agency);
    }
}

using System.Data.Common;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>A figure in one month, and its named denominator (0 where it has none).</summary>
public sealed record FigureMonth(DateOnly From, DateOnly To, long Value, long Whole)
{
    /// <summary>In percent; null without a denominator.</summary>
    public decimal? Rate => Rates.Of(Value, Whole);
}

/// <summary>A figure month by month, each month a period of its own over the tree as it stood at its end.</summary>
public sealed class FigureTrend(DbConnection connection, AgencyTree tree)
{
    /// <summary>The months before the day and the one it falls in, the last one up to the day.</summary>
    public async Task<IReadOnlyList<FigureMonth>> MonthsAsync(
        Figure figure, AgencyId agency, DateOnly last, DateTimeOffset at, Basis basis, int months, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var query = new FigureQuery(connection);
        List<Figure> read = [figure, .. figure.Of.Where(o => o != figure.Name).Select(Figures.Get)];
        var found = new List<FigureMonth>();
        for (var first = last.AddDays(1 - last.Day).AddMonths(1 - months); first <= last; first = first.AddMonths(1))
        {
            var end = first.AddMonths(1).AddDays(-1);
            var period = Period.Of(first, end < last ? end : last, at);
            if (!period.Succeeded)
            {
                break;
            }

            var counts = await query.CountAsync(read, period.Value, basis, tree.WithDescendants(agency, period.Value.LastDay), Grouping.Agency, ct);
            long Sum(string name) => counts.Sum(c => c[name]);
            found.Add(new FigureMonth(period.Value.From, period.Value.To, Sum(figure.Name), figure.Of.Sum(Sum)));
        }

        return found;
    }
}

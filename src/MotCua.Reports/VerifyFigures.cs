using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Reports;

/// <summary>
/// Proves the figures over an agency and a period, or over samples of both: each number is the length of its list (of B.4 too), the
/// identities of CONTRACT 5 hold, and the rows of every form add up to its totals, by each grouping and each basis.
/// </summary>
public sealed class VerifyFigures(MotCuaDb db, WriteReport reports, TimeProvider clock)
{
    private const int SampledAgencies = 6;

    /// <summary>A member that is null is sampled.</summary>
    public sealed record Input(string? Agency = null, DateOnly? From = null, DateOnly? To = null, Action<string>? Progress = null);

    public sealed record Report(int Checks, IReadOnlyList<string> Wrong);

    public async Task<Result<Report>> RunAsync(Input input, CancellationToken ct)
    {
        var tree = await AgencyTree.LoadAsync(db, ct);
        if (input.Agency is { } code && tree.ByCode(code) is null)
        {
            return WriteReport.AgencyUnknown(code);
        }

        // Figures and lists are compared as of one instant and one picture of the database.
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var agencies = input.Agency is { } one ? [one] : await AgenciesAsync(tree, now.Day, ct);
        var (checks, wrong) = (0, new List<string>());
        foreach (var (from, to) in await PeriodsAsync(input, now.Day, ct))
        {
            var period = Period.Of(from, to, now.Instant);
            if (!period.Succeeded)
            {
                return period.Error!;
            }

            foreach (var agency in agencies)
            {
                foreach (var basis in Enum.GetValues<Basis>())
                {
                    input.Progress?.Invoke($"{agency} {Vietnamese.Date(from)}–{Vietnamese.Date(to)} {basis.Text()}");
                    var place = $"{agency} {from:yyyy-MM-dd}..{to:yyyy-MM-dd} {basis.Text()}";
                    var found = await FiguresAsync(tree, agency, period.Value, basis, ct);
                    found.AddRange(await DirectivesAsync(tree, agency, period.Value, ct));
                    found.AddRange(await FormsAsync(agency, period.Value, now.Instant, basis, ct));
                    checks += found.Count;
                    wrong.AddRange(found.Where(f => !f.Ok).Select(f => $"{place}: {f.Rule}"));
                }
            }
        }

        return new Report(checks, wrong);
    }

    /// <summary>Each figure and its list.</summary>
    private async Task<List<ReportCheck>> FiguresAsync(AgencyTree tree, string agency, Period period, Basis basis, CancellationToken ct)
    {
        var query = new FigureQuery(db.Database.GetDbConnection());
        var under = tree.WithDescendants(tree.ByCode(agency)!.Id, period.LastDay);
        var counted = Figures.All.Where(f => f.Sum is null).ToList();
        var counts = await query.CountAsync(counted, period, basis, under, Grouping.Agency, ct);
        var checks = new List<ReportCheck>();
        foreach (var figure in counted)
        {
            var count = counts.Sum(c => c[figure.Name]);
            var listed = await query.ListAsync(new FigureQuestion(figure, period, basis, under), default, (0, int.MaxValue), ct);
            checks.Add(new($"{figure.Name} là {count}, danh sách có {listed.Count}", count == listed.Count));
        }

        return checks;
    }

    /// <summary>Each column of B.4 and its list.</summary>
    private async Task<List<ReportCheck>> DirectivesAsync(AgencyTree tree, string agency, Period period, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var under = tree.WithDescendants(tree.ByCode(agency)!.Id, period.LastDay);
        var counts = await DirectiveFigures.CountAsync(connection, period.Directives, under, ct);
        var checks = new List<ReportCheck>();
        foreach (var figure in DirectiveFigures.All)
        {
            var count = counts.Values.Sum(c => c[figure.Name]);
            var listed = await DirectiveFigures.ListAsync(connection, figure, period.Directives, under, ct);
            checks.Add(new($"b4 {figure.Name} là {count}, danh sách có {listed.Count}", count == listed.Count));
        }

        return checks;
    }

    private async Task<List<ReportCheck>> FormsAsync(string agency, Period period, DateTimeOffset now, Basis basis, CancellationToken ct)
    {
        var checks = new List<ReportCheck>();
        foreach (var form in Form.All)
        {
            foreach (var by in form.MayBeGrouped ? Enum.GetValues<Grouping>().Cast<Grouping?>() : [form.DefaultGrouping])
            {
                var report = await reports.RunAsync(new WriteReport.Input(form, agency, period.From, period.To, now, by, basis), ct);
                checks.AddRange(report.Value.Checks.Select(c => c with { Rule = $"{form.Name}{(by is { } g ? $" theo {g.Text()}" : "")}: {c.Rule}" }));
            }
        }

        return checks;
    }

    /// <summary>The roots, and some agencies that have dossiers.</summary>
    private async Task<List<string>> AgenciesAsync(AgencyTree tree, DateOnly today, CancellationToken ct)
    {
        const string Sql = "select agency_id from dossiers group by agency_id order by count(*) desc limit @most";
        var busy = await db.Database.GetDbConnection().QueryAsync<Guid>(new CommandDefinition(Sql, new { most = SampledAgencies }, cancellationToken: ct));
        return [.. tree.RootsAt(today).Select(r => r.Code).Concat(busy.Select(id => tree.CodeOf(new AgencyId(id)))).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The whole life of the data, its last whole month, the month in its middle, and its first day.</summary>
    private async Task<List<(DateOnly From, DateOnly To)>> PeriodsAsync(Input input, DateOnly today, CancellationToken ct)
    {
        var (first, last) = await db.Database.GetDbConnection().QuerySingleAsync<(DateTimeOffset?, DateTimeOffset?)>(
            new CommandDefinition("select min(coalesce(received_at, refused_at)), max(last_event_at) from dossiers", cancellationToken: ct));
        var begin = first is { } f ? Moment.Of(f).Day : today;
        var end = last is { } l ? Moment.Of(l).Day : today;
        if (input.From is not null || input.To is not null)
        {
            return [(input.From ?? begin, input.To ?? end)];
        }

        var middle = begin.AddDays((end.DayNumber - begin.DayNumber) / 2);
        return [(begin, end), Month(end), Month(middle), (begin, begin)];
    }

    private static (DateOnly From, DateOnly To) Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return (first, first.AddMonths(1).AddDays(-1));
    }
}

using System.Data.Common;
using Dapper;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Reports.Submissions;

/// <summary>
/// The records behind every number of a form at once: each record of a base is read one time, with all figures that it counts in, by the
/// same rows and conditions as the numbers.
/// </summary>
internal static class FrozenSets
{
    private static readonly string[] OfB2 = ["apologised", "late", "late_without_apology"];

    /// <summary>The figures behind the numbers of a form that are sets of dossiers.</summary>
    public static IReadOnlyList<string> FiguresOf(Form form) =>
        form == Form.B2 ? OfB2
        : form == Form.Annex1 ? [.. AnnexFigures.ByIndicator.Values.Distinct(StringComparer.Ordinal)]
        : form == Form.B4 ? []
        : [.. form.Columns.Select(c => c.Figure).OfType<string>()];

    public static async Task<IReadOnlyList<FrozenSet>> ReadAsync(DbConnection connection, AgencyTree tree, Form form, Report report, CancellationToken ct)
    {
        var agency = tree.ByCode(report.AgencyCode)!;
        var agencies = tree.WithDescendants(agency.Id, report.Period.LastDay);
        string RowOf(AgencyId of) => ReportRows.KeyOf(tree, report.AgencyCode, of, report.Period.LastDay);
        return form == Form.B4
            ? await DirectivesAsync(connection, tree, report.Period, agencies, RowOf, ct)
            : await OfFiguresAsync(
                connection, tree, [.. FiguresOf(form).Select(Figures.Get)], new Asked(report.Period, report.Basis, agencies, report.Grouping),
                (of, key) => report.Grouping switch
                {
                    null => "",
                    Grouping.Agency => RowOf(of),
                    _ => key ?? "",
                },
                ct);
    }

    /// <summary>Of which days and agencies, and how the records are told apart.</summary>
    internal sealed record Asked(Period Period, Basis Basis, IReadOnlySet<AgencyId> Agencies, Grouping? Grouping);

    /// <summary>The sets of some figures; the row of a set is made of its agency and its group.</summary>
    internal static async Task<IReadOnlyList<FrozenSet>> OfFiguresAsync(
        DbConnection connection, AgencyTree tree, IReadOnlyList<Figure> figures, Asked asked, Func<AgencyId, string?, string> rowOf, CancellationToken ct)
    {
        var sets = new List<FrozenSet>();
        foreach (var ofBase in figures.GroupBy(f => f.Base))
        {
            foreach (var (agencyId, key, names, codes) in await OfBaseAsync(connection, [.. ofBase], asked, ct))
            {
                sets.Add(new FrozenSet(rowOf(new AgencyId(agencyId), key), tree.CodeOf(new AgencyId(agencyId)), names, codes));
            }
        }

        return sets;
    }

    private static async Task<IEnumerable<(Guid Agency, string? Key, string[] Figures, string[] Codes)>> OfBaseAsync(
        DbConnection connection, IReadOnlyList<Figure> figures, Asked asked, CancellationToken ct)
    {
        var (key, join) = asked.Grouping is { } grouping ? FigureSql.Group(grouping) : ("null::text", "");
        var parameters = FigureQuery.Parameters(asked.Period, asked.Agencies, out var ids);
        var names = figures.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"case when {f.Condition} then '{f.Name}' end");
        var sql =
            $"""
            {FigureSql.Rows(figures[0].Base, asked.Basis, ids)},
            told as (select x.agency_id, {key} as key, array_remove(array[{string.Join(", ", names)}], null) as figures, coalesce(nullif(x.code, ''), '{FrozenRecord.FormMark}' || x.id) as code from x {join})
            select agency_id as agency, key, figures, array_agg(code order by code collate "C") as codes
            from told where figures <> array[]::text[] group by agency_id, key, figures
            """;
        return await connection.QueryAsync<(Guid, string?, string[], string[])>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct));
    }

    /// <summary>Of B.4 the records are tasks from above, known by their number.</summary>
    internal static async Task<IReadOnlyList<FrozenSet>> DirectivesAsync(
        DbConnection connection, AgencyTree tree, Period period, IReadOnlySet<AgencyId> agencies, Func<AgencyId, string> rowOf, CancellationToken ct)
    {
        var of = new Dictionary<(Guid Agency, string Number), List<string>>();
        foreach (var figure in DirectiveFigures.All)
        {
            foreach (var directive in await DirectiveFigures.ListAsync(connection, figure, period.Directives, agencies, ct))
            {
                var key = (directive.AgencyId, directive.Number);
                (of.TryGetValue(key, out var figures) ? figures : of[key] = []).Add(figure.Name);
            }
        }

        return
        [
            .. of.GroupBy(d => (d.Key.Agency, Figures: string.Join(' ', d.Value.Order(StringComparer.Ordinal)))).Select(g => new FrozenSet(
                rowOf(new AgencyId(g.Key.Agency)),
                tree.CodeOf(new AgencyId(g.Key.Agency)),
                g.Key.Figures.Split(' '),
                [.. g.Select(d => d.Key.Number).Order(StringComparer.Ordinal)])),
        ];
    }
}

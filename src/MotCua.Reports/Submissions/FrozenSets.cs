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
        if (form == Form.B4)
        {
            return await DirectivesAsync(connection, tree, report, agencies, ct);
        }

        var sets = new List<FrozenSet>();
        foreach (var figures in FiguresOf(form).Select(Figures.Get).GroupBy(f => f.Base))
        {
            foreach (var (agencyId, key, names, codes) in await OfBaseAsync(connection, [.. figures], report, agencies, ct))
            {
                var row = report.Grouping switch
                {
                    null => "",
                    Grouping.Agency => ReportRows.KeyOf(tree, report.AgencyCode, new AgencyId(agencyId), report.Period.LastDay),
                    _ => key ?? "",
                };
                sets.Add(new FrozenSet(row, tree.CodeOf(new AgencyId(agencyId)), names, codes));
            }
        }

        return sets;
    }

    private static async Task<IEnumerable<(Guid Agency, string? Key, string[] Figures, string[] Codes)>> OfBaseAsync(
        DbConnection connection, IReadOnlyList<Figure> figures, Report report, IReadOnlySet<AgencyId> agencies, CancellationToken ct)
    {
        var (key, join) = report.Grouping is { } grouping ? FigureSql.Group(grouping) : ("null::text", "");
        var parameters = FigureQuery.Parameters(report.Period, agencies, out var ids);
        var names = figures.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"case when {f.Condition} then '{f.Name}' end");
        var sql =
            $"""
            {FigureSql.Rows(figures[0].Base, report.Basis, ids)},
            told as (select x.agency_id, {key} as key, array_remove(array[{string.Join(", ", names)}], null) as figures, coalesce(nullif(x.code, ''), '{FrozenRecord.FormMark}' || x.id) as code from x {join})
            select agency_id as agency, key, figures, array_agg(code order by code collate "C") as codes
            from told where figures <> array[]::text[] group by agency_id, key, figures
            """;
        return await connection.QueryAsync<(Guid, string?, string[], string[])>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct));
    }

    /// <summary>Of B.4 the records are tasks from above, known by their number.</summary>
    private static async Task<IReadOnlyList<FrozenSet>> DirectivesAsync(
        DbConnection connection, AgencyTree tree, Report report, IReadOnlySet<AgencyId> agencies, CancellationToken ct)
    {
        var of = new Dictionary<(Guid Agency, string Number), List<string>>();
        foreach (var figure in DirectiveFigures.All)
        {
            foreach (var directive in await DirectiveFigures.ListAsync(connection, figure, report.Period.Directives, agencies, ct))
            {
                var key = (directive.AgencyId, directive.Number);
                (of.TryGetValue(key, out var figures) ? figures : of[key] = []).Add(figure.Name);
            }
        }

        return
        [
            .. of.GroupBy(d => (d.Key.Agency, Figures: string.Join(' ', d.Value.Order(StringComparer.Ordinal)))).Select(g => new FrozenSet(
                ReportRows.KeyOf(tree, report.AgencyCode, new AgencyId(g.Key.Agency), report.Period.LastDay),
                tree.CodeOf(new AgencyId(g.Key.Agency)),
                g.Key.Figures.Split(' '),
                [.. g.Select(d => d.Key.Number).Order(StringComparer.Ordinal)])),
        ];
    }
}

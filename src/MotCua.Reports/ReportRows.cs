using System.Data.Common;
using Dapper;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>Cuts counts into the rows of a form.</summary>
internal static class ReportRows
{
    /// <summary>A row per direct child with all under it, ended ones only when they have records; a row for the agency's own.</summary>
    public static List<ReportRow> ByAgency(Form form, AgencyTree tree, AgencyNode agency, DateOnly day, IReadOnlyList<FigureRow> counts)
    {
        var byAgency = counts.ToLookup(c => c.Agency);
        var inForce = tree.ChildrenOf(agency.Id, day);
        var rows = new List<ReportRow>();
        if (byAgency.Contains(agency.Id) || inForce.Count == 0)
        {
            rows.Add(Row(form, agency.Code, tree.NameOf(agency.Id, day), byAgency[agency.Id]));
        }

        foreach (var child in inForce.Concat(tree.OtherChildrenOf(agency.Id, day)).OrderBy(c => c.Code, StringComparer.Ordinal))
        {
            var under = tree.WithDescendants(child.Id, day).SelectMany(id => byAgency[id]).ToList();
            if (under.Count > 0 || tree.StageAt(child.Id, day) is not null)
            {
                rows.Add(Row(form, child.Code, tree.NameOf(child.Id, day), under));
            }
        }

        return rows;
    }

    /// <summary>The row of <see cref="ByAgency"/> that an agency under <paramref name="above"/> is counted in.</summary>
    public static string KeyOf(AgencyTree tree, string above, AgencyId agency, DateOnly day)
    {
        var path = tree.PathTo(agency, day).Select(tree.CodeOf).ToList();
        return path[Math.Min(path.IndexOf(above) + 1, path.Count - 1)];
    }

    public static List<ReportRow> ByLevel(Form form, AgencyTree tree, DateOnly day, IReadOnlyList<FigureRow> counts) =>
    [
        .. counts.GroupBy(c => tree.PlaceAt(c.Agency, day)?.Level ?? AgencyLevel.Branch).OrderBy(g => g.Key)
            .Select(g => Row(form, MotCua.Foundation.Snake.Text(g.Key), g.Key.Name(), g)),
    ];

    /// <summary>A row a key, without those in which nothing occurred.</summary>
    public static List<ReportRow> ByKey(Form form, IReadOnlyList<FigureRow> counts, Func<string, string> name) =>
    [
        .. counts.GroupBy(c => c.Key ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(form, g.Key, name(g.Key), g))
            .Where(r => r.Cells.Values.Any(v => v.Number is not (null or 0))),
    ];

    public static async Task<List<ReportRow>> ByProcedureAsync(Form form, DbConnection connection, IReadOnlyList<FigureRow> counts, CancellationToken ct)
    {
        const string Sql =
            """
            select distinct on (p.code) p.code, v.name from procedures p join procedure_versions v on v.procedure_id = p.id
            order by p.code, v.number desc
            """;
        var names = (await connection.QueryAsync<(string Code, string Name)>(new CommandDefinition(Sql, cancellationToken: ct))).ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal);
        return ByKey(form, counts, code => code.Length == 0 ? "Không ghi thủ tục" : names.GetValueOrDefault(code, code));
    }

    public static async Task<List<ReportRow>> ByOfficerAsync(Form form, DbConnection connection, IReadOnlyList<FigureRow> counts, CancellationToken ct)
    {
        var names = (await connection.QueryAsync<(string Code, string Name)>(new CommandDefinition("select code, name from officers", cancellationToken: ct)))
            .ToDictionary(o => o.Code, o => o.Name, StringComparer.Ordinal);
        return ByKey(form, counts, code => code.Length == 0 ? "Chưa có người thụ lý" : names.GetValueOrDefault(code, code));
    }

    public static ReportRow Row(Form form, string key, string name, IEnumerable<FigureRow> counts)
    {
        var all = counts.ToList();
        long Sum(string figure) => all.Sum(c => c[figure]);
        return new ReportRow(key, name, form.Columns.Where(c => !c.IsWords).ToDictionary(c => c.Name, c => (ReportValue)c.Value!(Sum), StringComparer.Ordinal));
    }
}

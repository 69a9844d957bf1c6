using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>Computes a form for an agency and everything under it as the tree stood on the period's last day.</summary>
public sealed class WriteReport(MotCuaDb db)
{
    public sealed record Input(Form Form, string Agency, DateOnly From, DateOnly To, DateTimeOffset At, Grouping? By = null, Basis Basis = Basis.Original);

    private static readonly Figure[] Needed = [.. Figures.All.Where(f => f.Base is FigureBase.Touched)];

    public async Task<Result<Report>> RunAsync(Input input, CancellationToken ct)
    {
        var period = Period.Of(input.From, input.To, input.At);
        if (!period.Succeeded)
        {
            return period.Error!;
        }

        var day = period.Value.LastDay;
        var tree = await AgencyTree.LoadAsync(db, ct);
        if (tree.ByCode(input.Agency) is not { } agency)
        {
            return AgencyUnknown(input.Agency);
        }

        var grouping = input.By ?? input.Form.DefaultGrouping;
        var counts = await new FigureQuery(db.Database.GetDbConnection()).CountAsync(Needed, period.Value, input.Basis, tree.WithDescendants(agency.Id, day), grouping, ct);
        var rows = grouping switch
        {
            Grouping.Agency => ByAgency(input.Form, tree, agency, day, counts),
            Grouping.Level => ByLevel(input.Form, tree, day, counts),
            Grouping.Procedure => await ByProcedureAsync(input.Form, counts, ct),
            _ => ByKey(input.Form, counts, key => key),
        };
        var totals = Row(input.Form, "", "Cộng", counts);
        return new Report(input.Form.Name, agency.Code, tree.NameOf(agency.Id, day), period.Value, input.Basis, grouping, rows, totals, Checks(counts, rows, totals));
    }

    internal static Error AgencyUnknown(string code) =>
        new("report.agency-unknown", "Không có đơn vị mã {0}. Kiểm tra lại mã.", code) { Field = "Agency" };

    /// <summary>A row per direct child with all under it, ended ones only with dossiers; a row for the agency's own.</summary>
    private static List<ReportRow> ByAgency(Form form, AgencyTree tree, AgencyNode agency, DateOnly day, IReadOnlyList<FigureRow> counts)
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

    private static List<ReportRow> ByLevel(Form form, AgencyTree tree, DateOnly day, IReadOnlyList<FigureRow> counts) =>
    [
        .. counts.GroupBy(c => tree.PlaceAt(c.Agency, day)?.Level ?? AgencyLevel.Branch).OrderBy(g => g.Key)
            .Select(g => Row(form, g.Key.Text(), g.Key.Name(), g)),
    ];

    private static List<ReportRow> ByKey(Form form, IReadOnlyList<FigureRow> counts, Func<string, string> name) =>
    [
        .. counts.GroupBy(c => c.Key ?? "").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Row(form, g.Key, name(g.Key), g)),
    ];

    private async Task<List<ReportRow>> ByProcedureAsync(Form form, IReadOnlyList<FigureRow> counts, CancellationToken ct)
    {
        const string Sql =
            """
            select distinct on (p.code) p.code, v.name from procedures p join procedure_versions v on v.procedure_id = p.id
            order by p.code, v.number desc
            """;
        var names = (await db.Database.GetDbConnection().QueryAsync<(string Code, string Name)>(new CommandDefinition(Sql, cancellationToken: ct))).ToDictionary(p => p.Code, p => p.Name);
        return ByKey(form, counts, code => names.GetValueOrDefault(code, code));
    }

    private static ReportRow Row(Form form, string key, string name, IEnumerable<FigureRow> counts)
    {
        var all = counts.ToList();
        long Sum(string figure) => all.Sum(c => c[figure]);
        return new ReportRow(key, name, form.Columns.ToDictionary(c => c.Name, c => c.Value(Sum)));
    }

    /// <summary>The identities of CONTRACT 5, and that the rows add up to the totals.</summary>
    private static List<ReportCheck> Checks(IReadOnlyList<FigureRow> counts, IReadOnlyList<ReportRow> rows, ReportRow totals)
    {
        long Sum(string figure) => counts.Sum(c => c[figure]);
        List<ReportCheck> checks =
        [
            new("received = done + withdrawn + pending", Sum("received") == Sum("done") + Sum("withdrawn") + Sum("pending")),
            new("received = carried + new", Sum("received") == Sum("carried") + Sum("new")),
            new("done = early + on_time + late", Sum("done") == Sum("done.early") + Sum("done.on_time") + Sum("done.late")),
            new("pending = within + overdue", Sum("pending") == Sum("pending.within") + Sum("pending.overdue")),
            new("new = direct + online + postal", Sum("new") == Sum("new.direct") + Sum("new.online") + Sum("new.postal")),
        ];
        checks.AddRange(totals.Cells.Where(c => !c.Key.EndsWith("_rate", StringComparison.Ordinal))
            .Select(c => new ReportCheck($"rows add up: {c.Key}", rows.Sum(r => r[c.Key] ?? 0) == (c.Value ?? 0))));
        return checks;
    }
}

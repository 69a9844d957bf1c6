using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Registers;

namespace MotCua.Reports;

/// <summary>Computes a form for an agency and everything under it as the tree stood on the period's last day.</summary>
public sealed class WriteReport(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(Form Form, string Agency, DateOnly From, DateOnly To, DateTimeOffset At, Grouping? By = null, Basis Basis = Basis.Original)
    {
        /// <summary>Whole names of applicants in B.2; that they were shown is written into the audit log.</summary>
        public bool Full { get; init; }

        /// <summary>Who asks; null at the command line.</summary>
        public OfficerId? Reader { get; init; }
    }

    /// <summary>What the parts of a report share.</summary>
    private sealed record Scope(Input Input, Period Period, AgencyTree Tree, AgencyNode Agency, DbConnection Connection)
    {
        public DateOnly Day => Period.LastDay;

        public IReadOnlySet<AgencyId> Agencies { get; } = Tree.WithDescendants(Agency.Id, Period.LastDay);

        public Report Report(Grouping? grouping, IReadOnlyList<ReportRow> rows, ReportRow totals, IReadOnlyList<ReportCheck> checks) =>
            new(Input.Form.Name, Agency.Code, Tree.NameOf(Agency.Id, Day), Period, Input.Basis, grouping, rows, totals, checks);
    }

    public async Task<Result<Report>> RunAsync(Input input, CancellationToken ct)
    {
        var period = Period.Of(input.From, input.To, input.At);
        if (!period.Succeeded)
        {
            return period.Error!;
        }

        if (input.By is { } by && by != input.Form.DefaultGrouping && !input.Form.MayBeGrouped)
        {
            return NotGrouped(input.Form);
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        if (tree.ByCode(input.Agency) is not { } agency)
        {
            return AgencyUnknown(input.Agency);
        }

        var scope = new Scope(input, period.Value, tree, agency, db.Database.GetDbConnection());
        return input.Form.Name switch
        {
            "b2" => await LateAsync(scope, ct),
            "b4" => await DirectivesAsync(scope, ct),
            "annex1" => await AnnexAsync(scope, ct),
            _ => await DossiersAsync(scope, ct),
        };
    }

    internal static Error AgencyUnknown(string code) =>
        new("report.agency-unknown", "Không có đơn vị mã {0}. Kiểm tra lại mã.", code) { Field = "Agency" };

    private static Error NotGrouped(Form form) =>
        new("report.not-grouped", "Biểu {0} không chia dòng theo cách khác.", form.Number) { Field = "By" };

    private async Task<Report> DossiersAsync(Scope scope, CancellationToken ct)
    {
        var form = scope.Input.Form;
        var grouping = scope.Input.By ?? form.DefaultGrouping!.Value;
        var counts = await CountAsync(scope, grouping, ct);
        var rows = grouping switch
        {
            Grouping.Agency => ReportRows.ByAgency(form, scope.Tree, scope.Agency, scope.Day, counts),
            Grouping.Level => ReportRows.ByLevel(form, scope.Tree, scope.Day, counts),
            Grouping.Procedure => await ReportRows.ByProcedureAsync(form, scope.Connection, counts, ct),
            Grouping.Channel => ReportRows.ByKey(form, counts, Groupings.ChannelName),
            Grouping.Officer => await ReportRows.ByOfficerAsync(form, scope.Connection, counts, ct),
            _ => ReportRows.ByKey(form, counts, key => key),
        };
        var totals = ReportRows.Row(form, "", "Cộng", counts);
        var checks = ReportChecks.OfDossiers(counts);
        checks.AddRange(ReportChecks.RowsAddUp(form, rows, totals));
        if (form == Form.B3)
        {
            checks.Add(ReportChecks.PartOf("satisfied", "surveyed", totals));
        }

        return scope.Report(grouping, rows, totals, checks);
    }

    private async Task<Report> LateAsync(Scope scope, CancellationToken ct)
    {
        var counts = await CountAsync(scope, Grouping.Agency, ct);
        var calendar = await ImportedCalendar.LoadAsync(scope.Connection, ct);
        var rows = await new LateDossiers(scope.Connection, calendar).RowsAsync(scope.Period, scope.Input.Basis, scope.Agencies, scope.Input.Full, ct);
        if (scope.Input.Full)
        {
            await AuditAsync(scope, rows.Count, ct);
        }

        long Sum(string figure) => counts.Sum(c => c[figure]);
        string[] summed = ["late", "apologised", "late_without_apology"];
        var totals = new ReportRow("", "Cộng", summed.ToDictionary(f => f, f => (ReportValue)(decimal?)Sum(f), StringComparer.Ordinal));
        var checks = ReportChecks.OfDossiers(counts);
        checks.Add(new("rows = late", rows.Count == Sum("late")));
        checks.Add(new("rows with a document = apologised", rows.Count(r => r.Cells["document"].Words is not null) == Sum("apologised")));
        return scope.Report(null, rows, totals, checks);
    }

    private static async Task<Report> DirectivesAsync(Scope scope, CancellationToken ct)
    {
        var form = scope.Input.Form;
        var counted = await DirectiveFigures.CountAsync(scope.Connection, scope.Period.Directives, scope.Agencies, ct);
        var counts = counted.Select(c => new FigureRow(c.Key, null, c.Value)).ToList();
        var rows = ReportRows.ByAgency(form, scope.Tree, scope.Agency, scope.Day, counts);
        var totals = ReportRows.Row(form, "", "Cộng", counts);
        return scope.Report(Grouping.Agency, rows, totals, [ReportChecks.PartsOfB4(totals), .. ReportChecks.RowsAddUp(form, rows, totals)]);
    }

    private async Task<Report> AnnexAsync(Scope scope, CancellationToken ct)
    {
        var byField = await CountAsync(scope, Grouping.Field, ct);
        var facts = new AnnexFacts(scope.Connection, scope.Period, scope.Agencies, ct);
        var computed = await facts.ReadAsync(byField);
        var declared = await db.DeclaredAsync(scope.Agency.Id, scope.Period.From, scope.Period.To, ct);
        var rows = new Annex(computed, declared, facts.Notes).Lines().Select(l => new ReportRow(l.Indicator.No, l.Indicator.Label, new Dictionary<string, ReportValue>(StringComparer.Ordinal)
        {
            ["no"] = l.Indicator.No,
            ["label"] = l.Indicator.Label,
            ["unit"] = l.Indicator.Unit,
            ["value"] = l.Value,
            ["source"] = l.Source.Text(),
            ["note"] = l.Note,
        }));
        return scope.Report(null, [.. rows], new ReportRow("", "", new Dictionary<string, ReportValue>()), ReportChecks.OfDossiers(byField));
    }

    private static Task<IReadOnlyList<FigureRow>> CountAsync(Scope scope, Grouping grouping, CancellationToken ct) => new FigureQuery(scope.Connection)
        .CountAsync([.. scope.Input.Form.Needs.Select(Figures.Get)], scope.Period, scope.Input.Basis, scope.Agencies, grouping, ct);

    private async Task AuditAsync(Scope scope, int rows, CancellationToken ct)
    {
        db.Audit.Add(new AuditEntry
        {
            At = clock.Now().Instant,
            OfficerId = scope.Input.Reader?.Value,
            Action = "report.names-shown",
            Subject = $"{scope.Input.Form.Name} {scope.Agency.Code} {scope.Period.From:yyyy-MM-dd}..{scope.Period.To:yyyy-MM-dd}",
            Details = $"{rows}",
        });
        await db.SaveChangesAsync(ct);
    }
}

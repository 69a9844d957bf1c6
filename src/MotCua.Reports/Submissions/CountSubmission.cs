using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>Counts what a report says and reads the list behind each of its numbers, out of one picture of the database.</summary>
public sealed class CountSubmission(MotCuaDb db, WriteReport write, CountNarrative narrative)
{
    /// <param name="Form">Which form.</param>
    /// <param name="Agency">Code.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="Basis">By which date lateness is judged.</param>
    /// <param name="At">The instant of the data.</param>
    public sealed record Input(Form Form, string Agency, DateOnly From, DateOnly To, Basis Basis, DateTimeOffset At)
    {
        /// <summary>The report in words that is to be sent; null for a form of numbers.</summary>
        public Guid? Narrative { get; init; }
    }

    public sealed record Counted(FrozenReport Report, IReadOnlyList<FrozenSet> Sets);

    /// <summary>The caller's transaction decides how still the picture is.</summary>
    public async Task<Result<Counted>> RunAsync(Input input, CancellationToken ct)
    {
        if (input.Narrative is { } id)
        {
            return await narrative.RunAsync(new(id, input.Form, input.At), ct);
        }

        var report = await ReportAsync(input, ct);
        if (!report.Succeeded)
        {
            return report.Error!;
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        var sets = await FrozenSets.ReadAsync(db.Database.GetDbConnection(), tree, input.Form, report.Value, ct);
        return new Counted(FrozenReport.Of(report.Value, EndedAgencies(tree, tree.ByCode(report.Value.AgencyCode)!.Id, report.Value.Period)), sets);
    }

    /// <summary>What it says alone: a province's lists take longer to read than to count.</summary>
    internal async Task<Result<FrozenReport>> ContentAsync(Input input, CancellationToken ct)
    {
        if (input.Narrative is { } id)
        {
            return await narrative.ContentAsync(new(id, input.Form, input.At), ct);
        }

        var report = await ReportAsync(input, ct);
        return report.Succeeded ? FrozenReport.Of(report.Value, []) : report.Error!;
    }

    private Task<Result<Report>> ReportAsync(Input input, CancellationToken ct) =>
        write.RunAsync(new WriteReport.Input(input.Form, input.Agency, input.From, input.To, input.At, Basis: input.Basis), ct);

    /// <summary>Agencies of the report that ended in the period.</summary>
    internal static List<EndedAgency> EndedAgencies(AgencyTree tree, AgencyId root, Period period)
    {
        var ended =
            from id in tree.WithDescendants(root, period.LastDay)
            let agency = EndedAgency.Between(tree, tree.ById(id)!, period.From, period.LastDay)
            where agency is not null
            orderby agency.Code
            select agency;
        return [.. ended];
    }
}

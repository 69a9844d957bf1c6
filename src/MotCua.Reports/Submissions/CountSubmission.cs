using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>Counts what a report says and reads the list behind each of its numbers, out of one picture of the database.</summary>
public sealed class CountSubmission(MotCuaDb db, WriteReport write)
{
    /// <param name="Form">Which form.</param>
    /// <param name="Agency">Code.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="Basis">By which date lateness is judged.</param>
    /// <param name="At">The instant of the data.</param>
    public sealed record Input(Form Form, string Agency, DateOnly From, DateOnly To, Basis Basis, DateTimeOffset At);

    public sealed record Counted(FrozenReport Report, IReadOnlyList<FrozenSet> Sets);

    /// <summary>The caller's transaction decides how still the picture is.</summary>
    public async Task<Result<Counted>> RunAsync(Input input, CancellationToken ct)
    {
        var report = await write.RunAsync(new WriteReport.Input(input.Form, input.Agency, input.From, input.To, input.At, Basis: input.Basis), ct);
        if (!report.Succeeded)
        {
            return report.Error!;
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        var sets = await FrozenSets.ReadAsync(db.Database.GetDbConnection(), tree, input.Form, report.Value, ct);
        return new Counted(FrozenReport.Of(report.Value, EndedAgencies(tree, report.Value)), sets);
    }

    /// <summary>Agencies of the report that ended in the period.</summary>
    private static List<EndedAgency> EndedAgencies(AgencyTree tree, Report report)
    {
        var ended =
            from id in tree.WithDescendants(tree.ByCode(report.AgencyCode)!.Id, report.Period.LastDay)
            let agency = EndedAgency.Between(tree, tree.ById(id)!, report.Period.From, report.Period.LastDay)
            where agency is not null
            orderby agency.Code
            select agency;
        return [.. ended];
    }
}

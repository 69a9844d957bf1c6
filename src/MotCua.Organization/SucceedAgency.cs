using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An agency is renamed, merged, split, abolished, or gives power to another, by a decision from a day on.</summary>
public sealed class SucceedAgency(MotCuaDb db, AgencyTrees trees, TimeProvider clock)
{
    /// <param name="Kind">What happens.</param>
    /// <param name="FromId">The agency it happens to; three communes that become one are three calls.</param>
    /// <param name="ToCodes">The successors: none for an abolition, the agency itself for a rename.</param>
    /// <param name="Day">The first day of the new state; the old agency ends the day before.</param>
    /// <param name="DecisionNo">Số văn bản, for example "1675/NQ-UBTVQH15".</param>
    public sealed record Input(SuccessionKind Kind, AgencyId FromId, IReadOnlyList<string> ToCodes, DateOnly Day, string DecisionNo)
    {
        /// <summary>Only for a rename.</summary>
        public string? NewName { get; init; }

        /// <summary>A split may leave the old agency standing ("tách"); a transfer of power always does.</summary>
        public bool OldGoesOn { get; init; }

        public string? Note { get; init; }
    }

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == input.FromId, ct);
        if (agency is null)
        {
            return OrganizationErrors.AgencyNotFound(input.FromId.Value.ToString());
        }

        var decision = Names.Check(input.DecisionNo, 100);
        if (!decision.Succeeded)
        {
            return new Error("organization.decision-missing", "Ghi số quyết định hoặc nghị quyết.").At("DecisionNo");
        }

        var tree = await trees.CurrentAsync(db, ct);
        var successors = SuccessorsOf(input, agency, tree);
        if (!successors.Succeeded)
        {
            return successors;
        }

        var changed = Apply(input, agency);
        if (!changed.Succeeded)
        {
            return changed;
        }

        db.AgencySuccessions.AddRange(successors.Value.Select(to => new AgencySuccession
        {
            Kind = input.Kind,
            FromId = agency.Id,
            ToId = to,
            Day = input.Day,
            DecisionNo = decision.Value,
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : Vietnamese.Tidy(input.Note),
        }));
        db.Note("agency.succeeded", agency.Code, by, clock.Now(), $"{Snake.Text(input.Kind)} {string.Join(' ', input.ToCodes)} {input.DecisionNo}");
        return await db.SaveAsync(OrganizationErrors.ChangedMeanwhile(), ct);
    }

    private static Result<List<AgencyId?>> SuccessorsOf(Input input, Agency agency, AgencyTree tree)
    {
        if (input.Kind == SuccessionKind.Abolish)
        {
            return new List<AgencyId?> { null };
        }

        if (input.Kind == SuccessionKind.Rename)
        {
            return new List<AgencyId?> { agency.Id };
        }

        var successors = new List<AgencyId?>();
        foreach (var code in input.ToCodes.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).Distinct(StringComparer.Ordinal))
        {
            if (tree.ByCode(code) is not { } to || to.Id == agency.Id)
            {
                return OrganizationErrors.AgencyNotFound(code).At("ToCodes");
            }

            if (tree.StageAt(to.Id, input.Day) is null)
            {
                return OrganizationErrors.AgencyNotInForce(code, input.Day).At("ToCodes");
            }

            successors.Add(to.Id);
        }

        return successors.Count > 0
            ? successors
            : new Error("organization.successor-missing", "Ghi mã cơ quan kế thừa. Nếu không có cơ quan nào, chọn “Giải thể”.").At("ToCodes");
    }

    private static Result Apply(Input input, Agency agency) => input.Kind switch
    {
        SuccessionKind.Rename when agency.VersionAt(input.Day) is { } now =>
            agency.ChangeFrom(input.Day, input.NewName ?? "", now.Level, now.ParentId),
        SuccessionKind.Rename => OrganizationErrors.AgencyNotInForce(agency.Code, input.Day).At("Day"),
        SuccessionKind.TransferOfPower => Result.Ok(),
        SuccessionKind.Split when input.OldGoesOn => Result.Ok(),
        _ => agency.EndOn(input.Day.AddDays(-1)),
    };
}

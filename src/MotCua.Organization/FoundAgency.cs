using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A new agency enters the tree.</summary>
public sealed class FoundAgency(MotCuaDb db, AgencyTrees trees, TimeProvider clock)
{
    /// <param name="Code">^[A-Z0-9][A-Z0-9.\-]{0,39}$, never used before.</param>
    /// <param name="Name">At most 300 letters.</param>
    /// <param name="Level">Where it stands.</param>
    /// <param name="ParentCode">Null for a top agency.</param>
    /// <param name="From">The first day.</param>
    public sealed record Input(string Code, string Name, AgencyLevel Level, string? ParentCode, DateOnly From)
    {
        public AgencyContact? Contact { get; init; }
    }

    public async Task<Result<AgencyId>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var tree = await trees.CurrentAsync(db, ct);
        if (tree.ByCode(input.Code) is not null)
        {
            return OrganizationErrors.CodeTaken(input.Code).At("Code");
        }

        var parent = tree.ByCode(input.ParentCode);
        if (parent is null && !string.IsNullOrEmpty(input.ParentCode))
        {
            return OrganizationErrors.AgencyNotFound(input.ParentCode).At("ParentCode");
        }

        var founded = Agency.Found(input.Code, input.Name, input.Level, parent?.Id, input.From);
        if (!founded.Succeeded)
        {
            return founded.Error!;
        }

        founded.Value.SetContact(input.Contact ?? new AgencyContact());
        db.Agencies.Add(founded.Value);
        db.Note("agency.founded", input.Code, by, clock.Now());
        var saved = await db.SaveAsync(OrganizationErrors.CodeTaken(input.Code).At("Code"), ct);
        return saved.Succeeded ? founded.Value.Id : saved.Error!;
    }
}

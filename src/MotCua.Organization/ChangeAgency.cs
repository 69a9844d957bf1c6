using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A new name, level or parent from a day on, and what the agency prints on its papers.</summary>
public sealed class ChangeAgency(MotCuaDb db, AgencyTrees trees, TimeProvider clock)
{
    /// <param name="Id">The agency.</param>
    /// <param name="From">The day from which the facts hold; the first day of a version corrects that version.</param>
    /// <param name="Name">At most 300 letters.</param>
    /// <param name="Level">Where it stands.</param>
    /// <param name="ParentCode">Null for a top agency.</param>
    /// <param name="Contact">Replaces the whole.</param>
    /// <param name="Revision">As the form was read; null to overwrite.</param>
    public sealed record Input(
        AgencyId Id, DateOnly From, string Name, AgencyLevel Level, string? ParentCode, AgencyContact Contact, int? Revision = null);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == input.Id, ct);
        if (agency is null)
        {
            return OrganizationErrors.AgencyNotFound(input.Id.Value.ToString());
        }

        if (input.Revision is { } seen && seen != agency.Revision)
        {
            return OrganizationErrors.ChangedMeanwhile();
        }

        var tree = await trees.CurrentAsync(db, ct);
        var parent = tree.ByCode(input.ParentCode);
        if (parent is null && !string.IsNullOrEmpty(input.ParentCode))
        {
            return OrganizationErrors.AgencyNotFound(input.ParentCode).At("ParentCode");
        }

        if (parent is not null && parent.Id != agency.Id && tree.IsWithin(parent.Id, agency.Id, input.From))
        {
            return OrganizationErrors.Cycle(agency.Code).At("ParentCode");
        }

        var now = agency.VersionAt(input.From);
        var name = Vietnamese.Tidy(input.Name);
        if (now is null || now.Name != name || now.Level != input.Level || now.ParentId != parent?.Id)
        {
            var changed = agency.ChangeFrom(input.From, input.Name, input.Level, parent?.Id);
            if (!changed.Succeeded)
            {
                return changed;
            }
        }

        agency.SetContact(input.Contact);
        db.Note("agency.changed", agency.Code, by, clock.Now());
        return await db.SaveAsync(OrganizationErrors.ChangedMeanwhile(), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An officer's name, title, place or dates change; after the last day the person cannot log in.</summary>
public sealed class ChangeOfficer(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(OfficerId Id, OfficerFacts Facts, int? Revision = null);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var officer = await db.Officers.SingleOrDefaultAsync(o => o.Id == input.Id, ct);
        if (officer is null)
        {
            return OrganizationErrors.OfficerNotFound();
        }

        if (input.Revision is { } seen && seen != officer.Revision)
        {
            return OrganizationErrors.ChangedMeanwhile();
        }

        var placed = await OfficerPlaces.CheckAsync(db, input.Facts, ct);
        if (!placed.Succeeded)
        {
            return placed;
        }

        var changed = officer.Change(input.Facts);
        if (!changed.Succeeded)
        {
            return changed;
        }

        db.Note("officer.changed", $"{officer.Code} {officer.Name}", by, clock.Now());
        return await db.SaveAsync(OrganizationErrors.ChangedMeanwhile(), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A section gets another name or other dates; an end date closes it.</summary>
public sealed class ChangeUnit(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(UnitId Id, string Name, DateOnly From, DateOnly? To, int? Revision = null);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Id == input.Id, ct);
        if (unit is null)
        {
            return OrganizationErrors.UnitNotFound();
        }

        if (input.Revision is { } seen && seen != unit.Revision)
        {
            return OrganizationErrors.ChangedMeanwhile();
        }

        var changed = unit.Change(input.Name, input.From, input.To);
        if (!changed.Succeeded)
        {
            return changed;
        }

        db.Note("unit.changed", unit.Name, by, clock.Now());
        return await db.SaveAsync(OrganizationErrors.UnitTaken(unit.Name).At("Name"), ct);
    }
}

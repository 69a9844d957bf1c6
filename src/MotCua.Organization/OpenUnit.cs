using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An agency gets a new section.</summary>
public sealed class OpenUnit(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(AgencyId AgencyId, string Name, DateOnly From);

    public async Task<Result<UnitId>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        if (!await db.Agencies.AnyAsync(a => a.Id == input.AgencyId, ct))
        {
            return OrganizationErrors.AgencyNotFound(input.AgencyId.Value.ToString());
        }

        var opened = Unit.Open(input.AgencyId, input.Name, input.From);
        if (!opened.Succeeded)
        {
            return opened.Error!;
        }

        db.Units.Add(opened.Value);
        db.Note("unit.opened", opened.Value.Name, by, clock.Now());
        var saved = await db.SaveAsync(OrganizationErrors.UnitTaken(opened.Value.Name).At("Name"), ct);
        return saved.Succeeded ? opened.Value.Id : saved.Error!;
    }
}

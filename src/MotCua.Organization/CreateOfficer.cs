using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A person starts to work for an agency.</summary>
public sealed class CreateOfficer(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Code">Unique in the installation; the pattern of agency codes.</param>
    /// <param name="Facts">Name, title, agency, unit, dates.</param>
    public sealed record Input(string Code, OfficerFacts Facts);

    public async Task<Result<OfficerId>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var placed = await OfficerPlaces.CheckAsync(db, input.Facts, ct);
        if (!placed.Succeeded)
        {
            return placed.Error!;
        }

        var appointed = Officer.Appoint(input.Code, input.Facts);
        if (!appointed.Succeeded)
        {
            return appointed.Error!;
        }

        db.Officers.Add(appointed.Value);
        db.Note("officer.created", $"{appointed.Value.Code} {appointed.Value.Name}", by, clock.Now());
        var saved = await db.SaveAsync(OrganizationErrors.OfficerCodeTaken(input.Code).At("Code"), ct);
        return saved.Succeeded ? appointed.Value.Id : saved.Error!;
    }
}

internal static class OfficerPlaces
{
    public static async Task<Result> CheckAsync(MotCuaDb db, OfficerFacts facts, CancellationToken ct)
    {
        if (!await db.Agencies.AnyAsync(a => a.Id == facts.AgencyId, ct))
        {
            return OrganizationErrors.AgencyNotFound(facts.AgencyId.Value.ToString()).At("AgencyCode");
        }

        return facts.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && u.AgencyId == facts.AgencyId, ct)
            ? OrganizationErrors.UnitNotFound().At("UnitId")
            : Result.Ok();
    }
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers.Watchdogs;

/// <summary>The administrator says how long a dossier of the agency may hang.</summary>
public sealed class SetWatchLimits(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Agency">Whose.</param>
    /// <param name="Still">Working days without an act.</param>
    /// <param name="Shelf">Days at the counter.</param>
    /// <param name="Supplement">Days of waiting for papers.</param>
    public sealed record Input(AgencyId Agency, int Still, int Shelf, int Supplement);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        if (!officer.Holds(OfficeRole.Administrator, input.Agency))
        {
            return DossierErrors.NotAllowed(OfficeRole.Administrator);
        }

        var limits = await db.WatchLimits.FindAsync([input.Agency], ct);
        if (limits is null)
        {
            limits = WatchLimits.DefaultOf(input.Agency);
            db.WatchLimits.Add(limits);
        }

        var changed = limits.Change(input.Still, input.Shelf, input.Supplement);
        if (!changed.Succeeded)
        {
            return changed;
        }

        db.Audit.Add(new AuditEntry
        {
            At = clock.Now().Instant,
            OfficerId = officer.Id.Value,
            Action = "watch-limits.changed",
            Subject = officer.Agencies.ById(input.Agency)?.Code ?? input.Agency.Value.ToString(),
            Details = $"{input.Still}/{input.Shelf}/{input.Supplement}",
        });
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }
}

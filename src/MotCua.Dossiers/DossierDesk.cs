using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// What every move of a dossier shares: load it, check that the officer holds one of the roles in the competent agency and
/// saw the newest revision, act, save in one transaction. The decision itself is the dossier's.
/// </summary>
public sealed class DossierDesk(MotCuaDb db, TimeProvider clock, CurrentOfficer officer)
{
    /// <param name="code">Dossier code.</param>
    /// <param name="seenRevision">The revision that the officer's page showed; null when the page shows no state (a scan).</param>
    /// <param name="roles">Any one of these roles in the competent or the receiving agency is enough.</param>
    /// <param name="act">The domain verb.</param>
    public async Task<Result<Dossier>> ActAsync(
        string code, int? seenRevision, OfficeRole[] roles, Func<Dossier, Moment, Actor, Task<Result>> act, CancellationToken ct)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Code == code, ct);
        if (dossier is null || !officer.Sees(dossier.AgencyId) && !officer.Sees(dossier.DeskId))
        {
            return DossierErrors.NotFound(code);
        }

        if (!roles.Any(role => officer.Holds(role, dossier.AgencyId) || officer.Holds(role, dossier.DeskId)))
        {
            return DossierErrors.NotAllowed(roles);
        }

        if (seenRevision is { } seen && seen != dossier.Revision)
        {
            return await ClashAsync(code, ct);
        }

        var now = clock.Now();
        var result = await act(dossier, now, Actor.Of(officer.Id));
        if (!result.Succeeded)
        {
            return result.Error!;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ClashAsync(code, ct);
        }

        return dossier;
    }

    public Task<Result<Dossier>> ActAsync(
        string code, int? seenRevision, OfficeRole[] roles, Func<Dossier, Moment, Actor, Result> act, CancellationToken ct) =>
        ActAsync(code, seenRevision, roles, (dossier, now, by) => Task.FromResult(act(dossier, now, by)), ct);

    private async Task<Error> ClashAsync(string code, CancellationToken ct)
    {
        var last = await (
            from e in db.DossierEvents
            join d in db.Dossiers on e.DossierId equals d.Id
            where d.Code == code
            orderby e.Seq descending
            select new { e.At, e.OfficerId }).FirstAsync(ct);
        var name = last.OfficerId is { } id
            ? await db.Officers.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(ct)
            : null;
        return DossierErrors.Clash(code, name ?? "Người khác", last.At);
    }
}

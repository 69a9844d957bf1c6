using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A slip that was taken back at hand-over is read in; scanned twice it counts once.</summary>
public sealed class ScanSlip(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Scanned">A dossier code, or what the scanner typed from the slip's QR.</param>
    public sealed record Input(string Scanned);

    /// <param name="Code">The dossier.</param>
    /// <param name="Closed">The ledger knows of the hand-over: sheet and ledger agree.</param>
    /// <param name="Again">It was on the sheet already.</param>
    public sealed record Read(string Code, bool Closed, bool Again);

    public async Task<Result<Read>> RunAsync(Input input, CancellationToken ct)
    {
        var code = DossierCode.FromScan(input.Scanned);
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == code, ct);
        if (dossier is null || (!officer.Sees(dossier.DeskId) && !officer.Sees(dossier.AgencyId)))
        {
            return DossierErrors.NotFound(code);
        }

        if (!DossierDesk.May(officer, dossier, EventKind.Returned))
        {
            return DossierErrors.NotAllowed(DossierMoves.All[EventKind.Returned].Roles);
        }

        if (dossier.RefusedAt is not null || dossier.Status is DossierStatus.Withdrawn)
        {
            return DossierErrors.CannotMove(code, dossier.Status, EventKind.Returned);
        }

        var again = await db.ScannedSlips.AnyAsync(s => s.DossierId == dossier.Id, ct);
        if (!again)
        {
            db.ScannedSlips.Add(ScannedSlip.Of(dossier, officer.Id, clock.Now()));
            await db.SaveChangesAsync(ct);
        }

        return new Read(code, dossier.ReturnedAt is not null, again);
    }
}

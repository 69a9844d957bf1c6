using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A slip was scanned by mistake: the citizen still has the result coming. The log keeps who took it off the sheet.</summary>
public sealed class DiscardSlip(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(string Code);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == input.Code, ct);
        if (dossier is null || !DossierDesk.May(officer, dossier, EventKind.Returned))
        {
            return DossierErrors.NotFound(input.Code);
        }

        if (await db.ScannedSlips.FindAsync([dossier.Id], ct) is { } slip)
        {
            db.ScannedSlips.Remove(slip);
            db.Audit.Add(new AuditEntry { At = clock.Now().Instant, OfficerId = officer.Id.Value, Action = "slip.discarded", Subject = dossier.Code });
            await db.SaveChangesAsync(ct);
        }

        return Result.Ok();
    }
}

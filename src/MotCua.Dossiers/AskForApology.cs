using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The leader makes an officer write the apology of a late dossier today.</summary>
public sealed class AskForApology(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(string Code, OfficerId Writer);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == input.Code, ct);
        if (dossier is null || !officer.Sees(dossier.AgencyId))
        {
            return DossierErrors.NotFound(input.Code);
        }

        if (!officer.Holds(OfficeRole.Signer, dossier.AgencyId))
        {
            return DossierErrors.NotAllowed(OfficeRole.Signer);
        }

        if (dossier.CannotMove(EventKind.ApologyIssued) is { } cannot)
        {
            return cannot;
        }

        if (dossier.ApologyAt is not null || dossier.DueDay is null)
        {
            return dossier.DueDay is null ? DossierErrors.ApologyWithoutDue(dossier.Code) : DossierErrors.ApologyTwice(dossier.Code);
        }

        var now = clock.Now();
        if (!await MayWriteAsync(input.Writer, dossier, now.Day, ct))
        {
            return DossierErrors.WriterUnfit();
        }

        if (await db.ApologyTasks.FindAsync([dossier.Id], ct) is { } task)
        {
            task.AskAgain(input.Writer, officer.Id, now);
        }
        else
        {
            db.ApologyTasks.Add(ApologyTask.Of(dossier.Id, input.Writer, officer.Id, now));
        }

        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }

    private Task<bool> MayWriteAsync(OfficerId writer, Dossier dossier, DateOnly today, CancellationToken ct)
    {
        var move = DossierMoves.All[EventKind.ApologyIssued];
        List<OfficeRole> roles = [.. move.Roles, .. move.Proposers];
        return db.RoleAssignments.AnyAsync(
            r => r.OfficerId == writer && roles.Contains(r.Role) && (r.AgencyId == dossier.AgencyId || r.AgencyId == dossier.DeskId)
                && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today),
            ct);
    }
}

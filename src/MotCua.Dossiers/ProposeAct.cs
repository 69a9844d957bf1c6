using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>An act that needs the leader's consent is kept as ordered until the leader decides.</summary>
public sealed class ProposeAct(MotCuaDb db, TimeProvider clock, CurrentOfficer officer)
{
    public async Task<Result<ProposalId>> RunAsync(ActOrder order, CancellationToken ct)
    {
        // What the refused attempt changed in memory must not be saved.
        db.ChangeTracker.Clear();
        var now = clock.Now();
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == order.Code, ct);
        if (dossier is null)
        {
            return DossierErrors.NotFound(order.Code);
        }

        if (Unfit(dossier, order, now) is { } error)
        {
            return error;
        }

        if (await db.Proposals.AnyAsync(p => p.DossierId == dossier.Id && p.Kind == order.Kind && p.DecidedAt == null, ct))
        {
            return DossierErrors.ProposedAlready(order.Code, order.Kind);
        }

        var proposal = Proposal.Of(dossier.Id, order, officer.Id, now);
        db.Proposals.Add(proposal);
        await db.SaveChangesAsync(ct);
        return proposal.Id;
    }

    // What the leader could not agree to is said at once.
    private static Error? Unfit(Dossier dossier, ActOrder order, Moment now) => order.Kind switch
    {
        EventKind.ApologyIssued => IssueApology.Check(dossier, PerformAct.ApologyOf(order), now.Day),
        _ when dossier.CannotMove(order.Kind) is { } cannot => cannot,
        EventKind.Stopped or EventKind.SupplementRequested when string.IsNullOrWhiteSpace(order.Words) => DossierErrors.ReasonMissing("Words"),
        _ => null,
    };
}

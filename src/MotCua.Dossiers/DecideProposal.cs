using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The leader agrees to a proposed act, which happens in the same transaction, or refuses it with a remark.</summary>
public sealed class DecideProposal(MotCuaDb db, PerformAct perform, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(ProposalId Id, bool Agree, string? Remark = null);

    /// <returns>The dossier's code.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.BeginOrJoinAsync(ct);
        var proposal = await db.Proposals.FromSql($"select * from proposals where id = {input.Id.Value} for update").SingleOrDefaultAsync(ct);
        if (proposal is null)
        {
            return DossierErrors.ProposalNotFound();
        }

        var agency = await db.Dossiers.Where(d => d.Id == proposal.DossierId).Select(d => d.AgencyId).SingleAsync(ct);
        if (!officer.Holds(OfficeRole.Signer, agency))
        {
            return officer.Sees(agency) ? DossierErrors.NotAllowed(OfficeRole.Signer) : DossierErrors.ProposalNotFound();
        }

        var decided = proposal.Decide(input.Agree, input.Remark, officer.Id, clock.Now());
        if (decided.Succeeded && input.Agree)
        {
            decided = await perform.RunWithConsentAsync(proposal.Order, new Consent(proposal.ProposedBy, proposal.ProposedAt, officer.Id), ct);
        }

        if (!decided.Succeeded)
        {
            db.ChangeTracker.Clear();
            return decided.Error!;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return proposal.Order.Code;
    }
}

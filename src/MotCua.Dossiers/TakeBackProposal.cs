using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>Who proposed an act takes the proposal back before the leader has decided.</summary>
public sealed class TakeBackProposal(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(ProposalId Id);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.BeginOrJoinAsync(ct);
        var proposal = await db.Proposals.FromSql($"select * from proposals where id = {input.Id.Value} for update").SingleOrDefaultAsync(ct);
        if (proposal is null)
        {
            return DossierErrors.ProposalNotFound();
        }

        var result = proposal.TakeBack(officer.Id, clock.Now());
        if (result.Succeeded)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }
}

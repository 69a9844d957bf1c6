using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// The leader settles one thing that waits: a result to be signed or a proposal. Agreed or sent back with a remark, in one
/// transaction; asked the same again by the same leader (double click, reload) it is done already.
/// </summary>
public sealed class DecideWaiting(MotCuaDb db, SignDossier sign, SendBack sendBack, DecideProposal decide, CurrentOfficer officer)
{
    /// <param name="Proposal">A proposal, or null for a result to be signed.</param>
    /// <param name="Code">The dossier to be signed.</param>
    /// <param name="SeenRevision">What the leader's page showed of it.</param>
    /// <param name="Agree">Sign or agree; otherwise sent back or refused.</param>
    /// <param name="Remark">Needed to send back or refuse.</param>
    public sealed record Input(ProposalId? Proposal, string? Code, int? SeenRevision, bool Agree, string? Remark);

    /// <returns>The dossier's code.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        // The item before this one may have left something unsaved behind.
        db.ChangeTracker.Clear();
        if (input.Proposal is { } id)
        {
            var decided = await decide.RunAsync(new DecideProposal.Input(id, input.Agree, input.Remark), ct);
            return decided.Error?.Code == DossierErrors.ProposalDecided().Code && await DecidedByMeAsync(id, input.Agree, ct) is { } code ? code : decided;
        }

        var dossier = input.Agree
            ? await sign.RunAsync(new SignDossier.Input(input.Code ?? "", input.SeenRevision, Blank(input.Remark)), ct)
            : await sendBack.RunAsync(new SendBack.Input(input.Code ?? "", input.SeenRevision, input.Remark ?? ""), ct);
        if (!dossier.Succeeded)
        {
            db.ChangeTracker.Clear();
            return await DoneByMeAsync(input, ct) ? input.Code! : dossier.Error!;
        }

        return dossier.Value.Code;
    }

    private Task<string?> DecidedByMeAsync(ProposalId id, bool agree, CancellationToken ct)
    {
        var decision = agree ? ProposalDecision.Agreed : ProposalDecision.Refused;
        return (from p in db.Proposals
                join d in db.Dossiers on p.DossierId equals d.Id
                where p.Id == id && p.DecidedBy == officer.Id && p.Decision == decision
                select d.Code).SingleOrDefaultAsync(ct);
    }

    private Task<bool> DoneByMeAsync(Input input, CancellationToken ct)
    {
        var kind = input.Agree ? EventKind.Signed : EventKind.SentBack;
        return (from e in db.DossierEvents
                join d in db.Dossiers on e.DossierId equals d.Id
                where d.Code == input.Code && d.Revision == input.SeenRevision + 1 && e.Seq == d.LastSeq && e.Kind == kind && e.OfficerId == officer.Id
                select e.Id).AnyAsync(ct);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

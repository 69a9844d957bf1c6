using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// What every move of a dossier shares: load it, ask the table of moves whether the officer may, check that the newest
/// revision was seen, act at the true time, save in one transaction. The decision itself is the dossier's.
/// </summary>
public sealed class DossierDesk(MotCuaDb db, TimeProvider clock, OfficeClocks clocks, CurrentOfficer officer)
{
    /// <param name="input">Which dossier, what was seen, when it happened, who agreed.</param>
    /// <param name="kind">The move, for its roles.</param>
    /// <param name="act">The domain verb. It must change nothing but the dossier: for an act keyed late it runs twice.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Dossier>> ActAsync(ActInput input, EventKind kind, Func<Dossier, Moment, Actor, Task<Result>> act, CancellationToken ct)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Code == input.Code, ct);
        if (dossier is null || !Sees(dossier))
        {
            return DossierErrors.NotFound(input.Code);
        }

        if (Forbidden(dossier, kind, input.Consent) is { } error)
        {
            return error;
        }

        if (input.SeenRevision is { } seen && seen != dossier.Revision)
        {
            return await ClashAsync(input.Code, ct);
        }

        var acted = await PerformAsync(dossier, input, kind, act, ct);
        if (!acted.Succeeded)
        {
            return acted.Error!;
        }

        NoticeQueue.Enqueue(db, clock.Now());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ClashAsync(input.Code, ct);
        }

        return dossier;
    }

    public Task<Result<Dossier>> ActAsync(ActInput input, EventKind kind, Func<Dossier, Moment, Actor, Result> act, CancellationToken ct) =>
        ActAsync(input, kind, (dossier, now, by) => Task.FromResult(act(dossier, now, by)), ct);

    /// <summary>The officer may do it without a leader's consent.</summary>
    public static bool May(CurrentOfficer officer, Dossier dossier, EventKind kind) =>
        May(officer, kind, dossier.AgencyId, dossier.DeskId)
        || (kind is EventKind.LegAnswered && DossierMoves.All[kind].Roles.Any(role => dossier.OpenLegAgencies.Any(agency => officer.Holds(role, AgencyId.From(agency)))));

    /// <summary>
    /// The competent agency's officers do the work; a desk of another agency that received the dossier does what happens at a
    /// counter and no more.
    /// </summary>
    public static bool May(CurrentOfficer officer, EventKind kind, AgencyId competent, AgencyId desk)
    {
        var move = DossierMoves.All[kind];
        return move.Roles.Any(role => officer.Holds(role, competent) || (move.AtCounter && officer.Holds(role, desk)));
    }

    /// <summary>May read it with its papers: the competent and the receiving agency, and every agency that has or had a leg of it.</summary>
    public static bool Sees(CurrentOfficer officer, AgencyId agency, AgencyId desk, IReadOnlyList<DossierLeg> legs) =>
        officer.Sees(agency) || officer.Sees(desk) || legs.Any(l => l.To is { } place && officer.Sees(place));

    /// <summary>May say what a leg was answered: who settles the dossier, and the agency that was asked.</summary>
    public static bool MayAnswer(CurrentOfficer officer, Dossier dossier, DossierLeg leg) =>
        MayRecall(officer, dossier) || (leg.To is { } asked && DossierMoves.All[EventKind.LegAnswered].Roles.Any(role => officer.Holds(role, asked)));

    /// <summary>May call a leg back: only who settles the dossier.</summary>
    public static bool MayRecall(CurrentOfficer officer, Dossier dossier) => May(officer, EventKind.LegAnswered, dossier.AgencyId, dossier.DeskId);

    private bool Sees(Dossier dossier) => Sees(officer, dossier.AgencyId, dossier.DeskId, dossier.Legs);

    private Error? Forbidden(Dossier dossier, EventKind kind, Consent? consent)
    {
        if (consent is not null)
        {
            return officer.Holds(OfficeRole.Signer, dossier.AgencyId) ? null : DossierErrors.NotAllowed(OfficeRole.Signer);
        }

        if (May(officer, dossier, kind))
        {
            return null;
        }

        var move = DossierMoves.All[kind];
        return move.Proposers.Any(role => officer.Holds(role, dossier.AgencyId))
            ? DossierErrors.NeedsConsent(dossier.Code, kind)
            : DossierErrors.NotAllowed(move.Roles);
    }

    private async Task<Result> PerformAsync(Dossier dossier, ActInput input, EventKind kind, Func<Dossier, Moment, Actor, Task<Result>> act, CancellationToken ct)
    {
        var now = clock.Now();
        var by = input.Consent is { } consent
            ? Actor.Of(consent.Proposer) with { ConsentBy = consent.Leader }
            : Actor.Of(officer.Id);
        if (input.Late is not { } late)
        {
            return await act(dossier, now, by);
        }

        if (string.IsNullOrWhiteSpace(late.Reason))
        {
            return DossierErrors.LateReasonMissing();
        }

        if (late.HappenedAt > now.Instant)
        {
            return DossierErrors.LateInFuture();
        }

        var told = by with { EnteredAt = input.Consent?.ProposedAt ?? now.Instant, LateReason = Vietnamese.Tidy(late.Reason) };
        var acted = await act(dossier, Moment.Of(late.HappenedAt), told);
        if (!acted.Succeeded || input.Consent is not null || officer.Holds(OfficeRole.Signer, dossier.AgencyId))
        {
            return acted;
        }

        // Had it been keyed only now: where the verdict would be another, a leader must agree to the earlier time.
        var agencyClock = await clocks.ForAsync(dossier.AgencyId, ct);
        var ifNow = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == dossier.Id, ct);
        var actedNow = await act(ifNow, now, by);
        return actedNow.Succeeded && ifNow.VerdictAt(agencyClock, now.Instant) != dossier.VerdictAt(agencyClock, now.Instant)
            ? DossierErrors.NeedsConsent(dossier.Code, kind)
            : acted;
    }

    private async Task<Error> ClashAsync(string code, CancellationToken ct)
    {
        var last = await (
            from e in db.DossierEvents
            join d in db.Dossiers on e.DossierId equals d.Id
            where d.Code == code
            orderby e.Seq descending
            select new { e.At, e.EnteredAt, e.OfficerId }).FirstAsync(ct);
        var name = last.OfficerId is { } id
            ? await db.Officers.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(ct)
            : null;
        return DossierErrors.Clash(code, name ?? "Người khác", last.EnteredAt ?? last.At);
    }
}

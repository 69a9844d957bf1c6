using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <content>The state that follows from an event. No rule is checked here: a line in the ledger has already happened.</content>
public sealed partial class Dossier
{
    private void Apply(EventKind kind, EventFacts facts, DateTimeOffset at)
    {
        switch (facts)
        {
            case ReceivedFacts received:
                Apply(kind, received, at);
                return;
            case TransferFacts when kind is EventKind.Forwarded:
            case VerificationFacts or ConsultationFacts or LegAnsweredFacts:
                ApplyLeg(kind, facts, at);
                break;
            case TransferFacts transfer:
                CloseSpan(at);
                AgencyId = transfer.To;
                break;
            case ReasonFacts:
                SupplementRequests++;
                StopClock(at);
                break;
            case PauseFacts:
                StopClock(at);
                break;
            case DueFacts due when kind is EventKind.DueRecomputed:
                ApplyRecomputed(due, at);
                break;
            case DueFacts due:
                CloseSpan(at);
                (DueDay, DueAt, StoppedAt) = (due.DueDay, due.DueAt, null);
                break;
            case ApologyFacts apology:
                CloseSpan(at);
                (ExtendedDue, ApologyAt, ApologyNumber) = (apology.NewDue, at, apology.Number);
                break;
            case ResultFacts result:
                Finish(at, result.Outcome is Outcome.Granted ? Dossiers.FinishKind.Granted : Dossiers.FinishKind.Denied, result.Verdict, result.Extended);
                break;
            case FinishFacts finish:
                Finish(at, kind is EventKind.Stopped ? Dossiers.FinishKind.Stopped : Dossiers.FinishKind.Withdrawn, finish.Verdict, finish.Extended);
                break;
            case ReturnFacts handed:
                (ReturnedAt, ReturnChannel) = (at, handed.Channel);
                break;
            default:
                ApplySmall(facts, at);
                break;
        }

        Status = StatusAfter(kind, facts);
    }

    private void ApplySmall(EventFacts facts, DateTimeOffset at)
    {
        switch (facts)
        {
            case DigitisedFacts { Part: DigitisedPart.Papers }:
                PapersDigitisedAt ??= at;
                break;
            case DigitisedFacts:
                ResultDigitisedAt ??= at;
                break;
            case PaymentFacts payment:
                PaidDong += payment.Amount;
                payments.Add(DossierPayment.Of(Id, at, payment));
                break;
            case RatingFacts rating:
                (RatedAt, Rating) = (at, rating.Rating);
                break;
            case HolderFacts holder:
                (HolderId, HeldSince, Step) = (holder.Holder, at, holder.Step ?? Step);
                break;
            case StepFacts step:
                (Step, HolderId, HeldSince) = (step.Step, step.Holder, at);
                break;
            case SignedFacts signed:
                (HolderId, HeldSince, Step) = (signed.Holder, at, signed.Step ?? Step);
                break;
            case PapersFacts papers:
                Papers = papers.Papers;
                break;
        }
    }

    private DossierStatus StatusAfter(EventKind kind, EventFacts facts) => facts switch
    {
        // A leg keeps the status of its kind until it is answered, unless the clock stands: then the reason of that counts.
        TransferFacts { Leg: not null } or LegAnsweredFacts =>
            StoppedAt is null && Status is DossierStatus.Received or DossierStatus.InProcess or DossierStatus.Verifying or DossierStatus.Consulting or DossierStatus.InterAgency
                ? AtWork() : Status,
        PauseFacts { Reason: PauseReason.Financial } => DossierStatus.WaitingPayment,
        PauseFacts { Reason: PauseReason.Verification } => DossierStatus.Verifying,
        PauseFacts { Reason: PauseReason.OtherAgency } => DossierStatus.InterAgency,
        ResultFacts { Outcome: Outcome.Denied } => DossierStatus.RefusedOnMerit,
        _ => DossierMoves.All[kind].To is { } to ? to is DossierStatus.InProcess ? AtWork() : to : Status,
    };

    private void Apply(EventKind kind, ReceivedFacts facts, DateTimeOffset at)
    {
        (AgencyId, DeskId) = (facts.Agency, facts.Desk);
        (ProcedureId, ProcedureVersionId) = (facts.Procedure, facts.Version);
        (Channel, Applicant, Submitter) = (facts.Channel, facts.Applicant, facts.Submitter);
        (ApplicantKey, ApplicantIdNumber, ApplicantPhone) = (Vietnamese.SearchKey(facts.Applicant.Name), facts.Applicant.IdNumber, facts.Applicant.Phone);
        (Limit, OnSupplement, DigitisationRequired, Slip) = (facts.Limit, facts.OnSupplement, facts.DigitisationRequired, facts.Slip);
        (FeeDong, Papers, SpanFrom, CorrectionOf) = (facts.FeeDong, facts.Papers, at, facts.CorrectionOf);
        if (kind is EventKind.RefusedAtDoor)
        {
            (RefusedAt, Status) = (at, DossierStatus.RefusedAtDoor);
            return;
        }

        (ReceivedAt, Status) = (at, DossierStatus.Received);
        (DueDay, DueAt) = (facts.DueDay, facts.DueAt);
    }

    private void StopClock(DateTimeOffset at)
    {
        CloseSpan(at);
        StoppedAt = at;
    }

    private void Finish(DateTimeOffset at, FinishKind kind, Verdict verdict, Verdict extended)
    {
        (FinishedAt, FinishKind, Verdict, VerdictExtended) = (at, kind, verdict, extended);
        (HolderId, HeldSince) = (null, at);
        CountOpenLegs();
    }

    private void CloseSpan(DateTimeOffset at)
    {
        // A span of no length can hold no period's end and would only be noise.
        if (at > SpanFrom)
        {
            pastSpans.Add(DossierSpan.Closing(this, at));
        }

        SpanFrom = at;
    }
}

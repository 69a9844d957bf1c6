using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <content>Work at other places: liên thông, opinions, verification. The dossier stays one, with one code and one competence.</content>
public sealed partial class Dossier
{
    /// <summary>All legs, oldest first.</summary>
    public IReadOnlyList<DossierLeg> Legs { get; private set; } = [];

    /// <summary>The agencies that have a leg open now; they see the dossier in their inbox.</summary>
    public Guid[] OpenLegAgencies { get; private set; } = [];

    /// <summary>The earliest date by which an open leg must be answered.</summary>
    public DateTimeOffset? LegDueAt { get; private set; }

    /// <summary>The dossier whose wrong result this one puts right.</summary>
    public string? CorrectionOf { get; private set; }

    /// <summary>A part of the work goes to another agency ("chuyển liên thông").</summary>
    public Result SendLeg(LegOrder leg, Moment at, Actor by) =>
        BadOrder(leg) is { } error ? error : Record(EventKind.Forwarded, new TransferFacts(leg.To!.Value, leg), at, by);

    /// <summary>Another place is asked for its opinion; the main clock runs on.</summary>
    public Result AskOpinion(LegOrder leg, Moment at, Actor by) =>
        BadOrder(leg) is { } error ? error : Record(EventKind.ConsultationSent, new ConsultationFacts(leg), at, by);

    /// <summary>
    /// A fact must be checked elsewhere ("xác minh"): the extended limit of the procedure holds from now on and the slip gets a
    /// new date, which is an adjustment and no apology (DOMAIN 2.7).
    /// </summary>
    /// <param name="leg">Who is asked.</param>
    /// <param name="limit">The extended limit; the present one when the procedure names none.</param>
    /// <param name="due">The deadline under it, from the one clock.</param>
    /// <param name="document">Số văn bản of the request.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="by">Who acts.</param>
    public Result OpenVerification(LegOrder leg, TimeLimit limit, Deadline due, string? document, Moment at, Actor by) =>
        BadOrder(leg) is { } error
            ? error
            : Record(EventKind.VerificationOpened, new VerificationFacts(leg, limit.ToString(), due.DueDay, due.DueAt, document), at, by);

    /// <summary>A leg's result came, or it is called back. Legs that waited for it begin.</summary>
    public Result AnswerLeg(int no, string answer, bool recalled, DeadlineClock clock, Moment at, Actor by)
    {
        if (CannotMove(EventKind.LegAnswered) is { } error)
        {
            return error;
        }

        if (Legs.FirstOrDefault(l => l.No == no) is not { AnsweredAt: null } leg)
        {
            return DossierErrors.NoOpenLeg(Code, no);
        }

        if (leg.SentAt is null && !recalled)
        {
            return DossierErrors.LegNotSent(Code, no);
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            return DossierErrors.LegAnswerMissing();
        }

        var started = Legs.Where(l => l.After == no && l.SentAt is null && l.AnsweredAt is null)
            .Select(l => new LegStart(l.No, DossierLeg.DueOf(clock, l.Limit, at.Instant))).ToList();
        return Record(EventKind.LegAnswered, new LegAnsweredFacts(no, Vietnamese.Tidy(answer), recalled, started), at, by);
    }

    /// <summary>The number of the next leg.</summary>
    public int NextLeg => Legs.Count + 1;

    /// <summary>The wrong result is put right by another dossier; this one stays closed (NĐ 61/2018 Điều 21).</summary>
    public Result OpenCorrection(string code, string reason, Moment at, Actor by) => string.IsNullOrWhiteSpace(reason)
        ? DossierErrors.ReasonMissing("Reason")
        : Record(EventKind.CorrectionOpened, new CorrectionFacts(code, Vietnamese.Tidy(reason)), at, by);

    private Error? BadOrder(LegOrder leg)
    {
        if (string.IsNullOrWhiteSpace(leg.Task))
        {
            return DossierErrors.LegTaskMissing();
        }

        if (leg.To is null && string.IsNullOrWhiteSpace(leg.ToWords))
        {
            return DossierErrors.LegPlaceMissing();
        }

        if (leg.To == AgencyId)
        {
            return DossierErrors.LegToSelf();
        }

        return leg.After is { } after && Legs.All(l => l.No != after || l.AnsweredAt is not null) ? DossierErrors.NoOpenLeg(Code, after) : null;
    }

    private void ApplyLeg(EventKind kind, EventFacts facts, DateTimeOffset at)
    {
        switch (facts)
        {
            case TransferFacts { Leg: { } order }:
                Legs = [.. Legs, DossierLeg.Of(order, LegKind.InterAgency, at)];
                break;
            case TransferFacts transfer when kind is EventKind.Forwarded:
                Legs = [.. Legs, new DossierLeg(NextLeg, LegKind.InterAgency, "") { To = transfer.To, SentAt = at, Reported = true }];
                break;
            case ConsultationFacts asked:
                Legs = [.. Legs, DossierLeg.Of(asked.Leg, LegKind.Consultation, at)];
                break;
            case VerificationFacts verification:
                CloseSpan(at);
                Legs = [.. Legs, DossierLeg.Of(verification.Leg, LegKind.Verification, at)];
                (Limit, DueDay, DueAt) = (verification.Limit, verification.DueDay, verification.DueAt);
                break;
            case LegAnsweredFacts answered:
                Legs = [.. Legs.Select(l => After(l, answered, at))];
                break;
        }

        CountOpenLegs();
    }

    private static DossierLeg After(DossierLeg leg, LegAnsweredFacts answered, DateTimeOffset at)
    {
        if (leg.No == answered.No)
        {
            return leg with { AnsweredAt = at, Answer = answered.Answer, Recalled = answered.Recalled };
        }

        return answered.Started.FirstOrDefault(s => s.No == leg.No) is { } start ? leg with { SentAt = at, DueAt = start.DueAt } : leg;
    }

    private void CountOpenLegs()
    {
        var open = FinishedAt is null ? Legs.Where(l => l.IsOpen && !l.Reported).ToList() : [];
        OpenLegAgencies = [.. open.Select(l => l.To).OfType<AgencyId>().Select(a => a.Value).Distinct()];
        LegDueAt = open.Min(l => l.DueAt);
    }

    /// <summary>At work: what the open legs make of it.</summary>
    private DossierStatus AtWork()
    {
        var open = Legs.Where(l => l.IsOpen && !l.Reported).Select(l => l.Kind).ToList();
        return open.Contains(LegKind.Verification) ? DossierStatus.Verifying
            : open.Contains(LegKind.InterAgency) ? DossierStatus.InterAgency
            : open.Contains(LegKind.Consultation) ? DossierStatus.Consulting
            : DossierStatus.InProcess;
    }
}

using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <content>The office's verbs. Each asks the table of moves, then appends one line to the ledger.</content>
public sealed partial class Dossier
{
    /// <summary>A leader, or the system by rule, puts the dossier into an officer's hands ("phân công").</summary>
    public Result Assign(OfficerId holder, Moment at, Actor by, string? reason = null) =>
        Record(EventKind.Assigned, new HolderFacts(holder, reason), at, by, note: reason);

    /// <summary>An officer takes the dossier up ("nhận việc, bắt đầu thẩm định").</summary>
    public Result Take(OfficerId holder, Moment at, Actor by, int? step = null) =>
        Record(EventKind.Taken, new HolderFacts(holder, Step: step), at, by);

    /// <summary>A step of the internal process is done; the next one begins, with the same holder or another.</summary>
    public Result FinishStep(int nextStep, OfficerId? nextHolder, string? result, Moment at, Actor by) =>
        Record(EventKind.StepFinished, new StepFacts(nextStep, nextHolder, result), at, by, note: result);

    /// <summary>Put before the signer; work at other places must have come back.</summary>
    public Result SendForSignature(OfficerId signer, Moment at, Actor by, string? note = null, int? step = null) =>
        CannotMove(EventKind.SentForSignature) is { } error ? error
        : Legs.FirstOrDefault(l => l.IsAwaited) is { } leg ? DossierErrors.LegOpen(Code, leg.No)
        : Record(EventKind.SentForSignature, new HolderFacts(signer, Step: step), at, by, note: note);

    /// <summary>The signer sends it back with a remark ("trả lại người trình").</summary>
    public Result SendBack(OfficerId? to, string remark, Moment at, Actor by, int? step = null) =>
        string.IsNullOrWhiteSpace(remark)
            ? DossierErrors.ReasonMissing("Remark")
            : Record(EventKind.SentBack, new HolderFacts(to, remark, step), at, by, note: remark);

    public Result Sign(OfficerId? nextHolder, Moment at, Actor by, string? remark = null, int? step = null) =>
        Record(EventKind.Signed, new SignedFacts(nextHolder, remark, step), at, by, note: remark);

    public Result CheckPapers(IReadOnlyList<PaperCheck> papers, Moment at, Actor by) =>
        Record(EventKind.PapersChecked, new PapersFacts(papers), at, by);

    /// <summary>Papers are missing after appraisal (form 02): the clock stops until they come (NĐ 61/2018 Điều 19.4).</summary>
    public Result AskForSupplement(string whatIsMissing, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null, long? number = null) =>
        string.IsNullOrWhiteSpace(whatIsMissing)
            ? DossierErrors.ReasonMissing("WhatIsMissing")
            : Record(EventKind.SupplementRequested, new ReasonFacts(Vietnamese.Tidy(whatIsMissing), number), at, by, enteredAt, note);

    /// <summary>The missing papers came: the limit counts again from the start, or goes on, as the procedure says.</summary>
    public Result Supplement(DeadlineClock clock, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null)
    {
        if (CannotMove(EventKind.Supplemented) is { } error)
        {
            return error;
        }

        var due = OnSupplement is SupplementPolicy.Restart
            ? clock.Restart(Deadline, at.Instant)
            : clock.Resume(Deadline, StoppedAt!.Value, at.Instant);
        return Record(EventKind.Supplemented, new DueFacts(due.DueDay, due.DueAt), at, by, enteredAt, note);
    }

    /// <summary>The clock stops for a reason the law names (DOMAIN 2.6); nothing else may stop it.</summary>
    public Result Pause(PauseReason reason, string? words, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Pause(new PauseFacts(reason, words), at, by, enteredAt, note);

    public Result Pause(PauseFacts pause, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Record(EventKind.Paused, pause, at, by, enteredAt, note);

    /// <summary>The reason of the pause is gone: the clock goes on, it never restarts.</summary>
    public Result Resume(DeadlineClock clock, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null, string? reason = null)
    {
        if (CannotMove(EventKind.Resumed) is { } error)
        {
            return error;
        }

        var due = clock.Resume(Deadline, StoppedAt!.Value, at.Instant);
        return Record(EventKind.Resumed, new DueFacts(due.DueDay, due.DueAt, reason), at, by, enteredAt, note);
    }

    /// <summary>Apology with a new date, once (NĐ 61/2018 Điều 19.9). The first promise stays on record.</summary>
    public Result Apologise(ApologyFacts apology, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null)
    {
        if (ApologyAt is not null)
        {
            return DossierErrors.ApologyTwice(Code);
        }

        if (DueDay is not { } due)
        {
            return DossierErrors.ApologyWithoutDue(Code);
        }

        return apology.NewDue <= due
            ? DossierErrors.ApologyNotLater(due)
            : Record(EventKind.ApologyIssued, apology, at, by, enteredAt, note);
    }

    /// <summary>The result is ready at the counter; this instant, not the hand-over, decides early, on time or late.</summary>
    public Result MarkResultReady(
        Outcome outcome, string? number, DeadlineClock clock, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null, string? reason = null) =>
        Record(EventKind.ResultReady, new ResultFacts(outcome, Judge(clock, at, null), Judge(clock, at, ExtendedDue), number, reason), at, by, enteredAt, note);

    public Result Stop(string reason, DeadlineClock clock, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Close(EventKind.Stopped, reason, clock, at, by, enteredAt, note);

    public Result Withdraw(string reason, DeadlineClock clock, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Close(EventKind.Withdrawn, reason, clock, at, by, enteredAt, note);

    /// <summary>Handed over to the citizen; closes the dossier.</summary>
    public Result Return(FilingChannel channel, string? recipient, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null, string? noApologyReason = null) =>
        Record(EventKind.Returned, new ReturnFacts(channel, recipient, noApologyReason), at, by, enteredAt, note);

    public Result Forward(AgencyId to, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Record(EventKind.Forwarded, new TransferFacts(to), at, by, enteredAt, note);

    public Result HandOver(AgencyId to, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Record(EventKind.HandedOver, new TransferFacts(to), at, by, enteredAt, note);

    public Result Digitise(DigitisedPart part, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Record(EventKind.Digitised, new DigitisedFacts(part), at, by, enteredAt, note);

    public Result Pay(PaymentFacts payment, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Record(EventKind.Paid, payment, at, by, enteredAt, note);

    public Result Rate(RatingFacts rating, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null)
    {
        if (RatedAt is not null)
        {
            return DossierErrors.RatedTwice(Code);
        }

        return rating.Rating is < 1 or > 5 ? DossierErrors.Rating() : Record(EventKind.Rated, rating, at, by, enteredAt, note);
    }

    private Result Close(EventKind kind, string reason, DeadlineClock clock, Moment at, Actor by, DateTimeOffset? enteredAt, string? note) =>
        string.IsNullOrWhiteSpace(reason)
            ? DossierErrors.ReasonMissing("Reason")
            : Record(kind, new FinishFacts(Vietnamese.Tidy(reason), Judge(clock, at, null), Judge(clock, at, ExtendedDue)), at, by, enteredAt, note);

    /// <summary>What the clock says at an instant, by the promised date: the recorded verdict once finished, else within or overdue.</summary>
    public Verdict VerdictAt(DeadlineClock clock, DateTimeOffset at) => Verdict ?? clock.JudgePending(Deadline, at, StoppedAt);

    private Verdict Judge(DeadlineClock clock, Moment at, DateOnly? extendedDue) =>
        clock.JudgeFinish(Deadline, at.Instant, StoppedAt, extendedDue);
}

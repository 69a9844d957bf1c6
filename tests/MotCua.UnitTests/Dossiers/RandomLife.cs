using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.TestKit;

namespace MotCua.UnitTests.Dossiers;

/// <summary>A dossier upon which anything may be tried, at ever later times.</summary>
internal sealed class RandomLife(string limit, SupplementPolicy onSupplement)
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly AgencyId[] Others = [Ids.New<AgencyId>(), Ids.New<AgencyId>(), Ids.New<AgencyId>()];

    private static readonly Actor Somebody = Actor.Of(new OfficerId(Guid.Parse("00000000-0000-7000-8000-0000000000aa")));

    // The contract's verbs come first.
    private static readonly Func<RandomLife, Moment, int, (EventKind, Result)>[] Acts =
    [
        (l, at, c) => (EventKind.Forwarded, l.Dossier.Forward(Others[c % 3], at, Somebody)),
        (l, at, c) => (EventKind.HandedOver, l.Dossier.HandOver(Others[c % 3], at, Somebody)),
        (l, at, _) => (EventKind.SupplementRequested, l.Dossier.AskForSupplement("Thiếu bản án ly hôn", at, Somebody)),
        (l, at, _) => (EventKind.Supplemented, l.Dossier.Supplement(Clock, at, Somebody)),
        (l, at, c) => (EventKind.Paused, l.Dossier.Pause((PauseReason)(c % 4), null, at, Somebody)),
        (l, at, _) => (EventKind.Resumed, l.Dossier.Resume(Clock, at, Somebody)),
        (l, at, c) => (EventKind.ApologyIssued, l.Dossier.Apologise(new ApologyFacts("1/PXL", l.NewDue(c), "officer_fault", "Lê Quang Vinh"), at, Somebody)),
        (l, at, c) => (EventKind.ResultReady, l.Dossier.MarkResultReady((Outcome)(c % 2), null, Clock, at, Somebody)),
        (l, at, _) => (EventKind.Stopped, l.Dossier.Stop("Không bổ sung", Clock, at, Somebody)),
        (l, at, _) => (EventKind.Withdrawn, l.Dossier.Withdraw("Xin rút", Clock, at, Somebody)),
        (l, at, _) => (EventKind.Returned, l.Dossier.Return(FilingChannel.Direct, null, at, Somebody)),
        (l, at, c) => (EventKind.Digitised, l.Dossier.Digitise((DigitisedPart)(c % 2), at, Somebody)),
        (l, at, c) => (EventKind.Paid, l.Dossier.Pay(new PaymentFacts(c, PaymentMethod.Cash, ""), at, Somebody)),
        (l, at, c) => (EventKind.Rated, l.Dossier.Rate(new RatingFacts((c % 5) + 1, RatingVia.Kiosk), at, Somebody)),
        (l, at, _) => (EventKind.Taken, l.Dossier.Take(Somebody.Officer!.Value, at, Somebody)),
        (l, at, _) => (EventKind.Assigned, l.Dossier.Assign(Somebody.Officer!.Value, at, Somebody)),
        (l, at, _) => (EventKind.StepFinished, l.Dossier.FinishStep(l.Dossier.Step + 1, null, null, at, Somebody)),
        (l, at, _) => (EventKind.SentForSignature, l.Dossier.SendForSignature(Somebody.Officer!.Value, at, Somebody)),
        (l, at, _) => (EventKind.SentBack, l.Dossier.SendBack(null, "Sửa ngày sinh", at, Somebody)),
        (l, at, _) => (EventKind.Signed, l.Dossier.Sign(null, at, Somebody)),
        (l, at, c) => (EventKind.Forwarded, l.Dossier.SendLeg(l.Order(at, c, Others[c % 3]), at, Somebody)),
        (l, at, c) => (EventKind.ConsultationSent, l.Dossier.AskOpinion(l.Order(at, c, null), at, Somebody)),
        (l, at, c) => (EventKind.VerificationOpened, l.Verify(at, c)),
        (l, at, c) => (EventKind.LegAnswered, l.Dossier.AnswerLeg((c % 4) + 1, "Đã trả lời", c % 5 == 0, Clock, at, Somebody)),
        (l, at, _) => (EventKind.CorrectionOpened, l.Dossier.OpenCorrection("H99.31-260505-0002", "Sai chữ đệm", at, Somebody)),
        (l, at, _) => (EventKind.DueRecomputed, l.Dossier.RecomputeDue(Clock.Run(DossierLedger.CaseOf(l.Dossier.Events, at.Instant)!), "12/QĐ-UBND", at, Somebody)),
    ];

    private Moment now = DossierStory.At("10/03/2026 08:20");

    public static int ActCount => Acts.Length;

    public Dossier Dossier { get; } = Given.Dossier(limit, onSupplement).Received("10/03/2026 08:20").Dossier;

    /// <summary>The date of the last apology tried lay after the due day.</summary>
    public bool LastNewDueIsLater { get; private set; }

    /// <summary>Folds any act onto one that the contract knows.</summary>
    public static int OnlyContract(int act) => act % 14;

    public (EventKind Kind, Result Answer) Try(int act, int minutes, int choice)
    {
        now = Moment.Of(now.Instant.AddMinutes(minutes));
        return Acts[act](this, now, choice);
    }

    private DateOnly NewDue(int choice)
    {
        var day = (Dossier.DueDay ?? now.Day).AddDays((choice % 30) - 3);
        LastNewDueIsLater = day > Dossier.DueDay;
        return day;
    }

    private LegOrder Order(Moment at, int choice, AgencyId? to)
    {
        int? after = choice % 7 == 0 ? choice % 3 : null;
        return new LegOrder(Dossier.NextLeg, "Trả lời theo văn bản", to, to is null ? "UBND xã khác" : null, "3wd", after is null ? DossierLeg.DueOf(Clock, "3wd", at.Instant) : null, after);
    }

    private Result Verify(Moment at, int choice)
    {
        var extended = choice % 3 == 0 ? Dossier.TimeLimit : TimeLimit.Parse("8wd");
        var due = Clock.Run(DossierLedger.CaseOf(Dossier.Events, at.Instant)! with { Limit = extended });
        return Dossier.OpenVerification(Order(at, 1, null), extended, due, "12/UBND-TP", at, Somebody);
    }
}

/// <summary>CONTRACT 3, "the table of moves for imports", word for word and with nothing of the real table in it.</summary>
internal sealed class ContractMoves(bool hasDueDate)
{
    private bool finished, withdrawn, returned, apologised, rated;
    private char clock = 'r';

    public bool Take(EventKind kind, Func<bool> laterThanDue)
    {
        var allowed = kind switch
        {
            EventKind.SupplementRequested or EventKind.Paused or EventKind.ResultReady => !finished && clock == 'r',
            EventKind.Supplemented => !finished && clock == 's',
            EventKind.Resumed => !finished && clock == 'p',
            EventKind.Stopped or EventKind.Withdrawn or EventKind.Forwarded or EventKind.HandedOver => !finished,
            EventKind.ApologyIssued => !finished && !apologised && hasDueDate && laterThanDue(),
            EventKind.Returned => finished && !withdrawn && !returned,
            EventKind.Digitised or EventKind.Paid => !withdrawn,
            EventKind.Rated => finished && !rated,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        if (allowed)
        {
            Apply(kind);
        }

        return allowed;
    }

    private void Apply(EventKind kind)
    {
        finished |= kind is EventKind.ResultReady or EventKind.Stopped or EventKind.Withdrawn;
        withdrawn |= kind is EventKind.Withdrawn;
        returned |= kind is EventKind.Returned;
        apologised |= kind is EventKind.ApologyIssued;
        rated |= kind is EventKind.Rated;
        clock = kind switch
        {
            EventKind.SupplementRequested => 's',
            EventKind.Paused => 'p',
            EventKind.Supplemented or EventKind.Resumed => 'r',
            _ => clock,
        };
    }
}

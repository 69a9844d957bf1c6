using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>A dossier as its page shows it.</summary>
public sealed record DossierView
{
    public required DossierId Id { get; init; }

    public required string Code { get; init; }

    public required int Revision { get; init; }

    public required string ProcedureName { get; init; }

    public required string ProcedureCode { get; init; }

    public required Person Applicant { get; init; }

    public Person? Submitter { get; init; }

    public required FilingChannel Channel { get; init; }

    public required DossierStatus Status { get; init; }

    public required string AgencyName { get; init; }

    /// <summary>Where it was received, when that is another agency.</summary>
    public string? DeskName { get; init; }

    public OfficerId? HolderId { get; init; }

    public string? HolderName { get; init; }

    public required DueText Due { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateOnly? ExtendedDue { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    public Verdict? Verdict { get; init; }

    public bool Apologised { get; init; }

    public RulerView? Ruler { get; init; }

    public IReadOnlyList<ExplainedDay> Days { get; init; } = [];

    /// <summary>The calendar changed after the date was promised: the promise stands and the days above do not lead to it.</summary>
    public bool PromiseDiffers { get; init; }

    public required IReadOnlyList<PaperCheck> Papers { get; init; }

    public IReadOnlyList<FileLine> Files { get; init; } = [];

    public IReadOnlyList<InternalStep> Steps { get; init; } = [];

    public required int Step { get; init; }

    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>The first line of the ledger that does not continue the one before; null when it is whole.</summary>
    public int? BrokenAt { get; init; }

    public int SupplementRequests { get; init; }

    public SupplementPolicy OnSupplement { get; init; }

    public bool HasSlip { get; init; }

    public bool RefusedAtDoor { get; init; }

    /// <summary>Who looks.</summary>
    public OfficerId Me { get; init; }

    public required ActState State { get; init; }

    /// <summary>The likely next act of this officer; the first of <see cref="Acts"/>.</summary>
    public DossierAct? Primary { get; init; }

    public IReadOnlyList<DossierAct> Acts { get; init; } = [];

    public bool MayCheckPapers { get; init; }

    public bool MayScan { get; init; }

    /// <summary>Work at other places, oldest first.</summary>
    public IReadOnlyList<LegLine> Legs { get; init; } = [];

    /// <summary>May call a leg back.</summary>
    public bool MayRecall { get; init; }

    /// <summary>What waits for the leader, and what a leader refused lately.</summary>
    public IReadOnlyList<ProposalLine> Proposals { get; init; } = [];

    /// <summary>The promised date when a verification moved it: an adjustment, no apology.</summary>
    public DateOnly? AdjustedDue { get; init; }

    /// <summary>The dossier whose wrong result this one puts right.</summary>
    public string? CorrectionOf { get; init; }

    /// <summary>The dossiers that put its own result right, newest first.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>The papers that can be printed now.</summary>
    public IReadOnlyList<FormLink> Forms { get; init; } = [];

    /// <summary>What happened last, and by whom.</summary>
    public (EventKind Kind, OfficerId? By)? LastEvent { get; init; }

    /// <summary>NĐ 61/2018 Điều 19.9: late means an apology; who hands back without one says why.</summary>
    public bool LateWithoutApology => Verdict is MotCua.Calendar.Verdict.Late && !Apologised;

    public string ShortCode => DossierCode.Short(Code);

    /// <summary>The last line of the ledger is this officer's own act of that kind.</summary>
    public bool LastActBy(EventKind kind) => LastEvent is { } last && last.Kind == kind && last.By == Me;

    public IEnumerable<PaperCheck> BadPapers => Papers.Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong);
}

/// <summary>A scan, newest first within its paper.</summary>
public sealed record FileLine(Guid Id, int Paper, string Name, string ContentType, long Size, DateTimeOffset AddedAt, string AddedBy)
{
    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>One line of the history in words.</summary>
/// <param name="EnteredAt">When it was keyed, if that was later.</param>
public sealed record HistoryLine(EventKind Kind, string Icon, string Words, DateTimeOffset At, DateTimeOffset? EnteredAt, string Who, string? Note)
{
    /// <summary>13/11, 09:40, with the year when it is not <see cref="ThisYear"/>.</summary>
    public string When
    {
        get
        {
            var day = Foundation.Moment.Of(At).Day;
            return $"{(day.Year == ThisYear ? Foundation.Vietnamese.ShortDate(day) : Foundation.Vietnamese.Date(day))}, {Foundation.Vietnamese.Time(At)}";
        }
    }

    public int ThisYear { get; init; }

    /// <summary>Why it was keyed later than it happened.</summary>
    public string? LateReason { get; init; }

    /// <summary>The leader who agreed.</summary>
    public string? ConsentBy { get; init; }
}

/// <summary>A leg ("chặng") as the page shows it.</summary>
/// <param name="Due">Its own deadline in words.</param>
/// <param name="Mine">An agency of the officer who looks was asked.</param>
public sealed record LegLine(
    int No, LegKind Kind, string Place, string Task, DateTimeOffset? SentAt, int? After, DueText Due, DateTimeOffset? AnsweredAt, string? Answer, bool Recalled, bool Reported, bool Mine);

/// <summary>An act that waits for a leader, or that one refused.</summary>
/// <param name="Remark">Why it was refused; null while it waits.</param>
public sealed record ProposalLine(ProposalId Id, string Act, string? Words, string Who, DateTimeOffset At, bool Mine, string? Remark, string? Leader);

/// <summary>A paper of the dossier: its address under /giay/, and its name.</summary>
public sealed record FormLink(string Form, string Words);

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

    /// <summary>What happened last, and by whom.</summary>
    public (EventKind Kind, OfficerId? By)? LastEvent { get; init; }

    /// <summary>Who looks.</summary>
    public OfficerId Me { get; init; }

    public required ActState State { get; init; }

    /// <summary>The likely next act of this officer; the first of <see cref="Acts"/>.</summary>
    public DossierAct? Primary { get; init; }

    public IReadOnlyList<DossierAct> Acts { get; init; } = [];

    public bool MayCheckPapers { get; init; }

    public bool MayScan { get; init; }

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
}

using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

public readonly record struct DossierId(Guid Value) : ITypedId<DossierId>
{
    public static DossierId From(Guid value) => new(value);
}

/// <summary>
/// A dossier ("hồ sơ"): one submission of one procedure version by one applicant. Its truth is the ledger of
/// <see cref="DossierEvent"/>s; this row is the present state, derived by Apply, the same code that appends.
/// </summary>
public sealed partial class Dossier
{
    private readonly List<DossierEvent> events = [];
    private readonly List<DossierSpan> pastSpans = [];
    private readonly List<DossierPayment> payments = [];

    private Dossier()
    {
    }

    public DossierId Id { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>The competent agency ("cơ quan có thẩm quyền giải quyết"): every figure counts the dossier here.</summary>
    public AgencyId AgencyId { get; private set; }

    /// <summary>Where it was received ("nơi tiếp nhận").</summary>
    public AgencyId DeskId { get; private set; }

    public ProcedureId ProcedureId { get; private set; }

    public ProcedureVersionId ProcedureVersionId { get; private set; }

    /// <summary>The procedure's field ("lĩnh vực") at receipt, kept for reports by field.</summary>
    public string Field { get; private set; } = "";

    public FilingChannel Channel { get; private set; }

    public Person Applicant { get; private set; } = new("");

    /// <summary>Who stood at the counter, when it was not the applicant.</summary>
    public Person? Submitter { get; private set; }

    /// <summary>The search key of the applicant's name, in the name dictionary.</summary>
    public string ApplicantKey { get; private set; } = "";

    public string? ApplicantIdNumber { get; private set; }

    public string? ApplicantPhone { get; private set; }

    public DossierStatus Status { get; private set; }

    /// <summary>Valid receipt; null only for a refusal at the door.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>The limit in the contract's writing, for example 3wd; frozen at receipt.</summary>
    public string Limit { get; private set; } = "none";

    public SupplementPolicy OnSupplement { get; private set; }

    public bool DigitisationRequired { get; private set; }

    public bool Slip { get; private set; }

    public DateOnly? DueDay { get; private set; }

    /// <summary>The due instant printed on the slip; for limits in hours it is also what is judged.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateOnly? ExtendedDue { get; private set; }

    public DateTimeOffset? ApologyAt { get; private set; }

    public string? ApologyNumber { get; private set; }

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public int SupplementRequests { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public FinishKind? FinishKind { get; private set; }

    public Verdict? Verdict { get; private set; }

    /// <summary>The verdict by the apology's new date where there is one.</summary>
    public Verdict? VerdictExtended { get; private set; }

    public DateTimeOffset? ReturnedAt { get; private set; }

    public FilingChannel? ReturnChannel { get; private set; }

    public DateTimeOffset? PapersDigitisedAt { get; private set; }

    public DateTimeOffset? ResultDigitisedAt { get; private set; }

    public DateTimeOffset? RatedAt { get; private set; }

    public int? Rating { get; private set; }

    public long FeeDong { get; private set; }

    public long PaidDong { get; private set; }

    /// <summary>The officer in whose hands the dossier is; null when nobody has taken it.</summary>
    public OfficerId? HolderId { get; private set; }

    /// <summary>Since when it is there.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>The step of the internal process, from 1.</summary>
    public int Step { get; private set; } = 1;

    public IReadOnlyList<PaperCheck> Papers { get; private set; } = [];

    /// <summary>When the present span began; see <see cref="DossierSpan"/>.</summary>
    public DateTimeOffset SpanFrom { get; private set; }

    public DateTimeOffset LastEventAt { get; private set; }

    public int LastSeq { get; private set; }

    public byte[] LastHash { get; private set; } = [];

    /// <summary>Raised by every event; two officers who move one dossier at once clash here.</summary>
    public int Revision { get; private set; }

    /// <summary>Events appended since the dossier was loaded (all of them when it is new).</summary>
    public IReadOnlyList<DossierEvent> Events => events;

    public IReadOnlyList<DossierSpan> PastSpans => pastSpans;

    public IReadOnlyList<DossierPayment> Payments => payments;

    public TimeLimit TimeLimit => TimeLimit.TryParse(Limit, out var limit) ? limit : throw new FormatException($"{Code}: limit {Limit}");

    public Deadline Deadline => new(TimeLimit, DueDay, DueAt);

    /// <summary>A valid receipt: the slip's date is promised and the clock starts.</summary>
    public static Dossier Receive(string code, string field, ReceivedFacts facts, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Begin(EventKind.Received, code, field, facts, at, by, enteredAt, note);

    /// <summary>Refused at the door (form 03): kept and counted apart, never a received dossier.</summary>
    public static Dossier RefuseAtDoor(string code, string field, ReceivedFacts facts, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null) =>
        Begin(EventKind.RefusedAtDoor, code, field, facts, at, by, enteredAt, note);

    /// <summary>What was appended is in the database; only the state stays in memory.</summary>
    internal void ForgetWritten()
    {
        events.Clear();
        pastSpans.Clear();
        payments.Clear();
    }

    /// <summary>The state that a ledger tells, computed again from its lines; used to prove that row and ledger agree.</summary>
    public static Dossier Replay(DossierId id, string code, string field, IEnumerable<DossierEvent> lines)
    {
        var dossier = new Dossier { Id = id, Code = code, Field = field };
        foreach (var line in lines)
        {
            dossier.Apply(line.Kind, line.ReadFacts(), line.At);
            dossier.LastSeq = line.Seq;
            dossier.LastHash = line.Hash;
            dossier.LastEventAt = line.At;
            dossier.Revision++;
        }

        return dossier;
    }

    private static Dossier Begin(
        EventKind kind, string code, string field, ReceivedFacts facts, Moment at, Actor by, DateTimeOffset? enteredAt, string? note)
    {
        var dossier = new Dossier { Id = Ids.New<DossierId>(), Code = code, Field = field };
        dossier.Append(kind, facts, at, by, enteredAt, note);
        return dossier;
    }

    // Every change passes here, so no dossier moves without a rule that allows it and a line in its history.
    private Result Record(EventKind kind, EventFacts facts, Moment at, Actor by, DateTimeOffset? enteredAt = null, string? note = null)
    {
        if (CannotMove(kind) is { } error)
        {
            return error;
        }

        if (at.Instant < LastEventAt)
        {
            return DossierErrors.OutOfOrder(Code, LastEventAt);
        }

        Append(kind, facts, at, by, enteredAt, note);
        return Result.Ok();
    }

    private void Append(EventKind kind, EventFacts facts, Moment at, Actor by, DateTimeOffset? enteredAt, string? note)
    {
        var told = by is { ConsentBy: null, LateReason: null } ? facts : facts with { ConsentBy = by.ConsentBy, LateReason = by.LateReason };
        var line = DossierEvent.Append(Id, LastSeq + 1, kind, told, at, enteredAt ?? by.EnteredAt, by, note, LastHash);
        events.Add(line);
        Apply(kind, told, at.Instant);
        LastSeq = line.Seq;
        LastHash = line.Hash;
        LastEventAt = line.At;
        Revision++;
    }

    /// <summary>Why the event may not happen now, or null when the table of moves allows it.</summary>
    public Error? CannotMove(EventKind kind)
    {
        if (!DossierMoves.All.TryGetValue(kind, out var move) || !move.From.Contains(Status))
        {
            return DossierErrors.CannotMove(Code, Status, kind);
        }

        return move.Clock switch
        {
            ClockRule.Running when StoppedAt is not null => DossierErrors.ClockStands(Code, kind),
            ClockRule.WaitingForSupplement when StoppedAt is null => DossierErrors.CannotMove(Code, Status, kind),
            ClockRule.Paused when StoppedAt is null => DossierErrors.ClockRuns(Code),
            _ => null,
        };
    }
}

using System.Text.Json;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// What an event says beyond its kind and time. Facts are written once as JSON text and hashed as written,
/// so a member may be added to a record but never renamed.
/// </summary>
public abstract record EventFacts
{
    private static readonly Dictionary<EventKind, Type> Types = new()
    {
        [EventKind.Received] = typeof(ReceivedFacts),
        [EventKind.RefusedAtDoor] = typeof(ReceivedFacts),
        [EventKind.Forwarded] = typeof(TransferFacts),
        [EventKind.HandedOver] = typeof(TransferFacts),
        [EventKind.SupplementRequested] = typeof(ReasonFacts),
        [EventKind.Supplemented] = typeof(DueFacts),
        [EventKind.Paused] = typeof(PauseFacts),
        [EventKind.Resumed] = typeof(DueFacts),
        [EventKind.ApologyIssued] = typeof(ApologyFacts),
        [EventKind.ResultReady] = typeof(ResultFacts),
        [EventKind.Stopped] = typeof(FinishFacts),
        [EventKind.Withdrawn] = typeof(FinishFacts),
        [EventKind.Returned] = typeof(ReturnFacts),
        [EventKind.Digitised] = typeof(DigitisedFacts),
        [EventKind.Paid] = typeof(PaymentFacts),
        [EventKind.Rated] = typeof(RatingFacts),
        [EventKind.Assigned] = typeof(HolderFacts),
        [EventKind.Taken] = typeof(HolderFacts),
        [EventKind.StepFinished] = typeof(StepFacts),
        [EventKind.SentForSignature] = typeof(HolderFacts),
        [EventKind.SentBack] = typeof(HolderFacts),
        [EventKind.Signed] = typeof(SignedFacts),
        [EventKind.PapersChecked] = typeof(PapersFacts),
        [EventKind.SlipReissued] = typeof(DueFacts),
        [EventKind.VerificationOpened] = typeof(VerificationFacts),
        [EventKind.ConsultationSent] = typeof(ConsultationFacts),
        [EventKind.LegAnswered] = typeof(LegAnsweredFacts),
        [EventKind.CorrectionOpened] = typeof(CorrectionFacts),
        [EventKind.DueRecomputed] = typeof(DueFacts),
    };

    /// <summary>The leader who agreed, when the act needed a leader's consent.</summary>
    public OfficerId? ConsentBy { get; init; }

    /// <summary>Why it was keyed later than it happened.</summary>
    public string? LateReason { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, GetType(), JsonColumn.Options);

    public static EventFacts Parse(EventKind kind, string json) =>
        (EventFacts)(JsonSerializer.Deserialize(json, Types[kind], JsonColumn.Options)
            ?? throw new FormatException($"An event {kind.Text()} without facts"));
}

/// <summary>Everything frozen at receipt: agencies, procedure version, applicant, limit and the promised date.</summary>
public sealed record ReceivedFacts : EventFacts
{
    /// <summary>The competent agency.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>Where it was received.</summary>
    public required AgencyId Desk { get; init; }

    public required ProcedureId Procedure { get; init; }

    public required ProcedureVersionId Version { get; init; }

    public required FilingChannel Channel { get; init; }

    public required Person Applicant { get; init; }

    public Person? Submitter { get; init; }

    /// <summary>The limit as the contract writes it, for example 3wd.</summary>
    public required string Limit { get; init; }

    public Calendar.SupplementPolicy OnSupplement { get; init; }

    public bool DigitisationRequired { get; init; }

    /// <summary>An appointment slip (form 01) was given.</summary>
    public bool Slip { get; init; }

    public DateOnly? DueDay { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The running number of form 01 in the agency's year ("Số: …/TNHS").</summary>
    public long? ReceiptNumber { get; init; }

    /// <summary>What the applicant asks for, in own words ("nội dung yêu cầu").</summary>
    public string? Request { get; init; }

    public FilingChannel ReturnBy { get; init; }

    /// <summary>Where the result is handed over, or the address it is posted to.</summary>
    public string? ReturnTo { get; init; }

    public long FeeDong { get; init; }

    /// <summary>Why the fee is reduced or waived.</summary>
    public string? FeeNote { get; init; }

    public int Sets { get; init; } = 1;

    /// <summary>An officer keyed an online filing for the citizen: without this the online share means nothing.</summary>
    public bool AssistedOnline { get; init; }

    /// <summary>Why the dossier is refused (form 03), or taken although a paper is missing.</summary>
    public string? Reason { get; init; }

    /// <summary>The dossier whose wrong result this one puts right; its cost is the agency's (NĐ 61/2018 Điều 21).</summary>
    public string? CorrectionOf { get; init; }

    public IReadOnlyList<PaperCheck> Papers { get; init; } = [];
}

/// <param name="To">The agency that gets the dossier.</param>
/// <param name="Leg">What it is asked for and until when; null for a hand-over, and for a leg that another system only reported.</param>
public sealed record TransferFacts(AgencyId To, LegOrder? Leg = null) : EventFacts;

/// <param name="Leg">Who is asked.</param>
/// <param name="Limit">The limit that holds from now on, as the contract writes it.</param>
/// <param name="DueDay">The date that is promised from now on, an adjustment and no apology.</param>
/// <param name="DueAt">Its instant.</param>
/// <param name="Document">Số văn bản of the request.</param>
public sealed record VerificationFacts(LegOrder Leg, string Limit, DateOnly? DueDay, DateTimeOffset? DueAt, string? Document = null) : EventFacts;

public sealed record ConsultationFacts(LegOrder Leg) : EventFacts;

/// <param name="No">The leg's number.</param>
/// <param name="Answer">Its result, or why it was called back.</param>
/// <param name="Recalled">Called back without a result.</param>
/// <param name="Started">The legs that waited for this one and begin now.</param>
public sealed record LegAnsweredFacts(int No, string Answer, bool Recalled, IReadOnlyList<LegStart> Started) : EventFacts;

/// <param name="Code">The dossier that puts the wrong result right.</param>
/// <param name="Reason">What was wrong.</param>
public sealed record CorrectionFacts(string Code, string Reason) : EventFacts;

/// <param name="Number">The running number of form 02 in the agency's year ("Số: …/HDHS").</param>
public sealed record ReasonFacts(string Reason, long? Number = null) : EventFacts;

/// <param name="Reason">One of the reasons that the law names.</param>
/// <param name="Words">What the applicant reads.</param>
/// <param name="Document">Số văn bản: a pause needs an issued document (DOMAIN 2.6).</param>
/// <param name="Amount">For a financial obligation: đồng to be paid.</param>
public sealed record PauseFacts(PauseReason Reason, string? Words = null, string? Document = null, long? Amount = null) : EventFacts;

/// <summary>The date that is promised from now on, as the clock computed it when the event was recorded.</summary>
public sealed record DueFacts(DateOnly? DueDay, DateTimeOffset? DueAt, string? Reason = null) : EventFacts;

/// <param name="Number">Số văn bản, for example 12/PXL.</param>
/// <param name="NewDue">The new date, later than the due day.</param>
/// <param name="Cause">One of <see cref="DelayCause"/> as text; an imported line may say it in its own words.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="Words">The reason in the words that the applicant reads.</param>
public sealed record ApologyFacts(string Number, DateOnly NewDue, string Cause, string Signer, string? Words = null) : EventFacts;

/// <summary>The verdicts are recorded with the finish, so that a later calendar never changes them.</summary>
public sealed record ResultFacts(Outcome Outcome, Calendar.Verdict Verdict, Calendar.Verdict Extended, string? Number = null, string? Reason = null) : EventFacts;

public sealed record FinishFacts(string Reason, Calendar.Verdict Verdict, Calendar.Verdict Extended) : EventFacts;

/// <param name="Channel">How it was handed over.</param>
/// <param name="Recipient">Who took it, when it was not the applicant.</param>
/// <param name="NoApologyReason">Why a late dossier was handed back without an apology.</param>
public sealed record ReturnFacts(FilingChannel Channel, string? Recipient = null, string? NoApologyReason = null) : EventFacts;

public sealed record DigitisedFacts(DigitisedPart Part) : EventFacts;

public sealed record PaymentFacts(long Amount, PaymentMethod Method, string Reference) : EventFacts;

public sealed record RatingFacts(int Rating, RatingVia Via, string? Officer = null) : EventFacts;

/// <summary>In whose hands the dossier is from now on, and at which step of the internal process when the act moves it there.</summary>
public sealed record HolderFacts(OfficerId? Holder, string? Reason = null, int? Step = null) : EventFacts;

public sealed record StepFacts(int Step, OfficerId? Holder, string? Result = null) : EventFacts;

public sealed record SignedFacts(OfficerId? Holder, string? Remark = null, int? Step = null) : EventFacts;

public sealed record PapersFacts(IReadOnlyList<PaperCheck> Papers) : EventFacts;

public enum PauseReason
{
    Financial,
    Verification,
    OtherAgency,
    Legal,
}

public enum Outcome
{
    Granted,
    Denied,
}

public enum DigitisedPart
{
    Papers,
    Result,
}

public enum PaymentMethod
{
    Cash,
    Transfer,
    OnlineNational,
    OnlineLocal,
}

public enum RatingVia
{
    Paper,
    Kiosk,
    Online,
}

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
    };

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

    public IReadOnlyList<PaperCheck> Papers { get; init; } = [];
}

public sealed record TransferFacts(AgencyId To) : EventFacts;

/// <param name="Number">The running number of form 02 in the agency's year ("Số: …/HDHS").</param>
public sealed record ReasonFacts(string Reason, long? Number = null) : EventFacts;

public sealed record PauseFacts(PauseReason Reason, string? Words = null) : EventFacts;

/// <summary>The date that is promised from now on, as the clock computed it when the event was recorded.</summary>
public sealed record DueFacts(DateOnly? DueDay, DateTimeOffset? DueAt, string? Reason = null) : EventFacts;

public sealed record ApologyFacts(string Number, DateOnly NewDue, string Cause, string Signer) : EventFacts;

/// <summary>The verdicts are recorded with the finish, so that a later calendar never changes them.</summary>
public sealed record ResultFacts(Outcome Outcome, Calendar.Verdict Verdict, Calendar.Verdict Extended, string? Number = null) : EventFacts;

public sealed record FinishFacts(string Reason, Calendar.Verdict Verdict, Calendar.Verdict Extended) : EventFacts;

public sealed record ReturnFacts(FilingChannel Channel, string? Recipient = null) : EventFacts;

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

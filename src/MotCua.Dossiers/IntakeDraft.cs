using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// What was keyed at the counter before a dossier exists: saved by hand (F8), or kept when the citizen was guided in writing
/// to complete the papers (form 02), so that nobody keys it twice when the citizen comes back.
/// </summary>
public sealed class IntakeDraft
{
    private IntakeDraft()
    {
    }

    public Guid Id { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public ProcedureVersionId? ProcedureVersionId { get; private set; }

    public string ApplicantName { get; private set; } = "";

    public string ApplicantKey { get; private set; } = "";

    public string? ApplicantIdNumber { get; private set; }

    public IntakeForm Content { get; private set; } = new();

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When form 02 was given; null for a draft that was only put aside.</summary>
    public DateTimeOffset? GuidedAt { get; private set; }

    /// <summary>The running number of form 02 in the agency's year ("Số: …/HDHS").</summary>
    public long? GuidanceNumber { get; private set; }

    /// <summary>When it became a dossier or was thrown away.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static IntakeDraft Save(Guid id, AgencyId agency, OfficerId officer, IntakeForm content, Moment now)
    {
        var draft = new IntakeDraft { Id = id, AgencyId = agency };
        draft.SaveAgain(officer, content, now);
        return draft;
    }

    public void SaveAgain(OfficerId officer, IntakeForm content, Moment now)
    {
        (OfficerId, Content, SavedAt) = (officer, content, now.Instant);
        ProcedureVersionId = content.Version;
        ApplicantName = Vietnamese.Tidy(content.Applicant?.Name ?? "");
        ApplicantKey = Vietnamese.SearchKey(ApplicantName);
        ApplicantIdNumber = content.Applicant?.IdNumber;
    }

    public void Guide(long number, Moment now) => (GuidanceNumber, GuidedAt) = (number, now.Instant);

    public void Close(Moment now) => ClosedAt = now.Instant;
}

/// <summary>The fields of the intake page, as far as they are filled.</summary>
public sealed record IntakeForm
{
    public ProcedureVersionId? Version { get; init; }

    public FilingChannel Channel { get; init; }

    public Person? Applicant { get; init; }

    public Person? Submitter { get; init; }

    public string? Request { get; init; }

    public IReadOnlyList<PaperCheck> Papers { get; init; } = [];

    /// <summary>Keyed by the officer where the procedure's source names no limit.</summary>
    public string? Limit { get; init; }

    public long? FeeDong { get; init; }

    public string? FeeNote { get; init; }

    public PaymentMethod? PaidBy { get; init; }

    public FilingChannel ReturnBy { get; init; }

    public string? ReturnTo { get; init; }

    public int Sets { get; init; } = 1;

    /// <summary>The competent agency when it is not the desk's own.</summary>
    public AgencyId? Competent { get; init; }

    /// <summary>Why it is received although a paper is missing, or refused, or what to complete.</summary>
    public string? Reason { get; init; }
}

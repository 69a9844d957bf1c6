using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// One act ordered upon a dossier: what its form holds, and what a proposal keeps until a leader decides. Each act reads the
/// members that it needs.
/// </summary>
public sealed record ActOrder(EventKind Kind, string Code)
{
    public int? SeenRevision { get; init; }

    public LateEntry? Late { get; init; }

    /// <summary>Whom the act puts the dossier before.</summary>
    public OfficerId? Officer { get; init; }

    public string? Words { get; init; }

    public Outcome Outcome { get; init; }

    /// <summary>Số văn bản.</summary>
    public string? Number { get; init; }

    public FilingChannel Channel { get; init; }

    public string? Recipient { get; init; }

    public AgencyId? Agency { get; init; }

    /// <summary>A place outside this system, in words.</summary>
    public string? Where { get; init; }

    /// <summary>The time that another place has, as the contract writes a limit.</summary>
    public string? Limit { get; init; }

    /// <summary>The leg that is answered, or that must come back before a new one goes out.</summary>
    public int? Leg { get; init; }

    public bool Recalled { get; init; }

    public PauseReason PauseReason { get; init; }

    public long? AmountDong { get; init; }

    public PaymentMethod Method { get; init; }

    public DelayCause Cause { get; init; }

    public DateOnly? NewDue { get; init; }
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

public readonly record struct ProposalId(Guid Value) : ITypedId<ProposalId>
{
    public static ProposalId From(Guid value) => new(value);
}

public enum ProposalDecision
{
    Agreed,
    Refused,

    /// <summary>Taken back by who proposed it.</summary>
    TakenBack,
}

/// <summary>
/// An act that needs the leader's consent ("đề nghị chờ lãnh đạo duyệt"): a second supplement request, a stop, an apology, an
/// act keyed late that changes a verdict. It is kept as ordered and happens when the leader agrees.
/// </summary>
public sealed class Proposal
{
    private Proposal()
    {
    }

    public ProposalId Id { get; private set; }

    public DossierId DossierId { get; private set; }

    public EventKind Kind { get; private set; }

    public ActOrder Order { get; private set; } = new(default, "");

    public OfficerId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public OfficerId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public ProposalDecision? Decision { get; private set; }

    public string? Remark { get; private set; }

    public int Revision { get; private set; }

    public static Proposal Of(DossierId dossier, ActOrder order, OfficerId by, Moment now) => new()
    {
        Id = Ids.New<ProposalId>(),
        DossierId = dossier,
        Kind = order.Kind,
        Order = order,
        ProposedBy = by,
        ProposedAt = now.Instant,
    };

    /// <summary>The leader agrees or refuses; a refusal says why.</summary>
    public Result Decide(bool agree, string? remark, OfficerId leader, Moment now) => !agree && string.IsNullOrWhiteSpace(remark)
        ? DossierErrors.ReasonMissing("Remark")
        : End(agree ? ProposalDecision.Agreed : ProposalDecision.Refused, remark, leader, now);

    /// <summary>Who proposed it takes it back before it is decided.</summary>
    public Result TakeBack(OfficerId by, Moment now) =>
        by == ProposedBy ? End(ProposalDecision.TakenBack, null, by, now) : DossierErrors.ProposalNotYours();

    private Result End(ProposalDecision decision, string? remark, OfficerId by, Moment now)
    {
        if (Decision is not null)
        {
            return DossierErrors.ProposalDecided();
        }

        (Decision, Remark, DecidedBy, DecidedAt) = (decision, string.IsNullOrWhiteSpace(remark) ? null : Vietnamese.Tidy(remark), by, now.Instant);
        Revision++;
        return Result.Ok();
    }
}

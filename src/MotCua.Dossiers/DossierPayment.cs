using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>One payment of a dossier, taken from its event so that sums need no JSON.</summary>
public sealed class DossierPayment
{
    private DossierPayment()
    {
    }

    public Guid Id { get; private init; }

    public DossierId DossierId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>In đồng.</summary>
    public long Amount { get; private init; }

    public PaymentMethod Method { get; private init; }

    public string Reference { get; private init; } = "";

    internal static DossierPayment Of(DossierId dossier, DateTimeOffset at, PaymentFacts facts) => new()
    {
        Id = Ids.New(),
        DossierId = dossier,
        At = at,
        Amount = facts.Amount,
        Method = facts.Method,
        Reference = facts.Reference,
    };
}

using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>An act that is keyed later than it happened: told as it was, and why so late.</summary>
public sealed record LateEntry(DateTimeOffset HappenedAt, string Reason);

/// <summary>A leader's consent to an act that an officer proposed.</summary>
/// <param name="Proposer">Whose act it is.</param>
/// <param name="ProposedAt">When it was keyed.</param>
/// <param name="Leader">Who agreed.</param>
public sealed record Consent(OfficerId Proposer, DateTimeOffset ProposedAt, OfficerId Leader);

/// <summary>What every act upon a dossier carries beside its own fields.</summary>
/// <param name="Code">Dossier code.</param>
/// <param name="SeenRevision">The revision that the officer's page showed; null when the page shows no state (a scan).</param>
public abstract record ActInput(string Code, int? SeenRevision)
{
    public LateEntry? Late { get; init; }

    public Consent? Consent { get; init; }
}

using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>The citizen's rating, keyed from paper; once a dossier.</summary>
public sealed class RateDossier(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, int Rating, RatingVia Via) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input, EventKind.Rated, (dossier, now, by) => dossier.Rate(new RatingFacts(input.Rating, input.Via), now, by), ct);
}

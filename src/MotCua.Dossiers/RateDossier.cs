using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The citizen's rating, keyed from paper; once a dossier.</summary>
public sealed class RateDossier(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, int Rating, RatingVia Via);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Code, input.SeenRevision, [OfficeRole.Receptionist, OfficeRole.ReportOfficer], (dossier, now, by) => dossier.Rate(new RatingFacts(input.Rating, input.Via), now, by), ct);
}

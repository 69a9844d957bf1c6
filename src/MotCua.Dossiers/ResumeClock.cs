using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>What the clock stood for is settled (the money is paid, the court has spoken): it goes on from where it stood.</summary>
public sealed class ResumeClock(DossierDesk desk, OfficeClocks clocks)
{
    /// <param name="Code">Dossier code.</param>
    /// <param name="SeenRevision">What the page showed.</param>
    /// <param name="Evidence">What shows it, for example the number of the receipt.</param>
    public sealed record Input(string Code, int? SeenRevision, string? Evidence) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.Resumed,
            async (dossier, now, by) => string.IsNullOrWhiteSpace(input.Evidence)
                ? dossier.CannotMove(EventKind.Resumed) ?? DossierErrors.ReasonMissing("Words")
                : dossier.Resume(await clocks.ForAsync(dossier.AgencyId, ct), now, by, reason: Vietnamese.Tidy(input.Evidence)),
            ct);
}

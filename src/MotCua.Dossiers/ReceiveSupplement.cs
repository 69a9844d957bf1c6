using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>The missing papers came: the limit counts again from the start or goes on, as the procedure says.</summary>
public sealed class ReceiveSupplement(DossierDesk desk, OfficeClocks clocks)
{
    public sealed record Input(string Code, int? SeenRevision) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.Supplemented,
            async (dossier, now, by) => dossier.Supplement(await clocks.ForAsync(dossier.AgencyId, ct), now, by),
            ct);
}

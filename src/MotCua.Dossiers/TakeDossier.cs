using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>An officer takes a dossier up and begins to appraise it; the receptionist's steps are behind it.</summary>
public sealed class TakeDossier(DossierDesk desk, InternalPlaces places)
{
    public sealed record Input(string Code, int? SeenRevision) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.Taken,
            async (dossier, now, by) => dossier.Take(by.Officer!.Value, now, by, await places.OnwardAsync(dossier, OfficeRole.Specialist, ct)),
            ct);
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>An officer takes a dossier up and begins to appraise it.</summary>
public sealed class TakeDossier(DossierDesk desk, CurrentOfficer officer)
{
    public sealed record Input(string Code, int? SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Code, input.SeenRevision, [OfficeRole.Specialist, OfficeRole.Receptionist], (dossier, now, by) => dossier.Take(officer.Id, now, by), ct);
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A leader or the receptionist puts a dossier into an officer's hands.</summary>
public sealed class AssignDossier(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, OfficerId Holder, string? Reason = null) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input, EventKind.Assigned, (dossier, now, by) => dossier.Assign(input.Holder, now, by, input.Reason), ct);
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A step of the internal process is done; the next one begins with the named officer, or stays with the same one.</summary>
public sealed class FinishStep(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, OfficerId? NextHolder = null, string? Outcome = null) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.StepFinished,
            (dossier, now, by) => dossier.FinishStep(dossier.Step + 1, input.NextHolder ?? dossier.HolderId, input.Outcome, now, by),
            ct);
}

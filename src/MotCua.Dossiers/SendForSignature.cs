using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The specialist has a draft result and puts it before the signer ("trình ký").</summary>
public sealed class SendForSignature(DossierDesk desk, InternalPlaces places)
{
    public sealed record Input(string Code, int? SeenRevision, OfficerId Signer, string? Note = null) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.SentForSignature,
            async (dossier, now, by) => dossier.SendForSignature(input.Signer, now, by, input.Note, await places.OnwardAsync(dossier, OfficeRole.Signer, ct)),
            ct);
}

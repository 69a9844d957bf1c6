using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The signer signs; the dossier goes to the clerk for number and seal, or back to whoever presented it.</summary>
public sealed class SignDossier(DossierDesk desk, InternalPlaces places)
{
    public sealed record Input(string Code, int? SeenRevision, string? Remark = null) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.Signed,
            async (dossier, now, by) => Sign(dossier, input.Remark, now, by, await places.OnwardAsync(dossier, OfficeRole.Clerk, ct)),
            ct);

    private static Result Sign(Dossier dossier, string? remark, Moment now, Actor by, int? step) =>
        dossier.HolderId is { } holder && holder != by.Officer
            ? DossierErrors.NotHolder("Lãnh đạo khác")
            : dossier.Sign(nextHolder: null, now, by, remark, step);
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The signer sends a draft back with a remark to whoever presented it.</summary>
public sealed class SendBack(DossierDesk desk, InternalPlaces places, MotCuaDb db)
{
    public sealed record Input(string Code, int? SeenRevision, string Remark) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.SentBack,
            async (dossier, now, by) => dossier.SendBack(await PresenterAsync(dossier.Id, ct), input.Remark, now, by, await places.BackAsync(dossier, OfficeRole.Specialist, ct)),
            ct);

    private Task<OfficerId?> PresenterAsync(DossierId id, CancellationToken ct) =>
        db.DossierEvents.Where(e => e.DossierId == id && e.Kind == EventKind.SentForSignature)
            .OrderByDescending(e => e.Seq).Select(e => e.OfficerId).FirstOrDefaultAsync(ct);
}

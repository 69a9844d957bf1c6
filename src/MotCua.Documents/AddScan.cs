using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Documents;

/// <summary>Adds the scan of a paper to a dossier. Earlier scans of the same paper stay ("bản cũ").</summary>
public sealed class AddScan(MotCuaDb db, FileStore store, CurrentOfficer officer, TimeProvider clock)
{
    /// <summary>Who may add one, in the competent or the receiving agency.</summary>
    public static readonly OfficeRole[] Roles = [.. DossierMoves.All[EventKind.Digitised].Roles];

    public sealed record Input(string Code, int PaperNumber, string FileName, Stream Content);

    public async Task<Result<StoredFile>> RunAsync(Input input, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().Where(d => d.Code == input.Code)
            .Select(d => new { d.Id, d.AgencyId, d.DeskId }).SingleOrDefaultAsync(ct);
        if (dossier is null || (!officer.Sees(dossier.AgencyId) && !officer.Sees(dossier.DeskId)))
        {
            return DossierErrors.NotFound(input.Code);
        }

        if (!DossierDesk.May(officer, EventKind.Digitised, dossier.AgencyId, dossier.DeskId))
        {
            return DossierErrors.NotAllowed(Roles);
        }

        var name = FileStore.NameOf(input.FileName);
        var stored = await store.SaveAsync(name, input.Content, ct);
        if (stored.Succeeded)
        {
            var file = stored.Value;
            db.DossierFiles.Add(DossierFile.Of(dossier.Id, input.PaperNumber, name, file.ContentType, file.Size, file.Sha256, clock.Now(), officer.Id));
            await db.SaveChangesAsync(ct);
        }

        return stored;
    }
}

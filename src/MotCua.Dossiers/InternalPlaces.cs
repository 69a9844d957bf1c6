using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// Where an act leaves a dossier in its internal process ("quy trình nội bộ"): who takes it up appraises, who gets it for
/// signature signs, so the step follows the act and nobody keys it twice.
/// </summary>
public sealed class InternalPlaces(MotCuaDb db)
{
    /// <summary>The first step of the role from the present one on; null when the present step is of the role, or none follows.</summary>
    public async Task<int?> OnwardAsync(Dossier dossier, OfficeRole role, CancellationToken ct)
    {
        var steps = await StepsAsync(dossier, ct);
        var at = steps.FindIndex(Math.Clamp(dossier.Step - 1, 0, steps.Count), s => s.Role == role) + 1;
        return at == 0 || at == dossier.Step ? null : at;
    }

    /// <summary>The last step of the role before the present one.</summary>
    public async Task<int?> BackAsync(Dossier dossier, OfficeRole role, CancellationToken ct)
    {
        var steps = await StepsAsync(dossier, ct);
        var at = steps.Take(dossier.Step - 1).ToList().FindLastIndex(s => s.Role == role) + 1;
        return at == 0 ? null : at;
    }

    private async Task<List<InternalStep>> StepsAsync(Dossier dossier, CancellationToken ct)
    {
        var content = await db.ProcedureVersions.AsNoTracking().Where(v => v.Id == dossier.ProcedureVersionId).Select(v => v.Content).SingleOrDefaultAsync(ct);
        return [.. content?.Steps ?? []];
    }
}

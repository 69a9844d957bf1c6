using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>What the desk does with an intake draft also happens to the online filing that it came from, in the same transaction.</summary>
public sealed class FilingDesk(MotCuaDb db)
{
    /// <summary>The filing of a draft; null when the draft was keyed at the counter.</summary>
    public Task<Filing?> OfDraftAsync(Guid? draftId, CancellationToken ct) => draftId is { } id
        ? db.Filings.SingleOrDefaultAsync(f => f.DraftId == id, ct)
        : Task.FromResult<Filing?>(null);
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>Outbox messages that were given up are tried again, of whatever kind.</summary>
public sealed class RetryOutbox(MotCuaDb db, TimeProvider clock)
{
    /// <returns>How many.</returns>
    public async Task<Result<int>> RunAsync(OfficerId by, CancellationToken ct)
    {
        var now = clock.Now();
        var stuck = await db.Outbox.Where(m => m.StuckAt != null && m.DoneAt == null).OrderBy(m => m.CreatedAt).Take(SendAgain.Most).ToListAsync(ct);
        stuck.ForEach(m => m.TryAgain(now));
        await db.NoteAsync("outbox.retried", $"{stuck.Count}", by, now, ct);
        return stuck.Count;
    }
}

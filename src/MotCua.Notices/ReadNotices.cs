using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>An officer has read one notice, or all.</summary>
public sealed class ReadNotices(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Delivery">Null for all that are unread.</param>
    public sealed record Input(DeliveryId? Delivery);

    /// <returns>The one that was read, null when it is not this officer's or all were.</returns>
    public async Task<NoticeDelivery?> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        var me = officer.Id;
        var mine = db.NoticeDeliveries.Where(d => d.OfficerId == me && d.Channel == NoticeChannel.InApp);
        if (input.Delivery is not { } id)
        {
            await mine.Where(d => d.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.ReadAt, now.Instant), ct);
            return null;
        }

        var one = await mine.SingleOrDefaultAsync(d => d.Id == id, ct);
        one?.Read(now);
        await db.SaveChangesAsync(ct);
        return one;
    }
}

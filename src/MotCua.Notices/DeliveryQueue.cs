using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>The deliveries that wait. A worker takes one under a lease, sends it outside any transaction, and records the end.</summary>
public sealed class DeliveryQueue(MotCuaDb db, ChannelSettings settings, TimeProvider clock)
{
    /// <summary>Longer than any attempt lasts; when a worker dies, another takes the delivery over after this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>The delivery that has waited longest, its attempt counted; null when none is due.</summary>
    public async Task<NoticeDelivery?> TakeAsync(IReadOnlyCollection<NoticeChannel> channels, CancellationToken ct)
    {
        var now = clock.Now();
        var names = channels.Select(c => c.Text()).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = (await db.NoticeDeliveries.FromSql(
            $"""
            select * from notice_deliveries where state = 'waiting' and due_at <= {now.Instant.ToUniversalTime()} and channel = any({names})
            order by due_at, id limit 1 for update skip locked
            """).ToListAsync(ct)).SingleOrDefault();
        if (taken is not null)
        {
            taken.Begin(now.Instant + Lease);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return taken;
    }

    /// <summary>Records how the attempt ended, unless the lease ran out and somebody else has taken the delivery meanwhile; "sent" is always recorded.</summary>
    public async Task RecordAsync(NoticeDelivery taken, SendOutcome outcome, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = (await db.NoticeDeliveries.FromSql($"select * from notice_deliveries where id = {taken.Id.Value} for update").ToListAsync(ct)).Single();
        var mine = known.State is DeliveryState.Waiting && known.Attempts == taken.Attempts;
        if (mine || (outcome.Kind is SendOutcomeKind.Sent && known.State is not DeliveryState.Sent))
        {
            known.Record(outcome, clock.Now(), await settings.MostAttemptsAsync(ct));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MotCua.Foundation;

/// <summary>
/// What is done with outbox messages of a kind; the module that knows the work registers it as a singleton. It runs in the
/// message's own transaction and must do nothing but change the database.
/// </summary>
/// <param name="Kind">As the message names it.</param>
/// <param name="DoAsync">Given the services of the message's scope and its payload.</param>
public sealed record OutboxHandler(string Kind, Func<IServiceProvider, OutboxMessage, CancellationToken, Task> DoAsync);

/// <summary>
/// Does one message of the outbox. Any number of nodes may run it: a message is locked by the one that does it and skipped by
/// the others; what it wrote and that it is done are one transaction.
/// </summary>
public sealed class OutboxRunner(MotCuaDb db, IServiceProvider services, IEnumerable<OutboxHandler> handlers, TimeProvider clock, ILogger<OutboxRunner> log)
{
    /// <summary>After so many failures a message is given up.</summary>
    public const int MostAttempts = 8;

    private const string BeforeWork = "before_work";

    /// <returns>False when nothing was due.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.Now();
        var kinds = handlers.Select(h => h.Kind).ToArray();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.Outbox.FromSql(
            $"""
            select * from outbox where done_at is null and stuck_at is null and due_at <= {now.Instant.ToUniversalTime()} and kind = any({kinds})
            order by due_at, id limit 1 for update skip locked
            """).AsNoTracking().ToListAsync(ct);
        if (taken.Count == 0)
        {
            return false;
        }

        await transaction.CreateSavepointAsync(BeforeWork, ct);
        string? error = null;
        try
        {
            await handlers.Single(h => h.Kind == taken[0].Kind).DoAsync(services, taken[0], ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Outbox message {Id} of kind {Kind} failed", taken[0].Id, taken[0].Kind);
            await transaction.RollbackToSavepointAsync(BeforeWork, ct);
            error = $"{e.GetType().Name}: {e.Message}";
        }

        db.ChangeTracker.Clear();
        var message = await db.Outbox.SingleAsync(m => m.Id == taken[0].Id, ct);
        if (error is null)
        {
            message.Done(now);
        }
        else
        {
            message.Failed(now, error, MostAttempts);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}

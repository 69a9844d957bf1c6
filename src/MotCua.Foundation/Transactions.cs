using Microsoft.EntityFrameworkCore.Storage;

namespace MotCua.Foundation;

/// <summary>A transaction that a use case begins, or the one of its caller, which then decides alone.</summary>
public sealed class JoinedTransaction(IDbContextTransaction? own) : IAsyncDisposable
{
    /// <summary>Commits what was begun here; in a caller's transaction it does nothing.</summary>
    public Task CommitAsync(CancellationToken ct) => own?.CommitAsync(ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}

public static class Transactions
{
    /// <summary>Begins a transaction unless the caller has one open.</summary>
    public static async Task<JoinedTransaction> BeginOrJoinAsync(this MotCuaDb db, CancellationToken ct) =>
        new(db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null);
}

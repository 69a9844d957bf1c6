using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>A form posted twice (double click, reload) acts once: the second post is answered with what came of the first.</summary>
public sealed class HandledPosts(MotCuaDb db)
{
    /// <summary>What came of an earlier post with this key, or null.</summary>
    public async Task<string?> EarlierAsync(Guid? key, CancellationToken ct) => key is null
        ? null
        : await db.Database.GetDbConnection().ExecuteScalarAsync<string?>(new CommandDefinition(
            "select outcome from handled_posts where id = @key", new { key }, db.Database.CurrentTransaction?.GetDbTransaction(), cancellationToken: ct));

    /// <summary>
    /// Claims the key inside the caller's transaction. A second post waits here until the first commits, then learns that it
    /// came too late (false).
    /// </summary>
    public async Task<bool> ClaimAsync(Guid? key, string outcome, Moment now, CancellationToken ct) => key is null
        || await db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
            "insert into handled_posts (id, at, outcome) values (@key, @at, @outcome) on conflict do nothing",
            new { key, at = now.Instant, outcome },
            db.Database.CurrentTransaction?.GetDbTransaction(),
            cancellationToken: ct)) == 1;
}

using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MotCua.Foundation;

/// <summary>
/// Numbers without gaps: one counter row a series and period, raised inside the caller's transaction.
/// Two callers of one series wait for each other; a rolled-back caller gives its number back.
/// </summary>
public static class Numbering
{
    private const string Raise =
        """
        insert into series (name, period, last) values (@name, @period, 1)
        on conflict (name, period) do update set last = series.last + 1
        returning last
        """;

    private const string RaiseTo =
        """
        insert into series (name, period, last) values (@name, @period, @least)
        on conflict (name, period) do update set last = greatest(series.last, excluded.last)
        """;

    /// <summary>Numbers that were given elsewhere are taken over: the next one comes after <paramref name="least"/>.</summary>
    public static async Task RaiseNumberAsync(this MotCuaDb db, string name, string period, long least, CancellationToken ct) =>
        await db.Database.GetDbConnection().ExecuteAsync(
            new CommandDefinition(RaiseTo, new { name, period, least }, db.Database.CurrentTransaction?.GetDbTransaction(), cancellationToken: ct));

    /// <summary>The next number of the series, from 1.</summary>
    /// <exception cref="InvalidOperationException">There is no open transaction: the number could be lost.</exception>
    public static async Task<long> NextNumberAsync(this MotCuaDb db, string name, string period, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A number is taken only inside the transaction that uses it.");
        DbConnection connection = db.Database.GetDbConnection();
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(Raise, new { name, period }, transaction, cancellationToken: ct));
    }
}

using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Organization.Calendars;

/// <summary>
/// Whoever writes many deadlines holds the calendar still (shared) until the transaction ends; whoever changes it waits for that.
/// So no file is computed half with the old calendar and half with the new one.
/// </summary>
public static class CalendarLock
{
    /// <summary>A page waits no longer than this for an import to end.</summary>
    private const string Patience = "5s";

    public static Task HoldStillAsync(MotCuaDb db, CancellationToken ct) =>
        ExecuteAsync(db, "select pg_advisory_xact_lock_shared(hashtext('calendar'))", ct);

    /// <summary>False when the calendar is held still by an import that does not end soon.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="wait">Wait as long as it takes.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> TakeAsync(MotCuaDb db, bool wait, CancellationToken ct)
    {
        if (!wait)
        {
            await ExecuteAsync(db, $"set local lock_timeout = '{Patience}'", ct);
        }

        try
        {
            await ExecuteAsync(db, "select pg_advisory_xact_lock(hashtext('calendar'))", ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private static Task ExecuteAsync(MotCuaDb db, string sql, CancellationToken ct) => db.Database.GetDbConnection().ExecuteAsync(
        new CommandDefinition(sql, transaction: db.Database.CurrentTransaction!.GetDbTransaction(), commandTimeout: 0, cancellationToken: ct));
}

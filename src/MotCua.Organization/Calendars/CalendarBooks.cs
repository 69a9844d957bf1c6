using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>
/// Keeps the calendars of this process. A change made here is seen at once, one made by another program within half a minute:
/// then the revision is asked for, and all is read again when it has moved.
/// </summary>
public sealed class CalendarBooks(IServiceScopeFactory scopes, AgencyTrees trees, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private volatile Kept? kept;

    public async Task<CalendarBook> CurrentAsync(CancellationToken ct) =>
        kept is { } known && clock.GetElapsedTime(known.At) <= Freshness ? known.Book : await FreshAsync(ct);

    /// <summary>As the database has it now.</summary>
    public async Task<CalendarBook> FreshAsync(CancellationToken ct)
    {
        var (at, today) = (clock.GetTimestamp(), clock.Now().Day);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        var revision = await RevisionAsync(db, ct);
        var book = kept is { } known && known.Book.Revision == revision && known.Day == today ? known.Book : await ReadAsync(db, today, revision, ct);
        kept = new Kept(at, today, book);
        return book;
    }

    /// <summary>Something was changed: the next question reads it.</summary>
    public void Forget() => kept = null;

    public static async Task<string> RevisionAsync(MotCuaDb db, CancellationToken ct) =>
        await db.Database.GetDbConnection().ExecuteScalarAsync<string>(new CommandDefinition(
            "select string_agg(value, '.' order by key) from settings where key in ('agencies.revision', 'calendar.revision')",
            cancellationToken: ct)) ?? "";

    private async Task<CalendarBook> ReadAsync(MotCuaDb db, DateOnly today, string revision, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new CalendarBook(
            await ImportedCalendar.LoadAsync(db.Database.GetDbConnection(), ct),
            await trees.CurrentAsync(db, ct),
            today,
            await db.AgencyHours.AsNoTracking().ToListAsync(ct),
            await db.AgencyDesks.AsNoTracking().ToListAsync(ct),
            await db.AgencyClosings.AsNoTracking().ToListAsync(ct),
            revision);
    }

    private sealed record Kept(long At, DateOnly Day, CalendarBook Book);
}

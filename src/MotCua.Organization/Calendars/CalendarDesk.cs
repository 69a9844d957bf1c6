using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>
/// What every change of a calendar shares: the calendar is taken, changed, noted in the audit log and saved in one transaction,
/// and this process forgets what it knew. No due date that was given changes by it.
/// </summary>
public sealed class CalendarDesk(MotCuaDb db, CalendarBooks books, TimeProvider clock)
{
    /// <param name="action">A stable verb for the audit log.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="details">The decision and more.</param>
    /// <param name="by">Who.</param>
    /// <param name="change">Adds, changes or removes rows; its refusal leaves everything as it was.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> ChangeAsync(string action, string subject, string? details, OfficerId? by, Func<Task<Result>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await CalendarLock.TakeAsync(db, wait: false, ct))
        {
            return CalendarErrors.Busy();
        }

        var changed = await change();
        if (!changed.Succeeded)
        {
            return changed;
        }

        db.Note(action, subject, by, clock.Now(), details);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        books.Forget();
        return Result.Ok();
    }

    /// <summary>Until the office keeps a calendar of its own the built-in one holds: before the first change of a day it is written down.</summary>
    internal async Task KeepOwnDaysAsync(CancellationToken ct)
    {
        if (!await db.NationalDays.AnyAsync(ct))
        {
            db.NationalDays.AddRange(WorkingCalendar.BuiltIn.Days.Select(NationalDay.Of));
            await db.SaveChangesAsync(ct);
        }
    }
}

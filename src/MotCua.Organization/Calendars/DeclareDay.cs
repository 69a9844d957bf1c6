using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>A day of the national calendar is added or changed, with the decision that says so.</summary>
public sealed class DeclareDay(MotCuaDb db, CalendarDesk desk)
{
    /// <param name="Was">The day as it stood when it was opened for a change; null for a new one.</param>
    /// <param name="Day">2000 to 2100.</param>
    /// <param name="Name">At most 300 letters.</param>
    /// <param name="Kind">Any but a closing.</param>
    /// <param name="DecisionNo">Required.</param>
    public sealed record Input(DateOnly? Was, DateOnly Day, string? Name, DayKind Kind, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var declared = NationalDay.Declare(input.Day, input.Name, input.Kind, input.DecisionNo);
        if (!declared.Succeeded)
        {
            return declared;
        }

        var day = declared.Value;
        return await desk.ChangeAsync(
            input.Was is null ? "calendar.day-added" : "calendar.day-changed",
            OffsetTime.Text(day.Day), $"{day.Name}, {Snake.Text(day.Kind)}, {day.DecisionNo}", by, () => ChangeAsync(input.Was, day, ct), ct);
    }

    private async Task<Result> ChangeAsync(DateOnly? was, NationalDay day, CancellationToken ct)
    {
        await desk.KeepOwnDaysAsync(ct);
        var there = await db.NationalDays.SingleOrDefaultAsync(d => d.Day == day.Day, ct);
        if (there is not null && was != day.Day)
        {
            return CalendarErrors.DayTaken(day.Day, there.Name);
        }

        if (was is { } old && old != day.Day)
        {
            if (await db.NationalDays.SingleOrDefaultAsync(d => d.Day == old, ct) is not { } gone)
            {
                return CalendarErrors.DayNotFound(old);
            }

            db.NationalDays.Remove(gone);
        }
        else if (was is not null && there is null)
        {
            return CalendarErrors.DayNotFound(day.Day);
        }

        if (there is null)
        {
            db.NationalDays.Add(day);
        }
        else
        {
            there.Change(day);
        }

        return Result.Ok();
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>A day of the national calendar becomes a plain day of the week again.</summary>
public sealed class RemoveDay(MotCuaDb db, CalendarDesk desk)
{
    public sealed record Input(DateOnly Day, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var decided = NationalDay.Decision(input.DecisionNo);
        return decided.Succeeded
            ? await desk.ChangeAsync("calendar.day-removed", OffsetTime.Text(input.Day), decided.Value, by, () => RemoveAsync(input.Day, ct), ct)
            : decided;
    }

    private async Task<Result> RemoveAsync(DateOnly day, CancellationToken ct)
    {
        await desk.KeepOwnDaysAsync(ct);
        if (await db.NationalDays.SingleOrDefaultAsync(d => d.Day == day, ct) is not { } gone)
        {
            return CalendarErrors.DayNotFound(day);
        }

        if (await db.NationalDays.CountAsync(ct) == 1)
        {
            return CalendarErrors.LastDay();
        }

        db.NationalDays.Remove(gone);
        return Result.Ok();
    }
}

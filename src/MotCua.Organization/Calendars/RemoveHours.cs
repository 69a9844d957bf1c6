using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>A change of hours is taken back as if it had never been: the hours before it go on.</summary>
public sealed class RemoveHours(MotCuaDb db, CalendarDesk desk, AgencyTrees trees)
{
    public sealed record Input(AgencyId Agency, DateOnly From);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var code = (await trees.CurrentAsync(db, ct)).CodeOf(input.Agency);
        return await desk.ChangeAsync("calendar.hours-removed", code, OffsetTime.Text(input.From), by, async () =>
            await db.AgencyHours.Where(h => h.AgencyId == input.Agency && h.ValidFrom == input.From).ExecuteDeleteAsync(ct) == 0
                ? CalendarErrors.HoursNotFound(input.From)
                : Result.Ok(), ct);
    }
}

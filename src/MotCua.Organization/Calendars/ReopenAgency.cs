using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>A day on which the agency was said to be closed counts again.</summary>
public sealed class ReopenAgency(MotCuaDb db, CalendarDesk desk, AgencyTrees trees)
{
    public sealed record Input(AgencyId Agency, DateOnly Day);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var code = (await trees.CurrentAsync(db, ct)).CodeOf(input.Agency);
        return await desk.ChangeAsync("calendar.reopened", code, OffsetTime.Text(input.Day), by, async () =>
            await db.AgencyClosings.Where(c => c.AgencyId == input.Agency && c.Day == input.Day).ExecuteDeleteAsync(ct) == 0
                ? CalendarErrors.ClosingNotFound(input.Day)
                : Result.Ok(), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>The desk no longer opens on Saturdays.</summary>
public sealed class RemoveSaturdayDesk(MotCuaDb db, CalendarDesk desk, AgencyTrees trees)
{
    public sealed record Input(AgencyId Agency, Guid Id);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var code = (await trees.CurrentAsync(db, ct)).CodeOf(input.Agency);
        return await desk.ChangeAsync("calendar.desk-removed", code, null, by, async () =>
            await db.AgencyDesks.Where(d => d.Id == input.Id && d.AgencyId == input.Agency).ExecuteDeleteAsync(ct) == 0
                ? CalendarErrors.DeskNotFound()
                : Result.Ok(), ct);
    }
}

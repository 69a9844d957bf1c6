using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>The desk opens on Saturdays from a day on. It serves people; no limit counts the day.</summary>
public sealed class OpenSaturdayDesk(MotCuaDb db, CalendarDesk desk, AgencyTrees trees)
{
    public sealed record Input(AgencyId Agency, DateOnly From, DateOnly? To, IReadOnlyList<Session> Sessions, bool IncludesBelow, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var dates = new DateRange(input.From, input.To);
        var opened = AgencyDesk.Open(input.Agency, dates, input.Sessions, input.IncludesBelow, input.DecisionNo);
        if (!opened.Succeeded)
        {
            return opened;
        }

        var code = (await trees.CurrentAsync(db, ct)).CodeOf(input.Agency);
        var until = input.To is { } last ? OffsetTime.Text(last) : "…";
        var details = $"{OffsetTime.Text(input.From)}–{until}: {opened.Value.Desk.Hours}, {opened.Value.DecisionNo}";
        return await desk.ChangeAsync("calendar.desk-opened", code, details, by, async () =>
        {
            var others = await db.AgencyDesks.AsNoTracking().Where(d => d.AgencyId == input.Agency).ToListAsync(ct);
            if (others.Find(d => new DateRange(d.ValidFrom, d.ValidTo).Overlaps(dates)) is { } other)
            {
                return CalendarErrors.DeskOverlaps(other.ValidFrom);
            }

            db.AgencyDesks.Add(opened.Value);
            return Result.Ok();
        }, ct);
    }
}

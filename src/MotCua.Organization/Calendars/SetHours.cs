using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>An agency's sessions from a day on; a second decision for the same day takes the place of the first.</summary>
public sealed class SetHours(MotCuaDb db, CalendarDesk desk, AgencyTrees trees)
{
    /// <param name="Agency">Whose hours.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Sessions">One to four; null to keep the hours of the agency above again.</param>
    /// <param name="DecisionNo">Required.</param>
    public sealed record Input(AgencyId Agency, DateOnly From, IReadOnlyList<Session>? Sessions, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var set = AgencyHours.Set(input.Agency, input.From, input.Sessions, input.DecisionNo);
        if (!set.Succeeded)
        {
            return set;
        }

        var code = (await trees.CurrentAsync(db, ct)).CodeOf(input.Agency);
        var details = $"{OffsetTime.Text(input.From)}: {set.Value.Hours?.ToString() ?? "theo cấp trên"}, {set.Value.DecisionNo}";
        return await desk.ChangeAsync("calendar.hours-set", code, details, by, () => PutAsync(set.Value, ct), ct);
    }

    private async Task<Result> PutAsync(AgencyHours row, CancellationToken ct)
    {
        await db.AgencyHours.Where(h => h.AgencyId == row.AgencyId && h.ValidFrom == row.ValidFrom).ExecuteDeleteAsync(ct);
        db.AgencyHours.Add(row);
        return Result.Ok();
    }
}

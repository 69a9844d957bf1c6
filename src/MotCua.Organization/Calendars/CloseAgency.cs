using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>An agency is closed on a day or some days (storm, power cut): no limit of its dossiers counts them.</summary>
public sealed class CloseAgency(MotCuaDb db, CalendarDesk desk, CalendarBooks books, AgencyTrees trees)
{
    public const int MostDays = 31;

    /// <param name="Agency">Which agency.</param>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day; the first when null.</param>
    /// <param name="Reason">As the ruler and the slips explain it.</param>
    /// <param name="IncludesBelow">All agencies under it as well.</param>
    /// <param name="DecisionNo">Required.</param>
    public sealed record Input(AgencyId Agency, DateOnly From, DateOnly? To, string? Reason, bool IncludesBelow, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var last = input.To ?? input.From;
        if (DateRange.Check(input.From, last) is { Succeeded: false } wrong)
        {
            return wrong.Error!.At("To");
        }

        if (last.DayNumber - input.From.DayNumber >= MostDays)
        {
            return CalendarErrors.ClosingTooLong(MostDays);
        }

        var first = AgencyClosing.Close(input.Agency, input.From, input.Reason, input.IncludesBelow, input.DecisionNo);
        if (!first.Succeeded)
        {
            return first;
        }

        var national = (await books.FreshAsync(ct)).National;
        var days = Enumerable.Range(input.From.DayNumber, last.DayNumber - input.From.DayNumber + 1)
            .Select(DateOnly.FromDayNumber).Where(d => national.IsWorkingDay(d) || d.DayOfWeek == DayOfWeek.Saturday).ToList();
        if (!days.Exists(national.IsWorkingDay))
        {
            return CalendarErrors.ClosingWithoutWork();
        }

        var code = (await trees.CurrentAsync(db, ct)).CodeOf(input.Agency);
        var details = $"{OffsetTime.Text(input.From)}–{OffsetTime.Text(last)}: {first.Value.Reason}, {first.Value.DecisionNo}";
        return await desk.ChangeAsync("calendar.closed", code, details, by, async () =>
        {
            await db.AgencyClosings.Where(c => c.AgencyId == input.Agency && days.Contains(c.Day)).ExecuteDeleteAsync(ct);
            db.AgencyClosings.AddRange(days.Select(d => AgencyClosing.Close(input.Agency, d, input.Reason, input.IncludesBelow, input.DecisionNo).Value));
            return Result.Ok();
        }, ct);
    }
}

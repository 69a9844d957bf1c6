using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>"If it is received then, it is promised then", and in a few words why.</summary>
public sealed record SimulatedCase(DateTimeOffset Received, DateOnly? Due, DateTimeOffset? DueAt, string Why);

/// <summary>Proves a limit before it is published: one receipt of the administrator's choice, and the cases that usually go wrong.</summary>
public sealed record Simulation(TimeLimit Limit, SimulatedCase Asked, SimulatedCase? AsBefore, IReadOnlyList<SimulatedCase> HardCases, int LastKnownYear)
{
    public static Simulation Of(DeadlineClock clock, TimeLimit limit, TimeLimit? before, DateTimeOffset received, DateOnly today, Text t) => new(
        limit,
        Case(clock, limit, received, t),
        before is { } old && old != limit ? Case(clock, old, received, t) : null,
        [.. Receipts(clock.Calendar, today, limit).Select(r => Case(clock, limit, r, t))],
        clock.Calendar.Days.Select(d => d.Day.Year).DefaultIfEmpty(today.Year).Max());

    private static SimulatedCase Case(DeadlineClock clock, TimeLimit limit, DateTimeOffset received, Text t)
    {
        var deadline = clock.Start(received, limit);
        return new SimulatedCase(received, deadline.DueDay, deadline.DueAt, Why(clock, limit, received, t));
    }

    private static string Why(DeadlineClock clock, TimeLimit limit, DateTimeOffset received, Text t)
    {
        var days = clock.Explain(new DeadlineCase(received, limit, []));
        var words = new List<string>();
        var start = clock.StartMoment(received);
        if (start != received)
        {
            words.Add(t["tính từ {0}", $"{Vietnamese.ShortWeekday(Moment.Of(start).Day)} {Vietnamese.ShortDate(Moment.Of(start).Day)}, {Vietnamese.Time(start)}"]);
        }

        var startDay = Moment.Of(start).Day;
        var skipped = days.Where(d => d.Kind == ExplainedKind.Skipped && d.Day > startDay).ToList();
        var feasts = skipped.Where(d => d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(d => Vietnamese.ShortDate(d.Day)).ToList();
        if (feasts.Count > 0)
        {
            words.Add(t["nghỉ {0}", feasts.Count <= 3 ? string.Join(", ", feasts) : $"{feasts[0]} – {feasts[^1]}"]);
        }

        if (skipped.Count > feasts.Count)
        {
            words.Add(t["cuối tuần"]);
        }

        return string.Join(", ", words);
    }

    // The eve of the next holiday, a late Friday, a Saturday, the last afternoon of the year; with the 15:00 rule also a minute after it.
    private static IEnumerable<DateTimeOffset> Receipts(WorkingCalendar calendar, DateOnly today, TimeLimit limit)
    {
        var year = Enumerable.Range(1, 366).Select(today.AddDays).ToList();
        DateOnly? feast = year.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !calendar.IsWorkingDay(d)).Select(d => (DateOnly?)d).FirstOrDefault();
        if (feast is { } day)
        {
            yield return At(Enumerable.Range(1, 30).Select(n => day.AddDays(-n)).First(calendar.IsWorkingDay), 10, 15);
        }

        if (limit.Unit == LimitUnit.SameDay)
        {
            yield return At(year.First(calendar.IsWorkingDay), 15, 0);
            yield return At(year.First(calendar.IsWorkingDay), 15, 1);
        }

        yield return At(year.First(d => d.DayOfWeek == DayOfWeek.Friday && calendar.IsWorkingDay(d)), 16, 40);
        yield return At(year.First(d => d.DayOfWeek == DayOfWeek.Saturday && !calendar.IsWorkingDay(d)), 9, 0);
        var newYear = new DateOnly(today.Year + 1, 1, 1);
        yield return At(Enumerable.Range(1, 30).Select(n => newYear.AddDays(-n)).First(calendar.IsWorkingDay), 14, 0);
    }

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => Moment.At(day, new TimeOnly(hour, minute)).Instant;
}

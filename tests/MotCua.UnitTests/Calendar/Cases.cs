using FsCheck;
using FsCheck.Fluent;
using MotCua.Calendar;

namespace MotCua.UnitTests.Calendar;

/// <summary>Random dossiers for the clock: whole minutes, so that the oracle may walk minute by minute.</summary>
internal static class Cases
{
    public static readonly OfficeHours[] Hours =
    [
        OfficeHours.Default,
        new(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(13, 0), new TimeOnly(17, 0))),
        new(new Session(new TimeOnly(7, 0), new TimeOnly(11, 30)), new Session(new TimeOnly(12, 0), new TimeOnly(13, 15)), new Session(new TimeOnly(14, 0), new TimeOnly(16, 45))),
        new(new Session(new TimeOnly(9, 0), new TimeOnly(15, 0))),
    ];

    public static Gen<TimeLimit> Limit(int most) =>
        from kind in Gen.Choose(0, 6)
        from count in Gen.Choose(1, most)
        select kind switch
        {
            0 => TimeLimit.None,
            1 => TimeLimit.SameDay,
            2 => TimeLimit.Hours(count),
            3 => TimeLimit.Days(count),
            4 => TimeLimit.Months(Math.Max(1, count / 4)),
            _ => TimeLimit.WorkingDays(count),
        };

    /// <summary>A minute of the years 2023 to 2027; often at the very ends of sessions, at 15:00, or beside a holiday.</summary>
    public static Gen<DateTimeOffset> Instant() =>
        from day in Gen.Frequency((3, Gen.Choose(0, 1825)), (2, Gen.Elements(NearHolidays)))
        from minute in Gen.Frequency((3, Gen.Choose(0, 1439)), (3, Gen.Choose(450, 1020)), (2, Gen.Elements(Edges)))
        select Times.At("2023-01-01 00:00").AddDays(day).AddMinutes(minute);

    /// <summary>Zero to three stops, one after another; the last one may be open.</summary>
    public static Gen<List<Stop>> Stops(DateTimeOffset received) =>
        from count in Gen.Choose(0, 3)
        from gaps in Gen.Choose(0, 6000).ArrayOf(6)
        from restarts in Gen.Choose(0, 2).ArrayOf(3)
        from open in Gen.Choose(0, 2)
        select Chain(received, count, gaps, restarts, open == 0);

    /// <summary>A calendar of random departures from the plain week, dense enough to make runs of them.</summary>
    public static Gen<WorkingCalendar> Calendar() =>
        from builtIn in Gen.Choose(0, 1)
        from days in Gen.Choose(0, 2200).ArrayOf(200)
        from kinds in Gen.Elements(Enum.GetValues<DayKind>()).ArrayOf(200)
        select builtIn == 1
            ? WorkingCalendar.BuiltIn
            : WorkingCalendar.Of(days.Zip(kinds)
                .DistinctBy(p => p.First)
                .Select(p => new CalendarDay(Times.Day("2023-01-01").AddDays(p.First), $"Ngày {p.Second}", p.Second)));

    /// <summary>Zero to four changes of hours in the years of the instants, in order, and days on which the agency is closed.</summary>
    public static Gen<(List<HoursFrom> Changes, List<DateOnly> Closings)> Agency() =>
        from own in Gen.Choose(0, 3)
        from days in Gen.Frequency((3, Gen.Choose(0, 1825)), (1, Gen.Elements(NearHolidays))).ArrayOf(4)
        from hours in Gen.Elements(Hours).ArrayOf(4)
        from closed in Gen.Choose(0, 1825).ArrayOf(60)
        from run in Gen.Choose(0, 9)
        select (
            days.Zip(hours).Take(own + 1).DistinctBy(c => c.First).OrderBy(c => c.First)
                .Select(c => new HoursFrom(Times.Day("2023-01-01").AddDays(c.First), c.Second)).ToList(),
            closed.SelectMany(c => Enumerable.Range(c, 1 + (c % (run + 1)))).Distinct().Select(c => Times.Day("2023-01-01").AddDays(c)).ToList());

    private static readonly int[] Edges = [0, 449, 450, 690, 691, 809, 810, 900, 901, 1020, 1021, 1439];

    private static readonly int[] NearHolidays =
        [.. WorkingCalendar.BuiltIn.Days
            .Select(d => d.Day.DayNumber - Times.Day("2023-01-01").DayNumber)
            .Where(n => n is > 3 and < 1825)
            .SelectMany(n => new[] { n - 3, n - 1, n, n + 1 })
            .Distinct()];

    private static List<Stop> Chain(DateTimeOffset received, int count, int[] gaps, int[] restarts, bool open)
    {
        List<Stop> stops = [];
        var at = received;
        for (var i = 0; i < count; i++)
        {
            var from = at.AddMinutes(gaps[2 * i]);
            at = from.AddMinutes(gaps[(2 * i) + 1]);
            var stillStands = open && i == count - 1;
            stops.Add(new Stop(from, stillStands ? null : at, restarts[i] == 0 ? SupplementPolicy.Restart : SupplementPolicy.Resume));
        }

        return stops;
    }
}

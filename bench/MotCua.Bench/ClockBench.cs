using System.Diagnostics;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Bench;

/// <summary>How many deadlines one core computes in a second. The bar is 200,000; every measure is the best of five runs.</summary>
internal static class ClockBench
{
    private const int Cases = 200_000;

    private static readonly string[] Limits = ["1wd", "3wd", "15wd", "9999wd", "15d", "30d", "8h", "40h", "2mo", "same", "none"];

    public static void Run()
    {
        var clock = new DeadlineClock(WorkingCalendar.BuiltIn, OfficeHours.Default);
        var random = new Random(1);
        var start = new DateTimeOffset(2021, 1, 1, 0, 0, 0, Moment.VietnamOffset);
        var received = Many(() => start.AddMinutes(random.Next(9 * 365 * 1440)));
        var limits = Many(() => TimeLimit.Parse(Limits[random.Next(Limits.Length)]));
        var now = start.AddYears(5);

        Measure("deadline (start)", i => clock.Start(received[i], limits[i]).DueAt is null ? 0 : 1);
        Measure("deadline, one stop, verdict", i =>
        {
            var deadline = clock.Start(received[i], limits[i]);
            deadline = clock.Resume(deadline, received[i].AddHours(20), received[i].AddHours(90));
            return (int)clock.JudgePending(deadline, now);
        });
        Measure("due cell in words", i => DueWords.Of(clock, new ClockState(clock.Start(received[i], limits[i])), now).Words.Args.Length);

        var seasons = new DeadlineClock(WorkingCalendar.BuiltIn, Seasons());
        Measure("hours by season (start)", i => seasons.Start(received[i], limits[i]).DueAt is null ? 0 : 1);
        Measure("hours by season, one stop", i => seasons.Resume(seasons.Start(received[i], limits[i]), received[i].AddHours(20), received[i].AddHours(90)).DueAt is null ? 0 : 1);
        Measure("hours by season, words", i => DueWords.Of(seasons, new ClockState(seasons.Start(received[i], limits[i])), now).Words.Args.Length);

        var lines = Enumerable.Range(0, Cases)
            .Select(i => $$"""{"id":"{{i}}","received":"{{OffsetTime.Text(received[i])}}","limit":"{{(limits[i].Count == 9999 ? "15wd" : limits[i])}}"}""")
            .ToArray();
        Measure("clock --batch line, explained", i => ClockBatch.Answer(lines[i], now, clock).Length);
    }

    // Summer hours from 15 April, back on 16 October, ten years long.
    private static OfficeSchedule Seasons()
    {
        var summer = new OfficeHours(new Session(new(7, 0), new(11, 0)), new Session(new(14, 0), new(17, 30)));
        return new OfficeSchedule(OfficeHours.Default, Enumerable.Range(2021, 10).SelectMany(year => new[]
        {
            new HoursFrom(new DateOnly(year, 4, 15), summer), new HoursFrom(new DateOnly(year, 10, 16), OfficeHours.Default),
        }));
    }

    private static T[] Many<T>(Func<T> make) => [.. Enumerable.Range(0, Cases).Select(_ => make())];

    private static void Measure(string name, Func<int, int> work)
    {
        var best = double.MaxValue;
        long sum = 0;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Cases; i++)
            {
                sum += work(i);
            }

            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine($"{name,-32} {Cases / best,14:N0} a second a core   ({sum})");
    }
}

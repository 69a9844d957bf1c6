using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

public sealed class ExplanationTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    [Fact]
    public void The_drawn_ruler_restarts_after_the_supplement() =>
        Explain("2026-11-10 14:20", "5wd", new Stop(Times.At("2026-11-12 09:30"), Times.At("2026-11-17 15:10"), SupplementPolicy.Restart)).ShouldBe(
            "10 Received, 11 Counted 1, 12 Stopped, 13 Stopped, 14 Skipped, 15 Skipped, 16 Stopped, 17 Restarted, "
            + "18 Counted 1, 19 Counted 2, 20 Counted 3, 21 Skipped, 22 Skipped, 23 Counted 4, 24 Skipped, 25 Due 5");

    [Fact]
    public void A_resumed_stop_does_not_count_the_days_after_its_first_up_to_its_last() =>
        Explain("2026-11-10 14:20", "5wd", new Stop(Times.At("2026-11-12 09:30"), Times.At("2026-11-17 15:10"), SupplementPolicy.Resume)).ShouldBe(
            "10 Received, 11 Counted 1, 12 Counted 2, 13 Stopped, 14 Skipped, 15 Skipped, 16 Stopped, 17 Stopped, "
            + "18 Counted 3, 19 Counted 4, 20 Due 5");

    [Fact]
    public void An_open_stop_goes_on_to_the_instant_of_the_question() =>
        Explain("2026-11-10 14:20", "2wd", new Stop(Times.At("2026-11-11 09:30"), null, SupplementPolicy.Resume)).ShouldBe(
            "10 Received, 11 Counted 1, 12 Due 2, 13 Stopped, 14 Skipped, 15 Skipped, 16 Stopped");

    [Fact]
    public void Calendar_days_count_rest_days_and_skip_only_to_roll() =>
        Explain("2026-11-12 08:00", "9d").ShouldBe(
            "12 Received, 13 Counted 1, 14 Counted 2, 15 Counted 3, 16 Counted 4, 17 Counted 5, 18 Counted 6, 19 Counted 7, 20 Counted 8, "
            + "21 Counted 9, 22 Skipped, 23 Due");

    [Fact]
    public void A_receipt_on_a_Saturday_shows_the_day_it_counts_from() =>
        Explain("2026-11-14 09:00", "1wd").ShouldBe("14 Received, 15 Skipped, 16 Start, 17 Due 1");

    [Fact]
    public void Days_given_for_a_stop_after_the_due_day_are_made_up() =>
        Explain("2026-11-09 09:00", "1wd", new Stop(Times.At("2026-11-11 09:00"), Times.At("2026-11-13 09:00"), SupplementPolicy.Resume)).ShouldBe(
            "9 Received, 10 Counted 1, 11 MadeUp, 12 Due");

    [Fact]
    public void A_stop_that_begins_after_the_due_day_leaves_the_days_before_it_overdue() =>
        Explain("2026-11-09 09:00", "1wd", new Stop(Times.At("2026-11-12 09:00"), null, SupplementPolicy.Resume)).ShouldBe(
            "9 Received, 10 Due 1, 11 Overdue, 12 Overdue, 13 Stopped, 14 Skipped, 15 Skipped, 16 Stopped");

    [Fact]
    public void A_same_day_result_is_due_on_the_day_of_the_receipt() => Explain("2026-11-12 09:00", "same").ShouldBe("12 Due");

    private static string Explain(string received, string limit, params Stop[] stops) =>
        string.Join(", ", Clock
            .Explain(new DeadlineCase(Times.At(received), TimeLimit.Parse(limit), stops, Times.At("2026-11-16 10:00")))
            .Select(d => $"{d.Day.Day} {d.Kind} {d.Number}".TrimEnd()));
}

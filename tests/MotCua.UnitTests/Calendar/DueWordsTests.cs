using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

public sealed class DueWordsTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    [Theory]
    [InlineData("2026-11-20 11:30", DueKind.Running, "Còn 2 ngày 3 giờ", "hạn T4 25/11")]
    [InlineData("2026-11-20 09:30", DueKind.Running, "Còn 2 ngày 5 giờ", "hạn T4 25/11")]
    [InlineData("2026-11-23 08:00", DueKind.Soon, "Còn 1 ngày 7 giờ", "hạn T4 25/11")]
    [InlineData("2026-11-24 10:00", DueKind.Soon, "Còn 1 ngày", "hạn T4 25/11")]
    [InlineData("2026-11-25 09:42", DueKind.Today, "Còn 5 giờ 18 phút", "hạn hôm nay 17:00")]
    [InlineData("2026-11-25 16:15", DueKind.Today, "Còn 45 phút", "hạn hôm nay 17:00")]
    [InlineData("2026-11-25 20:00", DueKind.Today, "Còn 0 phút", "hạn hôm nay 17:00")]
    [InlineData("2026-11-26 07:00", DueKind.Overdue, "Vừa quá hạn", "hạn T4 25/11")]
    [InlineData("2026-11-27 09:30", DueKind.Overdue, "Quá 1 ngày 2 giờ", "hạn T4 25/11")]
    [InlineData("2027-01-04 07:30", DueKind.Overdue, "Quá 26 ngày", "hạn T4 25/11/2026")]
    public void A_running_dossier_says_how_much_working_time_is_left(string now, DueKind kind, string words, string detail) =>
        Says(Of(FiveDays(), now), kind, words, detail);

    [Theory]
    [InlineData("2026-11-17 15:00", "Tạm dừng 3 ngày", "đã chạy 2 trên 5 ngày")]
    [InlineData("2026-11-12 16:00", "Mới tạm dừng", "đã chạy 2 trên 5 ngày")]
    public void A_stopped_dossier_says_for_how_long_and_how_much_had_run(string now, string words, string detail) =>
        Says(
            Of(new ClockState(Clock.Start(Times.At("2026-11-10 14:20"), TimeLimit.WorkingDays(5)), StoppedAt: Times.At("2026-11-12 09:30")), now),
            DueKind.Paused,
            words,
            detail);

    [Fact]
    public void A_dossier_stopped_when_late_had_run_more_than_its_limit() =>
        Says(
            Of(new ClockState(Clock.Start(Times.At("2026-11-10 14:20"), TimeLimit.WorkingDays(1)), StoppedAt: Times.At("2026-11-13 09:30")), "2026-11-16 09:00"),
            DueKind.Paused,
            "Tạm dừng 1 ngày",
            "đã chạy 3 trên 1 ngày");

    [Fact]
    public void A_stop_under_a_limit_in_hours_is_told_in_hours() =>
        Says(
            Of(new ClockState(Clock.Start(Times.At("2026-11-10 08:00"), TimeLimit.Hours(8)), StoppedAt: Times.At("2026-11-10 11:00")), "2026-11-10 15:40"),
            DueKind.Paused,
            "Tạm dừng 2 giờ 40 phút",
            "đã chạy 3 trên 8 giờ");

    [Theory]
    [InlineData("2026-11-02 09:00", "2026-11-05 09:00", "2026-11-09 09:00", "Tạm dừng 4 ngày", "đã chạy 3 trên 10 ngày")]
    [InlineData("2026-11-02 09:00", "2026-11-20 09:00", "2026-11-20 15:00", "Mới tạm dừng", "đã chạy 18 trên 10 ngày")]
    public void A_stop_under_a_limit_in_calendar_days_counts_every_day(string received, string stopped, string now, string words, string detail) =>
        Says(Of(new ClockState(Clock.Start(Times.At(received), TimeLimit.Days(10)), StoppedAt: Times.At(stopped)), now), DueKind.Paused, words, detail);

    [Fact]
    public void A_finish_well_before_the_hour_is_told_in_hours() =>
        Says(
            Of(new ClockState(Clock.Start(Times.At("2026-11-10 08:00"), TimeLimit.Hours(8)), FinishedAt: Times.At("2026-11-10 10:30")), "2026-11-20 09:00"),
            DueKind.Early,
            "Xong sớm 5 giờ 30 phút",
            "hạn T4 11/11 08:30");

    [Theory]
    [InlineData("2026-11-23 10:00", DueKind.Early, "Xong sớm 1 ngày")]
    [InlineData("2026-11-25 22:00", DueKind.OnTime, "Xong đúng hạn")]
    [InlineData("2026-11-26 08:00", DueKind.Late, "Xong trễ 1 ngày")]
    public void A_finished_dossier_says_how_far_from_the_due_day(string finish, DueKind kind, string words) =>
        Says(Of(FiveDays() with { FinishedAt = Times.At(finish) }, "2026-12-01 09:00"), kind, words, "hạn T4 25/11");

    [Fact]
    public void A_finish_on_the_Saturday_after_the_due_Friday_is_late_by_less_than_a_day() =>
        Says(
            Of(new ClockState(Clock.Start(Times.At("2026-11-12 09:00"), TimeLimit.WorkingDays(1)), FinishedAt: Times.At("2026-11-14 09:00")), "2026-11-20 09:00"),
            DueKind.Late,
            "Xong trễ dưới 1 ngày",
            "hạn T6 13/11");

    [Fact]
    public void A_finish_under_a_limit_in_hours_is_told_in_hours() =>
        Says(
            Of(new ClockState(Clock.Start(Times.At("2026-11-10 08:00"), TimeLimit.Hours(2)), FinishedAt: Times.At("2026-11-10 11:05")), "2026-11-20 09:00"),
            DueKind.Late,
            "Xong trễ 1 giờ 5 phút",
            "hạn T3 10/11 10:00");

    [Fact]
    public void A_promise_after_an_apology_is_what_counts_down() =>
        Says(Of(FiveDays() with { ExtendedDue = Times.Day("2026-11-27") }, "2026-11-26 07:00"), DueKind.Running, "Còn 2 ngày", "hạn T6 27/11");

    [Fact]
    public void No_limit_and_not_yet_received_have_their_own_words()
    {
        Says(Of(new ClockState(Clock.Start(Times.At("2026-11-10 08:00"), TimeLimit.None)), "2026-11-20 09:00"), DueKind.None, "Không hẹn ngày", null);
        Says(Of(default, "2026-11-20 09:00"), DueKind.NotStarted, "Chưa tính hạn", null);
    }

    [Fact]
    public void Every_sentence_is_listed_for_the_translators()
    {
        string[] nows = ["2026-11-20 09:30", "2026-11-24 10:00", "2026-11-25 09:42", "2026-11-25 16:00", "2026-11-25 16:30", "2026-11-26 07:00", "2026-11-27 09:30"];
        foreach (var text in nows.Select(now => Of(FiveDays(), now)))
        {
            DueWords.Texts.ShouldContain(text.Words.Text);
            DueWords.Texts.ShouldContain(text.Detail!.Text);
        }
    }

    // Due on Wednesday 25 November 2026: the 24th is a holiday.
    private static ClockState FiveDays() => new(Clock.Start(Times.At("2026-11-17 14:20"), TimeLimit.WorkingDays(5)));

    private static DueText Of(ClockState state, string now) => DueWords.Of(Clock, state, Times.At(now));

    private static void Says(DueText text, DueKind kind, string words, string? detail)
    {
        text.Words.ToString().ShouldBe(words);
        text.Detail?.ToString().ShouldBe(detail);
        text.Kind.ShouldBe(kind);
    }
}

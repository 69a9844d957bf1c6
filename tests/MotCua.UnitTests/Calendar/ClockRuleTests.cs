using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

/// <summary>Every sentence of the contract's section 4 about starting, counting and stopping.</summary>
public sealed class ClockRuleTests
{
    private static readonly WorkingCalendar BuiltIn = WorkingCalendar.BuiltIn;

    private static readonly DeadlineClock Clock = new(BuiltIn, OfficeHours.Default);

    [Theory]
    [InlineData("2026-08-22", true)] // swap_work
    [InlineData("2026-09-02", false)] // public
    [InlineData("2026-02-17", false)] // tet
    [InlineData("2026-04-27", false)] // substitute
    [InlineData("2026-08-31", false)] // swap_off
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-22", false)]
    public void A_working_day_is_Monday_to_Friday_without_holidays_plus_worked_Saturdays(string day, bool works) =>
        BuiltIn.IsWorkingDay(Times.Day(day)).ShouldBe(works);

    [Theory]
    [InlineData("2026-11-21", "Thứ bảy")]
    [InlineData("2026-11-22", "Chủ nhật")]
    [InlineData("2026-11-24", "Ngày Văn hóa Việt Nam 24/11")]
    [InlineData("2026-08-22", null)]
    [InlineData("2026-11-23", null)]
    public void A_rest_day_says_why(string day, string? why) => BuiltIn.WhyNot(Times.Day(day)).ShouldBe(why);

    [Theory]
    [InlineData("2026-11-20 07:29:59.999", "2026-11-20 07:30")] // before opening
    [InlineData("2026-11-20 07:30", "2026-11-20 07:30")]
    [InlineData("2026-11-20 11:30", "2026-11-20 11:30")] // both ends are inside
    [InlineData("2026-11-20 11:30:00.001", "2026-11-20 13:30")]
    [InlineData("2026-11-20 12:15", "2026-11-20 13:30")] // lunch break
    [InlineData("2026-11-20 17:00", "2026-11-20 17:00")]
    [InlineData("2026-11-20 17:00:00.001", "2026-11-23 07:30")] // after closing on a Friday
    [InlineData("2026-11-21 09:00", "2026-11-23 07:30")] // a Saturday
    [InlineData("2026-11-23 20:00", "2026-11-25 07:30")] // the next day is a holiday
    [InlineData("2026-08-22 09:00", "2026-08-22 09:00")] // a worked Saturday
    public void A_receipt_outside_the_sessions_counts_from_the_next_opening_moment(string receipt, string start) =>
        Clock.StartMoment(Times.At(receipt)).ShouldBe(Times.At(start));

    [Theory]
    [InlineData("2026-11-20 09:00", "1wd", "2026-11-23")]
    [InlineData("2026-11-20 17:30", "1wd", "2026-11-25")] // counts from Monday 23; 24 is a holiday
    [InlineData("2026-11-20 09:00", "1d", "2026-11-23")] // Saturday rolls to Monday
    [InlineData("2026-11-20 09:00", "3d", "2026-11-23")]
    [InlineData("2026-11-20 09:00", "4d", "2026-11-25")] // 24/11 is a holiday
    [InlineData("2026-01-31 09:00", "1mo", "2026-03-02")] // Saturday: starts Monday 2 February
    [InlineData("2026-08-31 09:00", "1mo", "2026-10-05")] // a holiday: starts 3 September, 3 October is a Saturday
    [InlineData("2025-10-31 09:00", "1mo", "2025-12-01")] // 30 November, the month's last day, is a Sunday
    [InlineData("2025-12-31 09:00", "2mo", "2026-03-02")] // 28 February is a Saturday
    [InlineData("2026-10-15 09:00", "1mo", "2026-11-16")]
    public void Days_and_months_are_counted_from_the_day_after_the_start_day(string received, string limit, string due) =>
        Clock.Start(Times.At(received), TimeLimit.Parse(limit)).DueDay.ShouldBe(Times.Day(due));

    [Theory]
    [InlineData("2026-11-20 15:00", "2026-11-20")]
    [InlineData("2026-11-20 15:00:00.001", "2026-11-23")]
    [InlineData("2026-11-20 18:00", "2026-11-23")]
    [InlineData("2026-11-21 16:00", "2026-11-23")] // a Saturday starts on Monday at 07:30
    [InlineData("2026-11-20 12:00", "2026-11-20")]
    public void Same_day_means_that_day_up_to_15_o_clock_else_the_next_working_day(string received, string due) =>
        Clock.Start(Times.At(received), TimeLimit.SameDay).DueDay.ShouldBe(Times.Day(due));

    [Theory]
    [InlineData("2026-11-20 08:00", 3, "2026-11-20 11:00")]
    [InlineData("2026-11-20 08:30", 3, "2026-11-20 11:30")] // a due instant at a session's end stays there
    [InlineData("2026-11-20 13:30", 8, "2026-11-23 14:00")]
    [InlineData("2026-11-20 09:30", 2, "2026-11-20 11:30")]
    [InlineData("2026-11-20 11:30", 1, "2026-11-20 14:30")]
    [InlineData("2026-11-20 17:00", 1, "2026-11-23 08:30")]
    [InlineData("2026-11-20 07:30", 15, "2026-11-23 17:00")]
    [InlineData("2026-11-20 19:00", 8, "2026-11-25 08:00")]
    public void Hours_are_session_time(string received, int count, string due) =>
        Clock.Start(Times.At(received), TimeLimit.Hours(count)).DueAt.ShouldBe(Times.At(due));

    [Fact]
    public void None_has_no_due_date_and_is_never_late()
    {
        var deadline = Clock.Start(Times.At("2026-11-20 09:00"), TimeLimit.None);

        deadline.ShouldBe(new Deadline(TimeLimit.None, null, null));
        Clock.JudgeFinish(deadline, Times.At("2099-01-01 09:00")).ShouldBe(Verdict.OnTime);
        Clock.JudgePending(deadline, Times.At("2099-01-01 09:00")).ShouldBe(Verdict.Within);
    }

    [Fact]
    public void The_printed_due_instant_is_the_end_of_the_due_days_last_session() =>
        Clock.Start(Times.At("2026-11-20 09:00"), TimeLimit.WorkingDays(3)).DueAt.ShouldBe(Times.At("2026-11-26 17:00"));

    [Theory]
    [InlineData("5wd", "2026-11-12 09:30", "2026-11-17 15:10", "2026-11-20")] // 13, 16, 17 do not count
    [InlineData("5wd", "2026-11-12 09:30", "2026-11-12 16:00", "2026-11-17")] // the same day: nothing moves
    [InlineData("5wd", "2026-11-12 18:00", "2026-11-16 09:00", "2026-11-18")] // both normalised: 13 and 16
    [InlineData("same", "2026-11-10 15:00", "2026-11-12 09:00", "2026-11-12")]
    [InlineData("10d", "2026-11-12 09:30", "2026-11-13 09:00", "2026-11-23")] // 20 + 1 is a Saturday
    [InlineData("11d", "2026-11-12 09:30", "2026-11-13 09:00", "2026-11-25")] // after rolling (23) + 1 is a holiday
    [InlineData("1mo", "2026-11-12 09:30", "2026-11-14 09:00", "2026-12-14")] // a Saturday resumes on Monday: 4 days
    public void A_resumed_stop_moves_the_due_day_by_the_days_it_stood(string limit, string from, string to, string due)
    {
        var deadline = Clock.Start(Times.At("2026-11-10 14:20"), TimeLimit.Parse(limit));

        Clock.Resume(deadline, Times.At(from), Times.At(to)).DueDay.ShouldBe(Times.Day(due));
    }

    [Fact]
    public void A_resumed_stop_moves_a_due_hour_by_the_session_time_it_stood()
    {
        var deadline = Clock.Start(Times.At("2026-11-20 08:00"), TimeLimit.Hours(3));

        Clock.Resume(deadline, Times.At("2026-11-20 10:00"), Times.At("2026-11-20 14:30")).DueAt.ShouldBe(Times.At("2026-11-20 15:30"));
        Clock.Resume(deadline, Times.At("2026-11-20 18:00"), Times.At("2026-11-22 10:00")).ShouldBe(deadline);
    }

    [Fact]
    public void A_restart_counts_the_whole_limit_again_from_the_instant_of_the_supplement()
    {
        var deadline = Clock.Start(Times.At("2026-11-10 14:20"), TimeLimit.WorkingDays(5));

        Clock.Restart(deadline, Times.At("2026-11-17 17:30")).DueDay.ShouldBe(Times.Day("2026-11-26"));
    }

    [Fact]
    public void Hours_can_be_set_otherwise()
    {
        var clock = new DeadlineClock(BuiltIn, new OfficeHours(new Session(new TimeOnly(8, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(13, 0), new TimeOnly(16, 30))));

        clock.StartMoment(Times.At("2026-11-20 16:45")).ShouldBe(Times.At("2026-11-23 08:00"));
        clock.Start(Times.At("2026-11-20 09:00"), TimeLimit.WorkingDays(1)).DueAt.ShouldBe(Times.At("2026-11-23 16:30"));
    }

    [Fact]
    public void Years_far_outside_the_calendar_are_plain_weeks()
    {
        Clock.Start(Times.At("2026-11-20 09:00"), TimeLimit.WorkingDays(9999)).DueDay!.Value.Year.ShouldBe(2065);
        Clock.Start(Times.At("2026-11-20 09:00"), TimeLimit.Months(9999)).DueDay.ShouldBe(Times.Day("2860-02-20"));
        Clock.Start(Times.At("1900-01-01 09:00"), TimeLimit.Days(9999)).DueDay.ShouldBe(Times.Day("1927-05-19"));
        Should.Throw<CalendarRangeException>(() => Clock.Start(Times.At("9990-01-01 09:00"), TimeLimit.Months(999)));
        Should.Throw<CalendarRangeException>(() => Clock.Start(Times.At("9999-12-31 23:00"), TimeLimit.SameDay));
    }

    [Fact]
    public void A_day_is_given_once_in_a_calendar() =>
        Should.Throw<ArgumentException>(() => WorkingCalendar.Of(
            [new CalendarDay(Times.Day("2026-05-01"), "a", DayKind.Public), new CalendarDay(Times.Day("2026-05-01"), "b", DayKind.SwapWork)]));

    [Fact]
    public void Sessions_neither_overlap_nor_are_empty()
    {
        Should.Throw<ArgumentException>(() => new OfficeHours());
        Should.Throw<ArgumentException>(() => new OfficeHours(new Session(new TimeOnly(9, 0), new TimeOnly(9, 0))));
        Should.Throw<ArgumentException>(() => new OfficeHours(new Session(new TimeOnly(7, 0), new TimeOnly(12, 0)), new Session(new TimeOnly(11, 0), new TimeOnly(13, 0))));
    }
}

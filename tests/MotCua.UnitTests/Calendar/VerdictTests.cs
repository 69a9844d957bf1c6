using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

/// <summary>Every sentence of the contract's section 4 about judging.</summary>
public sealed class VerdictTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    // Received on Tuesday 10 November 2026, due on Friday 13 at 17:00.
    private static readonly Deadline ThreeDays = Clock.Start(Times.At("2026-11-10 09:00"), TimeLimit.WorkingDays(3));

    // Due on 10 November at 15:00.
    private static readonly Deadline FourHours = Clock.Start(Times.At("2026-11-10 09:00"), TimeLimit.Hours(4));

    [Theory]
    [InlineData("2026-11-12 23:59:59.999", Verdict.Early)]
    [InlineData("2026-11-13 00:00", Verdict.OnTime)]
    [InlineData("2026-11-13 18:00", Verdict.OnTime)]
    [InlineData("2026-11-14 08:00", Verdict.Late)]
    public void A_finish_is_judged_by_its_calendar_date(string finish, Verdict verdict) =>
        Clock.JudgeFinish(ThreeDays, Times.At(finish)).ShouldBe(verdict);

    [Theory]
    [InlineData("2026-11-10 14:59:59.999", Verdict.Early)]
    [InlineData("2026-11-10 15:00", Verdict.OnTime)]
    [InlineData("2026-11-10 15:00:00.001", Verdict.Late)]
    public void A_finish_under_a_limit_in_hours_is_judged_by_its_instant(string finish, Verdict verdict)
    {
        FourHours.DueAt.ShouldBe(Times.At("2026-11-10 15:00"));
        Clock.JudgeFinish(FourHours, Times.At(finish)).ShouldBe(verdict);
    }

    [Fact]
    public void A_dossier_that_finishes_while_its_clock_stands_is_judged_at_the_stop()
    {
        Clock.JudgeFinish(ThreeDays, Times.At("2026-12-20 09:00"), stoppedAt: Times.At("2026-11-13 09:00")).ShouldBe(Verdict.OnTime);
        Clock.JudgeFinish(FourHours, Times.At("2026-12-20 09:00"), stoppedAt: Times.At("2026-11-10 14:00")).ShouldBe(Verdict.Early);
        Clock.JudgeFinish(ThreeDays, Times.At("2026-12-20 09:00"), stoppedAt: Times.At("2026-11-14 09:00")).ShouldBe(Verdict.Late);
    }

    [Fact]
    public void The_stop_day_of_a_verdict_is_the_calendar_date_not_the_start_day() =>
        Clock.JudgeFinish(ThreeDays, Times.At("2026-12-20 09:00"), stoppedAt: Times.At("2026-11-13 20:00")).ShouldBe(Verdict.OnTime);

    [Fact]
    public void An_extended_due_day_is_judged_by_date_hours_too()
    {
        var extended = Times.Day("2026-11-20");
        Clock.JudgeFinish(ThreeDays, Times.At("2026-11-20 22:00"), extendedDue: extended).ShouldBe(Verdict.OnTime);
        Clock.JudgeFinish(FourHours, Times.At("2026-11-20 22:00"), extendedDue: extended).ShouldBe(Verdict.OnTime);
        Clock.JudgeFinish(FourHours, Times.At("2026-11-19 22:00"), extendedDue: extended).ShouldBe(Verdict.Early);
        Clock.JudgeFinish(FourHours, Times.At("2026-11-21 00:00"), extendedDue: extended).ShouldBe(Verdict.Late);
        Clock.JudgePending(FourHours, Times.At("2026-11-20 22:00"), extendedDue: extended).ShouldBe(Verdict.Within);
    }

    [Theory]
    [InlineData("2026-11-13 23:59", Verdict.Within)]
    [InlineData("2026-11-14 00:00", Verdict.Overdue)]
    public void A_pending_dossier_is_overdue_from_the_day_after_the_due_day(string at, Verdict verdict) =>
        Clock.JudgePending(ThreeDays, Times.At(at)).ShouldBe(verdict);

    [Theory]
    [InlineData("2026-11-10 15:00", Verdict.Within)]
    [InlineData("2026-11-10 15:00:00.001", Verdict.Overdue)]
    public void A_pending_dossier_under_a_limit_in_hours_is_overdue_after_the_instant(string at, Verdict verdict) =>
        Clock.JudgePending(FourHours, Times.At(at)).ShouldBe(verdict);

    [Fact]
    public void A_stopped_dossier_is_judged_at_the_stop()
    {
        Clock.JudgePending(ThreeDays, Times.At("2027-11-14 00:00"), stoppedAt: Times.At("2026-11-13 20:00")).ShouldBe(Verdict.Within);
        Clock.JudgePending(ThreeDays, Times.At("2027-11-14 00:00"), stoppedAt: Times.At("2026-11-14 00:00")).ShouldBe(Verdict.Overdue);
        Clock.JudgePending(FourHours, Times.At("2027-11-14 00:00"), stoppedAt: Times.At("2026-11-10 15:00")).ShouldBe(Verdict.Within);
    }

    [Fact]
    public void An_instant_written_with_another_offset_is_the_same_instant() =>
        Clock.JudgeFinish(ThreeDays, Times.At("2026-11-13 23:30").ToUniversalTime()).ShouldBe(Verdict.OnTime);

    [Theory]
    [InlineData("2026-11-10 09:42", 3, 5, 18, false)] // 1 h 48 + 3 h 30 today, then three days
    [InlineData("2026-11-13 16:30", 0, 0, 30, false)]
    [InlineData("2026-11-13 19:00", 0, 0, 0, false)]
    [InlineData("2026-11-14 09:00", 0, 0, 0, true)] // a Saturday: late, though no working time has passed
    [InlineData("2026-11-17 09:30", 1, 2, 0, true)]
    public void Time_left_is_session_time_with_a_sign(string now, int days, int hours, int minutes, bool over) =>
        Clock.Left(ThreeDays, Times.At(now)).ShouldBe(new WorkingTimeLeft(days, hours, minutes, over));
}

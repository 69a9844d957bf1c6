using FsCheck;
using FsCheck.Fluent;
using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

/// <summary>Sessions that change with the date, days on which one agency is closed, Saturday desks.</summary>
public sealed class AgencyHoursTests
{
    private static readonly OfficeHours Summer = new(new Session(new(7, 0), new(11, 0)), new Session(new(14, 0), new(17, 30)));

    private static readonly OfficeSchedule Seasons = new(
        OfficeHours.Default,
        [new(Times.Day("2026-04-15"), Summer), new(Times.Day("2026-10-16"), OfficeHours.Default)]);

    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, Seasons);

    [Theory]
    [InlineData("2026-04-13 09:00", "1wd", "2026-04-14 17:00")]
    [InlineData("2026-04-13 09:00", "2wd", "2026-04-15 17:30")]
    [InlineData("2026-10-14 09:00", "1wd", "2026-10-15 17:30")]
    [InlineData("2026-10-14 09:00", "2wd", "2026-10-16 17:00")]
    [InlineData("2026-04-14 17:10", "1wd", "2026-04-16 17:30")] // winter: closed at 17:00, so received on the 15th
    [InlineData("2026-04-15 17:10", "1wd", "2026-04-16 17:30")] // summer: still open at 17:10
    [InlineData("2026-04-15 12:00", "2h", "2026-04-15 16:00")] // the longer lunch break of summer
    [InlineData("2026-04-14 16:00", "3h", "2026-04-15 09:00")] // one hour of winter, two of summer from 07:00
    [InlineData("2026-10-15 16:30", "2h", "2026-10-16 08:30")] // one hour of summer, one of winter from 07:30
    [InlineData("2026-04-15 06:30", "same", "2026-04-15 17:30")]
    public void The_hours_of_the_day_concerned_decide(string received, string limit, string due) =>
        Clock.Start(Times.At(received), TimeLimit.Parse(limit)).DueAt.ShouldBe(Times.At(due));

    [Fact]
    public void A_due_hour_at_the_end_of_the_last_day_of_a_season_stays_there() =>
        Clock.Start(Times.At("2026-04-14 15:00"), TimeLimit.Hours(2)).DueAt.ShouldBe(Times.At("2026-04-14 17:00"));

    [Fact]
    public void An_agency_that_is_closed_does_not_count_the_day_and_says_why()
    {
        var closed = new DeadlineClock(
            WorkingCalendar.BuiltIn.ClosedOn([new CalendarDay(Times.Day("2026-11-19"), "Nghỉ tránh bão số 13", DayKind.Closing)]), OfficeSchedule.Default);
        closed.Start(Times.At("2026-11-18 09:00"), TimeLimit.WorkingDays(1)).DueDay.ShouldBe(Times.Day("2026-11-20"));
        closed.Explain(new DeadlineCase(Times.At("2026-11-18 09:00"), TimeLimit.WorkingDays(1), []))[1]
            .ShouldBe(new ExplainedDay(Times.Day("2026-11-19"), ExplainedKind.Skipped, null, "Nghỉ tránh bão số 13"));
    }

    [Fact]
    public void A_closing_takes_a_worked_Saturday_too_but_a_holiday_keeps_its_name()
    {
        var calendar = WorkingCalendar.BuiltIn.ClosedOn(
        [
            new CalendarDay(Times.Day("2026-08-22"), "Mất điện", DayKind.Closing),
            new CalendarDay(Times.Day("2026-09-02"), "Mất điện", DayKind.Closing),
        ]);
        calendar.IsWorkingDay(Times.Day("2026-08-22")).ShouldBeFalse();
        calendar.WhyNot(Times.Day("2026-08-22")).ShouldBe("Mất điện");
        calendar.WhyNot(Times.Day("2026-09-02")).ShouldBe(WorkingCalendar.BuiltIn.WhyNot(Times.Day("2026-09-02")));
        WorkingCalendar.BuiltIn.IsWorkingDay(Times.Day("2026-08-22")).ShouldBeTrue();
    }

    [Fact]
    public void A_Saturday_desk_is_open_but_no_limit_counts_it()
    {
        var office = new OfficeCalendar(new DeadlineClock(WorkingCalendar.BuiltIn, OfficeSchedule.Default),
            [new SaturdayDesk(Times.Day("2026-11-01"), Times.Day("2026-12-31"), new OfficeHours(new Session(new(7, 30), new(11, 30))))]);
        office.DeskOn(Times.Day("2026-11-21")).ShouldNotBeNull().Hours.ToString().ShouldBe("07:30–11:30");
        office.DeskOn(Times.Day("2026-11-20")).ShouldBeNull(); // a Friday
        office.DeskOn(Times.Day("2026-10-31")).ShouldBeNull(); // before it began
        office.DeskOn(Times.Day("2027-01-02")).ShouldBeNull(); // after its last day
        office.Clock.StartDay(Times.At("2026-11-21 08:00")).ShouldBe(Times.Day("2026-11-23"));
        office.Clock.Start(Times.At("2026-11-20 08:00"), TimeLimit.WorkingDays(1)).DueDay.ShouldBe(Times.Day("2026-11-23"));
    }

    [Fact]
    public void A_Saturday_desk_is_not_open_on_a_holiday_nor_when_the_agency_is_closed_nor_on_a_worked_Saturday()
    {
        var always = new SaturdayDesk(Times.Day("2020-01-01"), null, OfficeHours.Default);
        var calendar = WorkingCalendar.BuiltIn.ClosedOn([new CalendarDay(Times.Day("2026-11-21"), "Mất điện", DayKind.Closing)]);
        var office = new OfficeCalendar(new DeadlineClock(calendar, OfficeSchedule.Default), [always]);
        office.DeskOn(Times.Day("2026-11-21")).ShouldBeNull();
        office.DeskOn(Times.Day("2026-08-22")).ShouldBeNull();
        office.DeskOn(Times.Day("2026-11-28")).ShouldBe(always);
    }

    [Fact]
    public void Equal_hours_that_follow_each_other_are_one_stretch()
    {
        var schedule = new OfficeSchedule(OfficeHours.Default,
        [
            new(Times.Day("2026-10-16"), OfficeHours.Default), new(Times.Day("2026-04-15"), Summer), new(Times.Day("2026-05-01"), Summer), new(DateOnly.MinValue, Summer),
        ]);
        schedule.Changes.ShouldHaveSingleItem().ShouldBe(new HoursFrom(Times.Day("2026-10-16"), OfficeHours.Default));
        schedule.On(Times.Day("2026-10-15")).ShouldBe(Summer);
        schedule.On(Times.Day("2026-10-16")).ShouldBe(OfficeHours.Default);
    }

    [Fact]
    public void Time_left_is_told_in_days_as_long_as_each_days_own_sessions()
    {
        var longDays = new OfficeHours(new Session(new(7, 0), new(12, 0)), new Session(new(13, 0), new(18, 0)));
        var clock = new DeadlineClock(WorkingCalendar.BuiltIn, new OfficeSchedule(OfficeHours.Default, [new(Times.Day("2026-11-19"), longDays)]));
        var deadline = clock.Start(Times.At("2026-11-16 08:00"), TimeLimit.WorkingDays(4)); // Friday 20/11 at 18:00

        // Wednesday to Thursday 08:00 is a day of 7.5 hours; the ten of Thursday are more than the nine that are left then.
        clock.Left(deadline, Times.At("2026-11-18 07:30")).ShouldBe(new WorkingTimeLeft(3, 0, 0, false));
        clock.Left(deadline, Times.At("2026-11-18 08:30")).ShouldBe(new WorkingTimeLeft(2, 9, 0, false));
        clock.AfterDays(Times.At("2026-11-18 08:30"), 2).ShouldBe(Times.At("2026-11-20 08:00"));
    }

    [Fact]
    public void With_random_hours_and_closings_every_deadline_is_the_slow_clocks()
    {
        var cases =
            from calendar in Cases.Calendar()
            from before in Gen.Elements(Cases.Hours)
            from agency in Cases.Agency()
            from received in Near(agency.Changes)
            from limit in Cases.Limit(40)
            from stops in Cases.Stops(received)
            select (calendar, before, agency, received, limit, stops);

        Prop.ForAll(Arb.From(cases), c =>
        {
            var stops = c.stops.Where(s => s.To is not null).ToList();
            var due = Slow(c.calendar, c.before, c.agency).Due(c.received.DateTime, c.limit, stops);
            var dossier = new DeadlineCase(c.received, c.limit, stops);
            var fast = Fast(c.calendar, c.before, c.agency).Run(dossier);
            (fast.DueDay, fast.DueAt?.DateTime).ShouldBe(due, $"{c.received:s} {c.limit}, {string.Join("; ", stops)}");
        }).Check(Runs.Of(6000));
    }

    [Fact]
    public void With_random_hours_and_closings_session_time_and_days_are_the_slow_clocks() =>
        Prop.ForAll(
            Arb.From(from c in Cases.Calendar() from b in Gen.Elements(Cases.Hours) from o in Cases.Agency() from a in Near(o.Changes) from m in Gen.Choose(0, 30000) select (c, b, o, a, m)),
            x =>
            {
                var fast = Fast(x.c, x.b, x.o);
                var slow = Slow(x.c, x.b, x.o);
                var to = x.a.AddMinutes(x.m);
                fast.WorkingTimeBetween(x.a, to).TotalMinutes.ShouldBe(slow.SessionMinutes(x.a.DateTime, to.DateTime));
                fast.WorkingTimeBetween(to, x.a).ShouldBe(-fast.WorkingTimeBetween(x.a, to));

                var (days, minutes) = slow.InDays(x.a.DateTime, to.DateTime);
                var deadline = new Deadline(TimeLimit.Hours(1), DateOnly.FromDateTime(to.DateTime), to);
                fast.Left(deadline, x.a).ShouldBe(new WorkingTimeLeft(days, minutes / 60, minutes % 60, false));
                fast.WorkingTimeBetween(x.a, fast.AfterDays(x.a, days)).TotalMinutes.ShouldBe(slow.SessionMinutes(x.a.DateTime, to.DateTime) - minutes);
            }).Check(Runs.Of(1500));

    [Fact]
    public void A_pause_of_k_working_hours_moves_a_due_hour_by_k_whatever_the_hours_of_the_days() =>
        Prop.ForAll(
            Arb.From(from b in Gen.Elements(Cases.Hours) from o in Cases.Agency() from r in Near(o.Changes) from n in Gen.Choose(1, 60) from gap in Gen.Choose(0, 5000) from k in Gen.Choose(0, 80) select (b, o, r, n, gap, k)),
            x =>
            {
                var clock = Fast(WorkingCalendar.BuiltIn, x.b, x.o);
                var deadline = clock.Start(x.r, TimeLimit.Hours(x.n));
                clock.WorkingTimeBetween(x.r, deadline.DueAt!.Value).ShouldBe(TimeSpan.FromHours(x.n));

                // k hours of the office's time after the stop the clock goes on.
                var from = x.r.AddMinutes(x.gap);
                var to = x.k == 0 ? from : clock.Start(from, TimeLimit.Hours(x.k)).DueAt!.Value;
                var moved = clock.Resume(deadline, from, to);
                clock.WorkingTimeBetween(deadline.DueAt!.Value, moved.DueAt!.Value).ShouldBe(TimeSpan.FromHours(x.k));
            }).Check(Runs.Of(1000));

    [Fact]
    public void A_later_receipt_is_never_due_earlier_whatever_the_hours_of_the_days() =>
        Prop.ForAll(
            Arb.From(from c in Cases.Calendar() from b in Gen.Elements(Cases.Hours) from o in Cases.Agency() from r in Near(o.Changes) from l in Cases.Limit(60) from m in Gen.Choose(0, 20000) select (c, b, o, r, l, m)),
            x =>
            {
                var clock = Fast(x.c, x.b, x.o);
                if (clock.Start(x.r, x.l).DueAt is { } due)
                {
                    clock.Start(x.r.AddMinutes(x.m), x.l).DueAt!.Value.ShouldBeGreaterThanOrEqualTo(due);
                }
            }).Check(Runs.Of(1000));

    // Mostly within the three weeks before a change of hours, where it matters.
    private static Gen<DateTimeOffset> Near(List<HoursFrom> changes) =>
        from instant in Cases.Instant()
        from change in Gen.Elements(changes.ToArray())
        from days in Gen.Choose(-20, 2)
        from far in Gen.Choose(0, 2)
        select far == 0 ? instant : new DateTimeOffset(change.From.AddDays(days).ToDateTime(TimeOnly.FromDateTime(instant.DateTime)), instant.Offset);

    private static DeadlineClock Fast(WorkingCalendar calendar, OfficeHours before, (List<HoursFrom> Changes, List<DateOnly> Closings) agency) => new(
        calendar.ClosedOn(agency.Closings.Select(d => new CalendarDay(d, "Đóng cửa", DayKind.Closing))), new OfficeSchedule(before, agency.Changes));

    private static SlowClock Slow(WorkingCalendar calendar, OfficeHours before, (List<HoursFrom> Changes, List<DateOnly> Closings) agency) =>
        new(calendar, before, agency.Changes, agency.Closings);
}

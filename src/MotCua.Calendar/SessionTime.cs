namespace MotCua.Calendar;

/// <summary>
/// Arithmetic with session time, in ticks of the Vietnamese wall clock. The session time before each stretch of equal hours
/// is summed once, so every question costs a search over the few changes of hours and the few special days.
/// </summary>
internal sealed class SessionTime
{
    private readonly WorkingCalendar calendar;
    private readonly OfficeSchedule schedule;

    // Working days and session time before each stretch of equal hours.
    private readonly int[] daysBefore;
    private readonly long[] ticksBefore;

    public SessionTime(WorkingCalendar calendar, OfficeSchedule schedule)
    {
        this.calendar = calendar;
        this.schedule = schedule;
        daysBefore = new int[schedule.Count];
        ticksBefore = new long[schedule.Count];
        for (var i = 1; i < schedule.Count; i++)
        {
            daysBefore[i] = calendar.CountUpTo(schedule.FirstDayOf(i) - 1);
            ticksBefore[i] = ticksBefore[i - 1] + ((daysBefore[i] - daysBefore[i - 1]) * schedule.HoursOf(i - 1).DayTicks);
        }
    }

    /// <summary>The time itself inside a session, else the next opening.</summary>
    public long Start(long local)
    {
        var day = (int)(local / TimeSpan.TicksPerDay);
        if (calendar.IsWorking(day) && HoursOn(day).OpenAtOrAfter(local % TimeSpan.TicksPerDay) is >= 0 and var open)
        {
            return (day * TimeSpan.TicksPerDay) + open;
        }

        var next = calendar.NextWorkingDay(DateOnly.FromDayNumber(day)).DayNumber;
        return (next * TimeSpan.TicksPerDay) + HoursOn(next).Opens.Ticks;
    }

    /// <summary>The end of a day's last session.</summary>
    public long Closing(DateOnly day) => (day.DayNumber * TimeSpan.TicksPerDay) + HoursOn(day.DayNumber).Closes.Ticks;

    /// <summary>Session time since the year 1.</summary>
    public long Passed(long local)
    {
        var day = (int)(local / TimeSpan.TicksPerDay);
        var span = schedule.SpanOf(day);
        var hours = schedule.HoursOf(span);
        var days = calendar.CountUpTo(day) - daysBefore[span];
        return ticksBefore[span] + (calendar.IsWorking(day)
            ? ((days - 1) * hours.DayTicks) + hours.PassedAt(local % TimeSpan.TicksPerDay)
            : days * hours.DayTicks);
    }

    /// <summary>The earliest time by which so much more session time has passed; a time at a session's end stays there.</summary>
    public long Advance(long local, long sessionTicks)
    {
        if (sessionTicks == 0)
        {
            return local;
        }

        var passed = Passed(local) + sessionTicks;
        var span = schedule.Count - 1;
        while (ticksBefore[span] >= passed)
        {
            span--;
        }

        var hours = schedule.HoursOf(span);
        var rest = passed - ticksBefore[span];
        var wholeDays = (rest - 1) / hours.DayTicks;
        var day = calendar.DayAt(daysBefore[span] + (int)wholeDays + 1);
        return (day.DayNumber * TimeSpan.TicksPerDay) + hours.TimeAfter(rest - (wholeDays * hours.DayTicks));
    }

    /// <summary>
    /// Session time from one time to a later one as whole days and a rest. The first day is as long as the sessions of the day
    /// that it begins on, the second as the next working day's, and so on.
    /// </summary>
    public (int Days, long Ticks) InDays(long from, long to)
    {
        var rest = Passed(to) - Passed(from);
        if (rest <= 0)
        {
            return (0, 0);
        }

        var day = (int)(Start(from) / TimeSpan.TicksPerDay);
        var begun = calendar.CountUpTo(day) - 1;
        var days = 0;
        for (var span = schedule.SpanOf(day); ; span++)
        {
            var length = schedule.HoursOf(span).DayTicks;
            var fit = (int)(rest / length);
            if (span == schedule.Count - 1 || fit < daysBefore[span + 1] - begun)
            {
                return (days + fit, rest - (fit * length));
            }

            var whole = daysBefore[span + 1] - begun;
            days += whole;
            rest -= whole * length;
            begun = daysBefore[span + 1];
        }
    }

    /// <summary>The time by which so many whole days, as <see cref="InDays"/> counts them, have passed.</summary>
    public long AfterDays(long from, int count)
    {
        var day = DateOnly.FromDayNumber((int)(Start(from) / TimeSpan.TicksPerDay));
        var ticks = 0L;
        for (var i = 0; i < count; i++, day = calendar.NextWorkingDay(day))
        {
            ticks += HoursOn(day.DayNumber).DayTicks;
        }

        return Advance(from, ticks);
    }

    private OfficeHours HoursOn(int dayNumber) => schedule.HoursOf(schedule.SpanOf(dayNumber));
}

using MotCua.Foundation;

namespace MotCua.Calendar;

/// <summary>The one clock of the system: every deadline and every verdict comes from here (docs/contract, section 4).</summary>
public sealed class DeadlineClock(WorkingCalendar calendar, OfficeSchedule schedule)
{
    private readonly SessionTime time = new(calendar, schedule);

    // A result asked for by 15:00:00.000 is due the same day (NĐ 23/2015, article 7).
    private static readonly long SameDayUntil = TimeSpan.FromHours(15).Ticks;

    public DeadlineClock(WorkingCalendar calendar, OfficeHours hours)
        : this(calendar, new OfficeSchedule(hours))
    {
    }

    public WorkingCalendar Calendar => calendar;

    public OfficeSchedule Schedule => schedule;

    /// <summary>The moment from which a receipt counts: itself inside a session, else the next opening.</summary>
    public DateTimeOffset StartMoment(DateTimeOffset receipt) => Instant(time.Start(Local(receipt)));

    /// <summary>The day from which a receipt counts; this day itself is never counted.</summary>
    public DateOnly StartDay(DateTimeOffset receipt) => Day(time.Start(Local(receipt)));

    public Deadline Start(DateTimeOffset received, TimeLimit limit)
    {
        var start = time.Start(Local(received));
        var day = Day(start);
        return limit.Unit switch
        {
            LimitUnit.None => new Deadline(limit, null, null),
            LimitUnit.Hours => DueAtHour(limit, time.Advance(start, limit.Count * TimeSpan.TicksPerHour)),
            LimitUnit.SameDay => DueOn(limit, start % TimeSpan.TicksPerDay <= SameDayUntil ? day : calendar.NextWorkingDay(day)),
            LimitUnit.WorkingDays => DueOn(limit, calendar.AddWorkingDays(day, limit.Count)),
            LimitUnit.Days => DueOn(limit, calendar.Roll(AddDays(day, limit.Count))),
            _ => DueOn(limit, calendar.Roll(AddMonths(day, limit.Count))),
        };
    }

    /// <summary>The clock stood from one instant to another and goes on: the deadline moves by as much.</summary>
    public Deadline Resume(Deadline deadline, DateTimeOffset from, DateTimeOffset to)
    {
        if (deadline.DueDay is not { } due)
        {
            return deadline;
        }

        if (deadline.Limit.Unit == LimitUnit.Hours)
        {
            return DueAtHour(deadline.Limit, time.Advance(Local(deadline.DueAt!.Value), time.Passed(Local(to)) - time.Passed(Local(from))));
        }

        var stopDay = StartDay(from);
        var resumeDay = StartDay(to);
        return DueOn(deadline.Limit, deadline.Limit.Unit is LimitUnit.Days or LimitUnit.Months
            ? calendar.Roll(AddDays(due, resumeDay.DayNumber - stopDay.DayNumber))
            : calendar.AddWorkingDays(due, calendar.WorkingDaysBetween(stopDay, resumeDay)));
    }

    /// <summary>The missing papers came: the whole limit again.</summary>
    public Deadline Restart(Deadline deadline, DateTimeOffset at) => Start(at, deadline.Limit);

    /// <summary>The deadline after all stops; an open stop does not move it yet.</summary>
    public Deadline Run(DeadlineCase dossier)
    {
        var deadline = Start(dossier.Received, dossier.Limit);
        foreach (var stop in dossier.Stops)
        {
            if (stop.To is { } to)
            {
                deadline = stop.Mode == SupplementPolicy.Restart ? Restart(deadline, to) : Resume(deadline, stop.From, to);
            }
        }

        return deadline;
    }

    /// <summary>
    /// Judges a finished dossier; one that finished while its clock stood is judged at the stop. With an extended due day
    /// always by date. Without a due date it is on time, so that early + on time + late = done.
    /// </summary>
    public Verdict JudgeFinish(Deadline deadline, DateTimeOffset finish, DateTimeOffset? stoppedAt = null, DateOnly? extendedDue = null) =>
        Compare(deadline, stoppedAt ?? finish, extendedDue) switch
        {
            < 0 => Verdict.Early,
            > 0 => Verdict.Late,
            _ => Verdict.OnTime,
        };

    /// <summary>Judges an unfinished dossier at an instant; one whose clock stands is judged at the stop. Without a due date: within.</summary>
    public Verdict JudgePending(Deadline deadline, DateTimeOffset at, DateTimeOffset? stoppedAt = null, DateOnly? extendedDue = null) =>
        Compare(deadline, stoppedAt ?? at, extendedDue) > 0 ? Verdict.Overdue : Verdict.Within;

    /// <summary>Session time from one instant to another; negative when b is earlier.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset a, DateTimeOffset b) => TimeSpan.FromTicks(time.Passed(Local(b)) - time.Passed(Local(a)));

    /// <summary>The earliest instant by which so much session time has passed; the instant itself for none.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan sessionTime) => Instant(time.Advance(Local(from), sessionTime.Ticks));

    /// <summary>Session time of a working day by the hours in force at the instant.</summary>
    public TimeSpan DayOf(DateTimeOffset instant) => schedule.On(CalendarDate(instant)).Day;

    /// <summary>Session time left (or over) now, or at the stop while the clock stands; zero without a due date.</summary>
    public WorkingTimeLeft Left(Deadline deadline, DateTimeOffset now, DateTimeOffset? stoppedAt = null, DateOnly? extendedDue = null)
    {
        if ((extendedDue is { } extended ? ClosingOf(extended) : deadline.DueAt) is not { } due)
        {
            return default;
        }

        var at = stoppedAt ?? now;
        var over = JudgePending(deadline, now, stoppedAt, extendedDue) == Verdict.Overdue;
        return over ? InDays(due, at, over) : InDays(at, due, over);
    }

    /// <summary>The instant by which so many whole days of sessions have passed; the days are as long as each one's own sessions.</summary>
    public DateTimeOffset AfterDays(DateTimeOffset from, int count) => Instant(time.AfterDays(Local(from), count));

    /// <summary>Every day from the receipt to the due day, and what the clock did with it.</summary>
    public IReadOnlyList<ExplainedDay> Explain(DeadlineCase dossier) => Explanation.Of(this, dossier);

    /// <summary>The end of a day's last session.</summary>
    public DateTimeOffset ClosingOf(DateOnly day) => Instant(time.Closing(day));

    internal static DateOnly CalendarDate(DateTimeOffset instant) => Day(Local(instant));

    /// <summary>Session time from one instant to another; nothing when the second is not later.</summary>
    internal WorkingTimeLeft InDays(DateTimeOffset from, DateTimeOffset to, bool over)
    {
        var (days, rest) = time.InDays(Local(from), Local(to));
        return new WorkingTimeLeft(days, (int)(rest / TimeSpan.TicksPerHour), (int)(rest % TimeSpan.TicksPerHour / TimeSpan.TicksPerMinute), over);
    }

    // Below zero: before the deadline; zero: on it; above: past it.
    private static int Compare(Deadline deadline, DateTimeOffset at, DateOnly? extendedDue)
    {
        if (deadline.DueDay is not { } due)
        {
            return 0;
        }

        return extendedDue is null && deadline.Limit.Unit == LimitUnit.Hours
            ? at.CompareTo(deadline.DueAt!.Value)
            : CalendarDate(at).CompareTo(extendedDue ?? due);
    }

    // Wall-clock ticks in Vietnam: whole days and the time of day fall out by division.
    private static long Local(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks + Moment.VietnamOffset.Ticks;
        return ticks <= DateTime.MaxValue.Ticks ? ticks : throw new CalendarRangeException();
    }

    private static DateTimeOffset Instant(long local) =>
        local >= Moment.VietnamOffset.Ticks ? new DateTimeOffset(local, Moment.VietnamOffset) : throw new CalendarRangeException();

    private static DateOnly Day(long local) => DateOnly.FromDayNumber((int)(local / TimeSpan.TicksPerDay));

    private static DateOnly AddDays(DateOnly day, int days) =>
        days <= DateOnly.MaxValue.DayNumber - day.DayNumber ? day.AddDays(days) : throw new CalendarRangeException();

    internal static DateOnly AddMonths(DateOnly day, int months) =>
        (day.Year * 12) + day.Month - 1 + months < 10000 * 12 ? day.AddMonths(months) : throw new CalendarRangeException();

    private Deadline DueOn(TimeLimit limit, DateOnly day) => new(limit, day, ClosingOf(day));

    private static Deadline DueAtHour(TimeLimit limit, long local) => new(limit, Day(local), Instant(local));
}

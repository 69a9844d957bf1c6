using MotCua.Calendar;

namespace MotCua.UnitTests.Calendar;

/// <summary>
/// The contract's section 4 written a second time, as plainly as it can be: day by day, minute by minute, with nothing
/// of the real clock in it. Slow, and right for whole minutes.
/// </summary>
internal sealed class SlowClock(WorkingCalendar calendar, OfficeHours before, List<HoursFrom>? changes = null, List<DateOnly>? closings = null)
{
    private readonly Dictionary<DateOnly, DayKind> kinds = calendar.Days.ToDictionary(d => d.Day, d => d.Kind);
    private readonly Dictionary<DateOnly, IReadOnlyList<Session>> sessions = [];

    public (DateOnly? Due, DateTime? At) Due(DateTime received, TimeLimit limit, IReadOnlyList<Stop> stops)
    {
        var due = Start(received, limit);
        foreach (var stop in stops.Where(s => s.To is not null))
        {
            var from = stop.From.DateTime;
            var to = stop.To!.Value.DateTime;
            due = stop.Mode == SupplementPolicy.Restart ? Start(to, limit) : Shift(due, limit, from, to);
        }

        return due;
    }

    public string Verdict((DateOnly? Due, DateTime? At) due, TimeLimit limit, DateTime judgedAt, bool finished, DateOnly? extended)
    {
        if (due.Due is null)
        {
            return "none";
        }

        int side;
        if (extended is not null)
        {
            side = DateOnly.FromDateTime(judgedAt).CompareTo(extended.Value);
        }
        else if (limit.Unit == LimitUnit.Hours)
        {
            side = judgedAt.CompareTo(due.At!.Value);
        }
        else
        {
            side = DateOnly.FromDateTime(judgedAt).CompareTo(due.Due.Value);
        }

        return finished ? (side < 0 ? "early" : side == 0 ? "on_time" : "late") : (side > 0 ? "overdue" : "within");
    }

    public bool Works(DateOnly day)
    {
        if (closings is not null && closings.Contains(day))
        {
            return false;
        }

        return kinds.TryGetValue(day, out var kind)
            ? kind == DayKind.SwapWork
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The sessions of the newest change that has begun by the day.</summary>
    public IReadOnlyList<Session> SessionsOn(DateOnly day)
    {
        if (!sessions.TryGetValue(day, out var known))
        {
            var hours = before;
            foreach (var change in changes ?? [])
            {
                hours = change.From <= day ? change.Hours : hours;
            }

            sessions[day] = known = hours.Sessions;
        }

        return known;
    }

    /// <summary>Whole days and minutes of session time, the first day as long as the day's sessions, the next as the next working day's.</summary>
    public (int Days, int Minutes) InDays(DateTime from, DateTime to)
    {
        var left = SessionMinutes(from, to);
        if (left == 0)
        {
            return (0, 0);
        }

        var day = DateOnly.FromDateTime(Normalised(from));
        var days = 0;
        while (left >= Minutes(day))
        {
            left -= Minutes(day);
            days++;
            day = NthWorkingDay(day, 1);
        }

        return (days, left);
    }

    private int Minutes(DateOnly day) => SessionsOn(day).Sum(s => (int)(s.To - s.From).TotalMinutes);

    public int SessionMinutes(DateTime from, DateTime to)
    {
        var minutes = 0;
        for (var t = from; t < to; t = t.AddMinutes(1))
        {
            minutes += MinuteCounts(t) ? 1 : 0;
        }

        return minutes;
    }

    private (DateOnly? Due, DateTime? At) Start(DateTime received, TimeLimit limit)
    {
        var start = Normalised(received);
        var day = DateOnly.FromDateTime(start);
        switch (limit.Unit)
        {
            case LimitUnit.None:
                return (null, null);
            case LimitUnit.Hours:
                return AtHour(Later(start, limit.Count * 60));
            case LimitUnit.SameDay:
                return OnDay(start.TimeOfDay > TimeSpan.FromHours(15) ? NthWorkingDay(day, 1) : day);
            case LimitUnit.WorkingDays:
                return OnDay(NthWorkingDay(day, limit.Count));
            case LimitUnit.Days:
                return OnDay(Rolled(day.AddDays(limit.Count)));
            default:
                var month = day.Month - 1 + limit.Count;
                var first = new DateOnly(day.Year + (month / 12), (month % 12) + 1, 1);
                return OnDay(Rolled(first.AddDays(Math.Min(day.Day, DateTime.DaysInMonth(first.Year, first.Month)) - 1)));
        }
    }

    private (DateOnly? Due, DateTime? At) Shift((DateOnly? Due, DateTime? At) due, TimeLimit limit, DateTime from, DateTime to)
    {
        if (due.Due is not { } day)
        {
            return due;
        }

        if (limit.Unit == LimitUnit.Hours)
        {
            return AtHour(Later(due.At!.Value, SessionMinutes(from, to)));
        }

        var s = DateOnly.FromDateTime(Normalised(from));
        var e = DateOnly.FromDateTime(Normalised(to));
        if (limit.Unit is LimitUnit.Days or LimitUnit.Months)
        {
            return OnDay(Rolled(day.AddDays(e.DayNumber - s.DayNumber)));
        }

        var k = 0;
        for (var d = s.AddDays(1); d <= e; d = d.AddDays(1))
        {
            k += Works(d) ? 1 : 0;
        }

        return OnDay(NthWorkingDay(day, k));
    }

    private (DateOnly? Due, DateTime? At) OnDay(DateOnly day) => (day, day.ToDateTime(SessionsOn(day)[^1].To));

    private static (DateOnly? Due, DateTime? At) AtHour(DateTime at) => (DateOnly.FromDateTime(at), at);

    private DateTime Normalised(DateTime t)
    {
        while (!(Works(DateOnly.FromDateTime(t)) && SessionsOn(DateOnly.FromDateTime(t)).Any(s => t.TimeOfDay >= s.From.ToTimeSpan() && t.TimeOfDay <= s.To.ToTimeSpan())))
        {
            t = t.AddMinutes(1);
        }

        return t;
    }

    private bool MinuteCounts(DateTime t) =>
        Works(DateOnly.FromDateTime(t))
        && SessionsOn(DateOnly.FromDateTime(t)).Any(s => t.TimeOfDay >= s.From.ToTimeSpan() && t.TimeOfDay + TimeSpan.FromMinutes(1) <= s.To.ToTimeSpan());

    private DateTime Later(DateTime t, int sessionMinutes)
    {
        while (sessionMinutes > 0)
        {
            sessionMinutes -= MinuteCounts(t) ? 1 : 0;
            t = t.AddMinutes(1);
        }

        return t;
    }

    private DateOnly NthWorkingDay(DateOnly day, int n)
    {
        while (n > 0)
        {
            day = day.AddDays(1);
            n -= Works(day) ? 1 : 0;
        }

        return day;
    }

    private DateOnly Rolled(DateOnly day)
    {
        while (!Works(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}

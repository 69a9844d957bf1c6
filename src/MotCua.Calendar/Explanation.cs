namespace MotCua.Calendar;

/// <summary>What the clock did with a day.</summary>
public enum ExplainedKind
{
    /// <summary>Ngày tiếp nhận; never counted.</summary>
    Received,

    /// <summary>The day from which a receipt outside the sessions counts; itself not counted.</summary>
    Start,

    /// <summary>Ngày được tính.</summary>
    Counted,

    /// <summary>Ngày không tính: a rest day or a holiday, with its name.</summary>
    Skipped,

    /// <summary>Tạm dừng.</summary>
    Stopped,

    /// <summary>Tính lại từ đầu; itself not counted.</summary>
    Restarted,

    /// <summary>A day given for the time that the clock stood after the limit had already run out.</summary>
    MadeUp,

    /// <summary>Ngày hẹn trả.</summary>
    Due,

    /// <summary>Quá hạn: a day after the due day on which the clock still ran.</summary>
    Overdue,
}

/// <summary>One day of a deadline; <paramref name="Number"/> is its place in the count, where it has one.</summary>
public readonly record struct ExplainedDay(DateOnly Day, ExplainedKind Kind, int? Number, string? Why);

/// <summary>Walks a deadline day by day. It explains what <see cref="DeadlineClock.Run"/> computed and computes nothing itself.</summary>
internal sealed class Explanation
{
    public const string AfterHours = "Nhận sau giờ làm việc";

    private readonly DeadlineClock clock;
    private readonly DeadlineCase dossier;
    private readonly DateOnly receivedDay;
    private readonly DateOnly startDay;
    private readonly DateOnly dueDay;
    private readonly (DateOnly First, DateOnly Last, bool Restarts)[] stops;
    private int firstStop;
    private int number;
    private int total;

    private Explanation(DeadlineClock clock, DeadlineCase dossier, DateOnly dueDay)
    {
        this.clock = clock;
        this.dossier = dossier;
        this.dueDay = dueDay;
        receivedDay = DeadlineClock.CalendarDate(dossier.Received);
        startDay = clock.StartDay(dossier.Received);
        total = Total(startDay);
        stops = [.. dossier.Stops.Select(s => s.To is { } to
            ? (clock.StartDay(s.From), clock.StartDay(to), s.Mode == SupplementPolicy.Restart)
            : (clock.StartDay(s.From), DeadlineClock.CalendarDate(dossier.At ?? s.From), false))];
    }

    public static IReadOnlyList<ExplainedDay> Of(DeadlineClock clock, DeadlineCase dossier)
    {
        if (clock.Run(dossier).DueDay is not { } due)
        {
            return [new ExplainedDay(DeadlineClock.CalendarDate(dossier.Received), ExplainedKind.Received, null, null)];
        }

        var walk = new Explanation(clock, dossier, due);
        var openUntil = dossier.Stops is [.., { To: null }] ? walk.stops[^1].Last : due;
        var last = openUntil > due ? openUntil : due;
        var days = new List<ExplainedDay>(last.DayNumber - walk.receivedDay.DayNumber + 1);
        for (var n = walk.receivedDay.DayNumber; n <= last.DayNumber; n++)
        {
            days.Add(walk.Next(DateOnly.FromDayNumber(n)));
        }

        return days;
    }

    // Days of the whole count, from the day that starts it.
    private int Total(DateOnly start) => dossier.Limit.Unit switch
    {
        LimitUnit.Months => DeadlineClock.AddMonths(start, dossier.Limit.Count).DayNumber - start.DayNumber,
        LimitUnit.Hours => int.MaxValue,
        _ => dossier.Limit.Count,
    };

    private bool CountsRestDays => dossier.Limit.Unit is LimitUnit.Days or LimitUnit.Months;

    private ExplainedDay Next(DateOnly day)
    {
        var why = clock.Calendar.WhyNot(day);
        var (stopped, restarted) = StopOn(day);
        if (restarted)
        {
            number = 0;
            total = Total(day);
        }

        if (day == dueDay)
        {
            return new ExplainedDay(day, ExplainedKind.Due, Numbered(day > startDay && !restarted && number < total), "Hạn trả kết quả");
        }

        if (day <= startDay && !stopped && !restarted)
        {
            return BeforeTheCount(day, why);
        }

        if (restarted)
        {
            return new ExplainedDay(day, ExplainedKind.Restarted, null, "Tính lại từ đầu");
        }

        if (why is not null && !(CountsRestDays && (stopped || number < total)))
        {
            return new ExplainedDay(day, ExplainedKind.Skipped, null, why);
        }

        if (stopped)
        {
            return new ExplainedDay(day, ExplainedKind.Stopped, null, "Tạm dừng");
        }

        if (day > dueDay)
        {
            return new ExplainedDay(day, ExplainedKind.Overdue, null, "Quá hạn");
        }

        return number < total
            ? new ExplainedDay(day, ExplainedKind.Counted, Numbered(true), null)
            : new ExplainedDay(day, ExplainedKind.MadeUp, null, "Bù thời gian tạm dừng");
    }

    private ExplainedDay BeforeTheCount(DateOnly day, string? why)
    {
        if (day == receivedDay)
        {
            return new ExplainedDay(day, ExplainedKind.Received, null, day == startDay ? null : why ?? AfterHours);
        }

        return day == startDay
            ? new ExplainedDay(day, ExplainedKind.Start, null, "Bắt đầu tính hạn")
            : new ExplainedDay(day, ExplainedKind.Skipped, null, why);
    }

    private int? Numbered(bool counted)
    {
        if (!counted)
        {
            return null;
        }

        number++;
        return dossier.Limit.Unit == LimitUnit.Hours ? null : number;
    }

    // A resumed stop does not count the days after its first up to its last; a restart voids its first day as well.
    private (bool Stopped, bool Restarted) StopOn(DateOnly day)
    {
        while (firstStop < stops.Length && stops[firstStop].Last < day)
        {
            firstStop++;
        }

        var stopped = false;
        for (var i = firstStop; i < stops.Length && stops[i].First <= day; i++)
        {
            if (stops[i].Restarts && stops[i].Last == day)
            {
                return (true, true);
            }

            stopped |= stops[i].Last >= day && (stops[i].Restarts || stops[i].First < day);
        }

        return (stopped, false);
    }
}

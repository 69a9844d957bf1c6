using MotCua.Foundation;

namespace MotCua.Calendar;

/// <summary>Which due cell to draw; its colour and icon follow from it.</summary>
public enum DueKind
{
    /// <summary>Two working days or more are left.</summary>
    Running,

    /// <summary>Under two working days.</summary>
    Soon,

    Today,

    Overdue,

    Paused,

    Early,

    OnTime,

    Late,

    /// <summary>Không hẹn ngày.</summary>
    None,

    /// <summary>Chưa tính hạn: not received yet.</summary>
    NotStarted,
}

/// <summary>A Vietnamese sentence with places for values; the sentence is the key of its translation.</summary>
public sealed record Phrase(string Text, params object[] Args)
{
    public override string ToString() => Args.Length == 0 ? Text : string.Format(Text, Args);
}

/// <summary>The words of a due cell ("Còn 2 ngày 5 giờ") and what stands under them ("hạn T4 25/11").</summary>
public sealed record DueText(DueKind Kind, Phrase Words, Phrase? Detail);

/// <summary>Where a dossier's clock is: everything that its due cell depends on. No deadline means not received yet.</summary>
public readonly record struct ClockState(
    Deadline? Deadline,
    DateTimeOffset? StoppedAt = null,
    DateTimeOffset? FinishedAt = null,
    DateOnly? ExtendedDue = null);

/// <summary>Says a verdict in words; two units at most, a day being one whole day of the agency's sessions.</summary>
public static class DueWords
{
    private const string Left = "Còn";
    private const string Over = "Quá";
    private const string SoonDone = "Xong sớm";
    private const string LateDone = "Xong trễ";
    private const string Paused = "Tạm dừng";

    private static readonly string[] Amounts = ["{0} ngày {1} giờ", "{0} ngày", "{0} giờ {1} phút", "{0} giờ", "{0} phút"];

    private static readonly string[] Plain =
    [
        "Chưa tính hạn", "Không hẹn ngày", "Vừa quá hạn", "Xong sớm", "Xong đúng hạn", "Xong trễ dưới 1 ngày", "Mới tạm dừng",
        "hạn {0}", "hạn hôm nay {0}", "đã chạy {0} trên {1} ngày", "đã chạy {0} trên {1} giờ",
    ];

    /// <summary>Every sentence that a due cell may hold, for the translators.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. Plain, .. new[] { Left, Over, SoonDone, LateDone, Paused }.SelectMany(start => Amounts.Select(a => $"{start} {a}"))];

    public static DueText Of(DeadlineClock clock, ClockState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (state.Deadline is not { } deadline)
        {
            return new DueText(DueKind.NotStarted, new Phrase("Chưa tính hạn"), null);
        }

        if (deadline.DueDay is null)
        {
            return new DueText(DueKind.None, new Phrase("Không hẹn ngày"), null);
        }

        if (state.FinishedAt is { } finish)
        {
            return Finished(clock, deadline, state, finish, now);
        }

        return state.StoppedAt is { } stop ? Standing(clock, deadline, stop, now) : Running(clock, deadline, state, now);
    }

    private static DueText Running(DeadlineClock clock, Deadline deadline, ClockState state, DateTimeOffset now)
    {
        var left = clock.Left(deadline, now, null, state.ExtendedDue);
        var detail = DueDate(clock, deadline, state.ExtendedDue, now);
        if (left.Over)
        {
            var words = left is { Days: 0, Hours: 0, Minutes: 0 } ? new Phrase("Vừa quá hạn") : Amount(Over, left);
            return new DueText(DueKind.Overdue, words, detail);
        }

        var today = (state.ExtendedDue ?? deadline.DueDay) == DeadlineClock.CalendarDate(now);
        var kind = today ? DueKind.Today : left.Days < 2 ? DueKind.Soon : DueKind.Running;
        return new DueText(kind, Amount(Left, left), detail);
    }

    private static DueText Finished(DeadlineClock clock, Deadline deadline, ClockState state, DateTimeOffset finish, DateTimeOffset now)
    {
        var judgedAt = state.StoppedAt ?? finish;
        var detail = DueDate(clock, deadline, state.ExtendedDue, now);
        var verdict = clock.JudgeFinish(deadline, finish, state.StoppedAt, state.ExtendedDue);
        if (verdict == Verdict.OnTime)
        {
            return new DueText(DueKind.OnTime, new Phrase("Xong đúng hạn"), detail);
        }

        var early = verdict == Verdict.Early;
        WorkingTimeLeft away;
        if (deadline.Limit.Unit == LimitUnit.Hours && state.ExtendedDue is null)
        {
            var dueAt = deadline.DueAt!.Value;
            away = early ? clock.InDays(judgedAt, dueAt, over: false) : clock.InDays(dueAt, judgedAt, over: true);
        }
        else
        {
            var day = DeadlineClock.CalendarDate(judgedAt);
            var due = state.ExtendedDue ?? deadline.DueDay!.Value;
            away = new WorkingTimeLeft(early ? clock.Calendar.WorkingDaysBetween(day, due) : clock.Calendar.WorkingDaysBetween(due, day), 0, 0, !early);
        }

        if (away is { Days: 0, Hours: 0, Minutes: 0 })
        {
            return early
                ? new DueText(DueKind.Early, new Phrase("Xong sớm"), detail)
                : new DueText(DueKind.Late, new Phrase("Xong trễ dưới 1 ngày"), detail);
        }

        return new DueText(early ? DueKind.Early : DueKind.Late, Amount(early ? SoonDone : LateDone, away), detail);
    }

    private static DueText Standing(DeadlineClock clock, Deadline deadline, DateTimeOffset stop, DateTimeOffset now)
    {
        var stopDay = clock.StartDay(stop);
        var today = DeadlineClock.CalendarDate(now);
        var stood = deadline.Limit.Unit switch
        {
            LimitUnit.Hours => clock.InDays(stop, now, over: false),
            LimitUnit.Days or LimitUnit.Months => new WorkingTimeLeft(Math.Max(today.DayNumber - stopDay.DayNumber, 0), 0, 0, false),
            _ => new WorkingTimeLeft(clock.Calendar.WorkingDaysBetween(stopDay, today), 0, 0, false),
        };
        var words = stood is { Days: 0, Hours: 0, Minutes: 0 } ? new Phrase("Mới tạm dừng") : Amount(Paused, stood);
        return new DueText(DueKind.Paused, words, RanUntil(clock, deadline, stop, stopDay) ?? DueDate(clock, deadline, null, now));
    }

    // How much of the limit had run when the clock stopped; more than the limit when it was already late.
    private static Phrase? RanUntil(DeadlineClock clock, Deadline deadline, DateTimeOffset stop, DateOnly stopDay)
    {
        var due = deadline.DueDay!.Value;
        var count = deadline.Limit.Count;
        switch (deadline.Limit.Unit)
        {
            case LimitUnit.WorkingDays:
                var ran = count - clock.Calendar.WorkingDaysBetween(stopDay, due) + clock.Calendar.WorkingDaysBetween(due, stopDay);
                return new Phrase("đã chạy {0} trên {1} ngày", Math.Max(ran, 0), count);
            case LimitUnit.Days:
                return new Phrase("đã chạy {0} trên {1} ngày", Math.Max(count - (due.DayNumber - stopDay.DayNumber), 0), count);
            case LimitUnit.Hours:
                var left = (int)Math.Ceiling(clock.WorkingTimeBetween(stop, deadline.DueAt!.Value).TotalHours);
                return new Phrase("đã chạy {0} trên {1} giờ", Math.Max(count - left, 0), count);
            default:
                return null;
        }
    }

    private static Phrase DueDate(DeadlineClock clock, Deadline deadline, DateOnly? extendedDue, DateTimeOffset now)
    {
        var today = DeadlineClock.CalendarDate(now);
        var due = extendedDue ?? deadline.DueDay!.Value;
        if (due == today)
        {
            return new Phrase("hạn hôm nay {0}", Vietnamese.Time(extendedDue is null ? deadline.DueAt!.Value : clock.ClosingOf(due)));
        }

        var date = $"{Vietnamese.ShortWeekday(due)} {(due.Year == today.Year ? Vietnamese.ShortDate(due) : Vietnamese.Date(due))}";
        return new Phrase("hạn {0}", deadline.Limit.Unit == LimitUnit.Hours && extendedDue is null
            ? $"{date} {Vietnamese.Time(deadline.DueAt!.Value)}"
            : date);
    }

    private static Phrase Amount(string start, WorkingTimeLeft time) => time switch
    {
        { Days: > 0, Hours: > 0 } => new Phrase($"{start} {Amounts[0]}", time.Days, time.Hours),
        { Days: > 0 } => new Phrase($"{start} {Amounts[1]}", time.Days),
        { Hours: > 0, Minutes: > 0 } => new Phrase($"{start} {Amounts[2]}", time.Hours, time.Minutes),
        { Hours: > 0 } => new Phrase($"{start} {Amounts[3]}", time.Hours),
        _ => new Phrase($"{start} {Amounts[4]}", time.Minutes),
    };
}

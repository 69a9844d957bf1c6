namespace MotCua.Calendar;

/// <summary>Buổi làm việc: both ends are inside.</summary>
public readonly record struct Session(TimeOnly From, TimeOnly To);

/// <summary>Giờ làm việc: the sessions of a working day of an agency, earliest first.</summary>
public sealed class OfficeHours
{
    private readonly long[] from;
    private readonly long[] to;

    // Session time of the day before each session, in ticks.
    private readonly long[] before;

    /// <exception cref="ArgumentException">No session, one that is empty, or two that overlap.</exception>
    public OfficeHours(params IReadOnlyList<Session> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        Sessions = [.. sessions.OrderBy(s => s.From)];
        if (Sessions.Count == 0 || Sessions.Any(s => s.To <= s.From) || Sessions.Zip(Sessions.Skip(1)).Any(p => p.Second.From < p.First.To))
        {
            throw new ArgumentException("Sessions must not be empty or overlap.", nameof(sessions));
        }

        from = [.. Sessions.Select(s => s.From.Ticks)];
        to = [.. Sessions.Select(s => s.To.Ticks)];
        before = new long[from.Length];
        for (var i = 1; i < from.Length; i++)
        {
            before[i] = before[i - 1] + to[i - 1] - from[i - 1];
        }

        DayTicks = before[^1] + to[^1] - from[^1];
    }

    /// <summary>07:30–11:30 and 13:30–17:00.</summary>
    public static OfficeHours Default { get; } = new(
        new Session(new TimeOnly(7, 30), new TimeOnly(11, 30)),
        new Session(new TimeOnly(13, 30), new TimeOnly(17, 0)));

    public IReadOnlyList<Session> Sessions { get; }

    public TimeOnly Opens => Sessions[0].From;

    public TimeOnly Closes => Sessions[^1].To;

    /// <summary>Session time of one working day; 7.5 hours by default.</summary>
    public TimeSpan Day => TimeSpan.FromTicks(DayTicks);

    internal long DayTicks { get; }

    /// <summary>Has the same sessions.</summary>
    public bool SameAs(OfficeHours other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Sessions.SequenceEqual(other.Sessions);
    }

    /// <summary>07:30–11:30, 13:30–17:00.</summary>
    public override string ToString() => string.Join(", ", Sessions.Select(s => $"{s.From:HH\\:mm}–{s.To:HH\\:mm}"));

    /// <summary>The time itself when it lies in a session, the next opening of the same day, or -1 after the last session.</summary>
    internal long OpenAtOrAfter(long time)
    {
        for (var i = 0; i < from.Length; i++)
        {
            if (time <= to[i])
            {
                return Math.Max(time, from[i]);
            }
        }

        return -1;
    }

    /// <summary>Session time of the day that has passed at a time of day.</summary>
    internal long PassedAt(long time)
    {
        for (var i = from.Length - 1; i >= 0; i--)
        {
            if (time >= from[i])
            {
                return before[i] + Math.Min(time, to[i]) - from[i];
            }
        }

        return 0;
    }

    /// <summary>The earliest time of day at which so much session time has passed; 0 &lt; passed ≤ the whole day.</summary>
    internal long TimeAfter(long passed)
    {
        var i = from.Length - 1;
        while (before[i] >= passed)
        {
            i--;
        }

        return from[i] + passed - before[i];
    }
}

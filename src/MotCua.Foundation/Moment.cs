namespace MotCua.Foundation;

/// <summary>The instant of an act and the day it falls on in Vietnam. Taken once a request and passed down.</summary>
public readonly record struct Moment(DateTimeOffset Instant, DateOnly Day)
{
    /// <summary>Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975; all times of this system lie after that.</summary>
    public static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>The moment of an instant, whatever offset it was written with.</summary>
    public static Moment Of(DateTimeOffset instant)
    {
        var local = instant.ToOffset(VietnamOffset);
        return new Moment(local, DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>A wall-clock time in Vietnam.</summary>
    public static Moment At(DateOnly day, TimeOnly time) => Of(new DateTimeOffset(day.ToDateTime(time), VietnamOffset));

    public TimeOnly Time => TimeOnly.FromDateTime(Instant.DateTime);
}

public static class Clocks
{
    /// <summary>Now, cut to whole milliseconds so that the database gives back what it was given.</summary>
    public static Moment Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return Moment.Of(new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero));
    }
}

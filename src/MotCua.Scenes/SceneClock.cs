using MotCua.Foundation;

namespace MotCua.Scenes;

/// <summary>The clock inside a scene: it stands where the scene sets it.</summary>
internal sealed class SceneClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset At { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => At.ToUniversalTime();

    /// <summary>The last working morning, 09:42, that is not later than the real now: a demo always opens on a working day.</summary>
    public static DateTimeOffset WorkingMorning(DateTimeOffset realNow, Calendar.WorkingCalendar calendar)
    {
        var morning = new TimeOnly(9, 42);
        var real = Moment.Of(realNow);
        var day = real.Time >= morning ? real.Day : real.Day.AddDays(-1);
        while (!calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return Moment.At(day, morning).Instant;
    }
}

using System.Globalization;
using MotCua.Foundation;

namespace MotCua.TestKit;

/// <summary>A clock that stands until a test moves it. Times are written as in Vietnam: "05/05/2026 08:10".</summary>
public sealed class FakeClock : TimeProvider
{
    private long ticks;

    public FakeClock(string vietnamTime) => Set(vietnamTime);

    public FakeClock(DateTimeOffset instant) => Set(instant);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Vietnam", Moment.VietnamOffset, "Vietnam", "Vietnam");

    public static DateTimeOffset Instant(string vietnamTime) => new(
        DateTime.ParseExact(vietnamTime, ["dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy"], CultureInfo.InvariantCulture),
        Moment.VietnamOffset);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Set(string vietnamTime) => Set(Instant(vietnamTime));

    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}

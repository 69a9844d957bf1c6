namespace MotCua.Web.Shell;

/// <summary>The clock of a demo: the system's, moved back, so that the generated half year always ends "today".</summary>
public sealed class ShiftedClock(TimeProvider inner, TimeSpan back) : TimeProvider
{
    /// <summary>The settings row that asks for it; its value is a TimeSpan, e.g. 12.03:30:00.</summary>
    public const string Setting = "demo_clock_shift";

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() - back;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;
}

/// <summary>Whether this installation is a demo; a real one never shows demo accounts or another day.</summary>
public sealed record DemoMode(bool On)
{
    public static readonly DemoMode Off = new(false);
}

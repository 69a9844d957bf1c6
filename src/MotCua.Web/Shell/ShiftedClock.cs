using System.Globalization;
using Npgsql;

namespace MotCua.Web.Shell;

/// <summary>The clock of a demo: the system's, moved back, so that the generated half year always ends "today".</summary>
public sealed class ShiftedClock(TimeProvider inner, TimeSpan back) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() - back;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;
}

/// <summary>
/// Whether this installation is a demo; a real one never shows demo accounts or another day.
/// A demo is one whose settings hold <see cref="Setting"/>, a TimeSpan such as 12.03:30:00.
/// </summary>
public sealed record DemoMode(TimeSpan? ClockShift)
{
    public const string Setting = "demo_clock_shift";

    public bool On => ClockShift is not null;

    public static async Task<DemoMode> ReadAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select value from settings where key = @key");
        command.Parameters.AddWithValue("key", Setting);
        return new DemoMode(await command.ExecuteScalarAsync() is string text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : null);
    }

    public TimeProvider ClockOver(TimeProvider system) => ClockShift is { } shift ? new ShiftedClock(system, shift) : system;
}

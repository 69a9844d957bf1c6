using System.Globalization;

namespace MotCua.Calendar;

/// <summary>
/// Instants and days as files write them: 2026-04-24T09:00:00+07:00, seconds and fractions optional, the offset never
/// (Z is one); 2026-04-24.
/// </summary>
public static class OffsetTime
{
    /// <summary>False for a time without an offset, a date that does not exist, or anything else that is no instant.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 17 || text[10] != 'T' || text[13] != ':'
            || !TryDay(text[..10], out var day) || !TryTwo(text[11..], 23, out var hour) || !TryTwo(text[14..], 59, out var minute))
        {
            return false;
        }

        var rest = text[16..];
        long ticks = 0;
        if (rest[0] == ':' && !TrySeconds(ref rest, out ticks))
        {
            return false;
        }

        if (!TryOffset(rest, out var offset))
        {
            return false;
        }

        ticks += (day.DayNumber * TimeSpan.TicksPerDay) + (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        var utc = ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, offset);
        return true;
    }

    public static bool TryDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>2026-05-04T17:00:00+07:00; fractions only where there are any.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToString(
        (instant.Ticks % TimeSpan.TicksPerSecond, instant.Ticks % TimeSpan.TicksPerMillisecond) switch
        {
            (0, _) => "yyyy-MM-ddTHH:mm:sszzz",
            (_, 0) => "yyyy-MM-ddTHH:mm:ss.fffzzz",
            _ => "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
        },
        CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // :09 or :09.5; digits beyond the seventh are below one tick and fall away.
    private static bool TrySeconds(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (!TryTwo(rest[1..], 59, out var seconds))
        {
            return false;
        }

        ticks = seconds * TimeSpan.TicksPerSecond;
        rest = rest[3..];
        if (rest.Length == 0 || rest[0] != '.')
        {
            return rest.Length > 0;
        }

        var weight = TimeSpan.TicksPerSecond / 10;
        var digits = 0;
        for (rest = rest[1..]; rest.Length > 0 && char.IsAsciiDigit(rest[0]); rest = rest[1..], digits++)
        {
            ticks += (rest[0] - '0') * weight;
            weight /= 10;
        }

        return digits > 0 && rest.Length > 0;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryTwo(text[1..], 14, out var hours) || !TryTwo(text[4..], 59, out var minutes))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static bool TryTwo(ReadOnlySpan<char> text, int most, out int value)
    {
        value = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return false;
        }

        value = ((text[0] - '0') * 10) + text[1] - '0';
        return value <= most;
    }
}

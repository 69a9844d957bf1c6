using System.Globalization;
using MotCua.Foundation;

namespace MotCua.UnitTests.Calendar;

/// <summary>Vietnam wall-clock times written as a clerk writes them.</summary>
internal static class Times
{
    public static DateTimeOffset At(string text) =>
        new(DateTime.ParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"], CultureInfo.InvariantCulture), Moment.VietnamOffset);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

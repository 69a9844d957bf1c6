using System.Text.RegularExpressions;

namespace MotCua.Calendar;

/// <summary>Names of rest days where room is short and the day itself stands beside them.</summary>
public static partial class HolidayNames
{
    /// <summary>"Ngày Văn hóa Việt Nam 24/11" → "Ngày Văn hóa Việt Nam"; "Giỗ Tổ Hùng Vương (10/3 âm lịch)" → "Giỗ Tổ Hùng Vương". "Nghỉ bù 1/5" keeps its day.</summary>
    public static string Brief(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = InBrackets().Replace(name, "").Trim();
        var brief = plain.StartsWith("Nghỉ bù", StringComparison.Ordinal) || plain.StartsWith("Hoán đổi", StringComparison.Ordinal) ? plain : DayAtEnd().Replace(plain, "");
        return brief.Length == 0 ? name : brief;
    }

    [GeneratedRegex(@"\s*\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\s+\d{1,2}/\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DayAtEnd();
}

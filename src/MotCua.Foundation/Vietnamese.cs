using System.Globalization;
using System.Text;

namespace MotCua.Foundation;

/// <summary>The one place where numbers, dates and names take their Vietnamese form.</summary>
public static class Vietnamese
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    private static readonly string[] ShortWeekdays = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"];

    /// <summary>1234567 → 1.234.567.</summary>
    public static string Number(long value) => value.ToString("N0", Numbers);

    /// <summary>5.459 → 5,46: two decimals, half away from zero, as the forms print rates.</summary>
    public static string Rate(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("N2", Numbers);

    /// <summary>26/11/2026.</summary>
    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>26/11.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary>thứ Năm (Chủ nhật keeps its capital).</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>T5.</summary>
    public static string ShortWeekday(DateOnly day) => ShortWeekdays[(int)day.DayOfWeek];

    /// <summary>thứ Năm 26/11/2026.</summary>
    public static string LongDate(DateOnly day) => $"{Weekday(day)} {Date(day)}";

    /// <summary>ngày 05 tháng 01 năm 2026: days below ten and the months 1 and 2 with a leading zero (NĐ 30/2020, Phụ lục I).</summary>
    public static string DocumentDate(DateOnly day) =>
        $"ngày {day.Day:00} tháng {(day.Month <= 2 ? $"0{day.Month}" : day.Month)} năm {day.Year}";

    /// <summary>09:42.</summary>
    public static string Time(DateTimeOffset instant) =>
        instant.ToOffset(Moment.VietnamOffset).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>20/11/2026 09:42.</summary>
    public static string DateAndTime(DateTimeOffset instant) =>
        instant.ToOffset(Moment.VietnamOffset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Stored text: NFC, trimmed, inner runs of white space made one space.</summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The key that search compares: no marks, đ→d, lower case, single spaces. "Nguyễn  Thị Đào" → "nguyen thi dao".</summary>
    public static string SearchKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c) switch { 'đ' => 'd', var other => other };
            if (char.IsLetterOrDigit(lower) || lower is '.' or '-')
            {
                key.Append(lower);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>Letters as the contract counts them: code points after NFC.</summary>
    public static int Length(string text) => text.Normalize(NormalizationForm.FormC).EnumerateRunes().Count();

    /// <summary>True when the text holds a control character or a bidirectional override, which no name has.</summary>
    public static bool HasForbiddenCharacters(string text) =>
        text.EnumerateRunes().Any(r => Rune.IsControl(r) || r.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x061C);
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotCua.Calendar;

public enum LimitUnit
{
    /// <summary>Không hẹn ngày: no due date, never late.</summary>
    None,

    /// <summary>Trong ngày làm việc, by the 15:00 rule (NĐ 23/2015, article 7).</summary>
    SameDay,

    /// <summary>Giờ làm việc.</summary>
    Hours,

    /// <summary>Ngày làm việc.</summary>
    WorkingDays,

    /// <summary>Ngày: calendar days (Civil Code 2015, article 148).</summary>
    Days,

    /// <summary>Tháng.</summary>
    Months,
}

/// <summary>Thời hạn giải quyết: a procedure's limit. Written 3wd, 15d, 8h, 2mo, same or none; a count is 1 to 9999.</summary>
[JsonConverter(typeof(JsonText))]
public readonly record struct TimeLimit : IParsable<TimeLimit>
{
    public const int MostCount = 9999;

    public static readonly TimeLimit None;

    public static readonly TimeLimit SameDay = new(LimitUnit.SameDay, 0);

    private TimeLimit(LimitUnit unit, int count) => (Unit, Count) = (unit, count);

    public LimitUnit Unit { get; }

    /// <summary>How many of the unit; 0 for none and same day.</summary>
    public int Count { get; }

    public static TimeLimit WorkingDays(int count) => Counted(LimitUnit.WorkingDays, count);

    public static TimeLimit Days(int count) => Counted(LimitUnit.Days, count);

    public static TimeLimit Hours(int count) => Counted(LimitUnit.Hours, count);

    public static TimeLimit Months(int count) => Counted(LimitUnit.Months, count);

    /// <exception cref="FormatException">The text is no limit.</exception>
    public static TimeLimit Parse(string text) =>
        TryParse(text, out var limit) ? limit : throw new FormatException($"“{text}” is no time limit");

    static TimeLimit IParsable<TimeLimit>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TimeLimit>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimeLimit result) =>
        TryParse(s, out result);

    public static bool TryParse([NotNullWhen(true)] string? text, out TimeLimit limit)
    {
        limit = None;
        switch (text)
        {
            case null:
                return false;
            case "none":
                return true;
            case "same":
                limit = SameDay;
                return true;
        }

        var digits = 0;
        var count = 0;
        while (digits < text.Length && digits < 5 && char.IsAsciiDigit(text[digits]))
        {
            count = (count * 10) + text[digits++] - '0';
        }

        var unit = text.AsSpan(digits) switch
        {
            "wd" => LimitUnit.WorkingDays,
            "d" => LimitUnit.Days,
            "h" => LimitUnit.Hours,
            "mo" => LimitUnit.Months,
            _ => LimitUnit.None,
        };
        if (unit == LimitUnit.None || count is < 1 or > MostCount || text[0] == '0')
        {
            return false;
        }

        limit = new TimeLimit(unit, count);
        return true;
    }

    /// <summary>As the contract writes it: 3wd.</summary>
    public override string ToString() => Unit switch
    {
        LimitUnit.None => "none",
        LimitUnit.SameDay => "same",
        LimitUnit.Hours => $"{Count}h",
        LimitUnit.WorkingDays => $"{Count}wd",
        LimitUnit.Days => $"{Count}d",
        _ => $"{Count}mo",
    };

    /// <summary>As people read it: 3 ngày làm việc.</summary>
    public string Words() => Unit switch
    {
        LimitUnit.None => "không hẹn ngày",
        LimitUnit.SameDay => "trong ngày làm việc",
        LimitUnit.Hours => $"{Count} giờ làm việc",
        LimitUnit.WorkingDays => $"{Count} ngày làm việc",
        LimitUnit.Days => $"{Count} ngày",
        _ => $"{Count} tháng",
    };

    private static TimeLimit Counted(LimitUnit unit, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostCount);
        return new TimeLimit(unit, count);
    }

    private sealed class JsonText : JsonConverter<TimeLimit>
    {
        public override TimeLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var limit)
                ? limit
                : throw new JsonException("A time limit is 3wd, 15d, 8h, 2mo, same or none.");

        public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

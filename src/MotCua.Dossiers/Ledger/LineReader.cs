using System.Text.Json;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Dossiers.Ledger;

/// <summary>
/// Reads the members of one JSON object strictly. What is wrong goes to <paramref name="faults"/> and reading goes on with an
/// empty value, so that one pass finds every fault of a line. A null member counts as missing.
/// </summary>
public sealed class LineReader(JsonElement line, List<string> faults, string inside = "")
{
    /// <summary>No payment at a desk comes near this; sums of such amounts stay exact in 64 bits.</summary>
    private const decimal MostDong = 999_999_999_999_999m;

    private readonly List<string> asked = new(12);

    private int found;

    public bool Faulty => faults.Count > 0;

    /// <summary>Text as it will be stored: NFC, tidy; blank counts as missing when it is required.</summary>
    public string Text(string name, bool mayBeBlank = false) => ReadText(name, required: true, mayBeBlank) ?? "";

    public string? OptionalText(string name) => ReadText(name, required: false, mayBeBlank: true);

    /// <summary>A name of a person: at most 300 letters, nothing hidden in it.</summary>
    public string Name(string name)
    {
        if (Raw(name, required: true) is not { } raw)
        {
            return "";
        }

        if (Vietnamese.HasForbiddenCharacters(raw))
        {
            faults.Add($"“{inside}{name}” có ký tự điều khiển hoặc ký tự đảo chiều chữ");
        }
        else if (Vietnamese.Length(raw) > Person.LongestName)
        {
            faults.Add($"“{inside}{name}” dài {Vietnamese.Length(raw)} chữ, nhiều nhất {Person.LongestName}");
        }
        else if (Vietnamese.Tidy(raw) is { Length: > 0 } tidy)
        {
            return tidy;
        }
        else
        {
            faults.Add($"“{inside}{name}” để trống");
        }

        return "";
    }

    public T OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Raw(name, required: true) is not { } text)
        {
            return default;
        }

        if (Snake.Parse<T>(text) is { } member)
        {
            return member;
        }

        faults.Add($"“{inside}{name}” là {Short(text)}, phải là một trong: {string.Join(", ", Enum.GetValues<T>().Select(m => m.Text()))}");
        return default;
    }

    /// <summary>One of the words, or null when the member is not there.</summary>
    public string? OptionalWord(string name, params string[] words)
    {
        if (Raw(name, required: false) is not { } text)
        {
            return null;
        }

        if (!words.Contains(text, StringComparer.Ordinal))
        {
            faults.Add($"“{inside}{name}” là {Short(text)}, phải là một trong: {string.Join(", ", words)}");
        }

        return text;
    }

    public bool Flag(string name)
    {
        if (Take(name, required: true) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            faults.Add($"“{inside}{name}” phải là true hoặc false");
        }

        return line.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;
    }

    public long Amount(string name) => (long)Whole(name, 0, MostDong, "số đồng là số nguyên từ 0 trở lên");

    public int Number(string name, int least, int most) => (int)Whole(name, least, most, $"số nguyên từ {least} đến {most}");

    /// <summary>An instant with its offset, cut to the microseconds that the database keeps.</summary>
    public DateTimeOffset? Instant(string name, bool required, DateTimeOffset now)
    {
        if (Raw(name, required) is not { } text)
        {
            return null;
        }

        if (!OffsetTime.TryParse(text, out var instant))
        {
            faults.Add($"“{inside}{name}” là {Short(text)}, phải là thời điểm có múi giờ như 2026-04-24T09:00:00+07:00");
            return null;
        }

        if (instant > now)
        {
            faults.Add($"“{inside}{name}” {Short(text)} ở tương lai");
            return null;
        }

        return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public DateOnly Day(string name) => ReadDay(name, required: true) ?? default;

    /// <summary>A day, or null when the member is not there.</summary>
    public DateOnly? OptionalDay(string name) => ReadDay(name, required: false);

    public TimeLimit? OptionalLimit(string name)
    {
        if (Raw(name, required: false) is not { } text)
        {
            return null;
        }

        if (TimeLimit.TryParse(text, out var limit))
        {
            return limit;
        }

        faults.Add($"“{inside}{name}” là {Short(text)}; ghi như 3wd, 15d, 8h, 2mo, same hoặc none, số từ 1 đến 9999");
        return null;
    }

    public LineReader? Object(string name)
    {
        if (Take(name, required: true) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.Object)
        {
            return new LineReader(value, faults, $"{inside}{name}.");
        }

        faults.Add($"“{inside}{name}” phải là một đối tượng JSON");
        return null;
    }

    /// <summary>A text member as it stands, for codes and words.</summary>
    public string? Raw(string name, bool required)
    {
        if (Take(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            faults.Add($"“{inside}{name}” phải là chuỗi trong ngoặc kép");
            return null;
        }

        return value.GetString();
    }

    public void Fault(string reason) => faults.Add(reason);

    /// <summary>Call when every known member was asked for: what is left is unknown.</summary>
    public void RefuseOthers()
    {
        if (found != line.GetPropertyCount())
        {
            faults.AddRange(line.EnumerateObject().Select(m => m.Name).Where(n => !asked.Contains(n, StringComparer.Ordinal)).Select(n => $"không có trường “{inside}{Short(n)}”"));
        }
    }

    private string? ReadText(string name, bool required, bool mayBeBlank)
    {
        if (Raw(name, required) is not { } raw)
        {
            return null;
        }

        if (raw.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add($"“{inside}{name}” có ký tự rỗng (\\u0000)");
            return null;
        }

        var tidy = Vietnamese.Tidy(raw);
        if (tidy.Length == 0 && !mayBeBlank)
        {
            faults.Add($"“{inside}{name}” để trống");
        }

        return tidy;
    }

    private DateOnly? ReadDay(string name, bool required)
    {
        if (Raw(name, required) is not { } text)
        {
            return null;
        }

        if (OffsetTime.TryDay(text, out var day))
        {
            return day;
        }

        faults.Add($"“{inside}{name}” là {Short(text)}, phải là một ngày có thật dạng yyyy-MM-dd");
        return null;
    }

    private decimal Whole(string name, decimal least, decimal most, string expected)
    {
        if (Take(name, required: true) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && decimal.IsInteger(number) && number >= least && number <= most)
        {
            return number;
        }

        faults.Add($"“{inside}{name}” là {Short(value.GetRawText())}, phải là {expected}");
        return 0;
    }

    private JsonElement? Take(string name, bool required)
    {
        asked.Add(name);
        var there = line.TryGetProperty(name, out var value);
        found += there ? 1 : 0;
        if (there && value.ValueKind is not JsonValueKind.Null)
        {
            return value;
        }

        if (required)
        {
            faults.Add($"thiếu “{inside}{name}”");
        }

        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

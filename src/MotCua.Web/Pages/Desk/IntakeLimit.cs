using MotCua.Calendar;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>A limit keyed by the officer, because the procedure's source does not say it: a number and a unit.</summary>
public static class IntakeLimit
{
    /// <summary>The units as the contract writes them, the most usual first.</summary>
    public static readonly IReadOnlyList<(string Unit, string Words)> Units =
    [
        ("wd", Text.Key("ngày làm việc")),
        ("d", Text.Key("ngày")),
        ("h", Text.Key("giờ làm việc")),
        ("mo", Text.Key("tháng")),
        ("same", Text.Key("trong ngày")),
    ];

    /// <summary>"3", "wd" → 3wd; null when no number was written.</summary>
    public static string? Join(string? count, string? unit)
    {
        if (unit == "same")
        {
            return unit;
        }

        return string.IsNullOrWhiteSpace(count) ? null : $"{count.Trim()}{unit}";
    }

    public static (string? Count, string? Unit) Split(string? limit)
    {
        if (!TimeLimit.TryParse(limit, out var parsed))
        {
            return (null, null);
        }

        return parsed.Unit == LimitUnit.SameDay ? (null, "same") : ($"{parsed.Count}", parsed.ToString()[$"{parsed.Count}".Length..]);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Calendar;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>Morning and afternoon as typed: 07:30, 7:30, 7h30 or 730; an afternoon may be left empty.</summary>
public sealed class SessionsTyped
{
    private static readonly string[] Forms = ["H:mm", "H'h'mm", "H'h'", "%H", "Hmm", "HHmm"];

    public string? MorningFrom { get; set; }

    public string? MorningTo { get; set; }

    public string? AfternoonFrom { get; set; }

    public string? AfternoonTo { get; set; }

    public static SessionsTyped Of(OfficeHours hours) => new()
    {
        MorningFrom = Words(hours.Sessions[0].From),
        MorningTo = Words(hours.Sessions[0].To),
        AfternoonFrom = hours.Sessions.Count > 1 ? Words(hours.Sessions[^1].From) : null,
        AfternoonTo = hours.Sessions.Count > 1 ? Words(hours.Sessions[^1].To) : null,
    };

    /// <summary>Null when a box holds no time; that box says so.</summary>
    public IReadOnlyList<Session>? Read(ModelStateDictionary form, Text t)
    {
        var morning = Pair(form, t, nameof(MorningFrom), MorningFrom, nameof(MorningTo), MorningTo);
        var afternoon = string.IsNullOrWhiteSpace(AfternoonFrom) && string.IsNullOrWhiteSpace(AfternoonTo)
            ? []
            : Pair(form, t, nameof(AfternoonFrom), AfternoonFrom, nameof(AfternoonTo), AfternoonTo);
        return morning is null || afternoon is null ? null : [.. morning, .. afternoon];
    }

    private static Session[]? Pair(ModelStateDictionary form, Text t, string fromName, string? from, string toName, string? to)
    {
        var (first, last) = (Time(form, t, fromName, from), Time(form, t, toName, to));
        return first is { } a && last is { } b ? [new Session(a, b)] : null;
    }

    private static TimeOnly? Time(ModelStateDictionary form, Text t, string name, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 3 && text.All(char.IsAsciiDigit))
        {
            text = "0" + text;
        }

        if (TimeOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        form.AddModelError(name, text.Length == 0 ? t["Ghi giờ, ví dụ 07:30"] : t["“{0}” không phải giờ trong ngày. Ghi như 07:30", text]);
        return null;
    }

    private static string Words(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

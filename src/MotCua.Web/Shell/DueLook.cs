using MotCua.Calendar;

namespace MotCua.Web.Shell;

/// <summary>Shape and colour of each verdict (design language, section 4): never colour alone.</summary>
public static class DueLook
{
    public static (string Icon, string Class) Of(DueKind kind) => kind switch
    {
        DueKind.Running => ("clock", ""),
        DueKind.Soon or DueKind.Today => ("clock-exclamation", "mc-soon"),
        DueKind.Overdue => ("alert-triangle", "mc-late"),
        DueKind.Paused => ("player-pause", "mc-pause"),
        DueKind.Early or DueKind.OnTime => ("circle-check", "mc-ok"),
        DueKind.Late => ("circle-x", "mc-late"),
        DueKind.None => ("minus", "text-secondary"),
        DueKind.NotStarted => ("hourglass", "text-secondary"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>3 ngày làm việc, in the user's language.</summary>
    public static string Words(this TimeLimit limit, Text t) => limit.Unit switch
    {
        LimitUnit.None => t["không hẹn ngày"],
        LimitUnit.SameDay => t["trong ngày làm việc"],
        LimitUnit.Hours => t["{0} giờ làm việc", limit.Count],
        LimitUnit.WorkingDays => t["{0} ngày làm việc", limit.Count],
        LimitUnit.Days => t["{0} ngày", limit.Count],
        _ => t["{0} tháng", limit.Count],
    };

    public static string Of(this Text t, Phrase phrase) => t[phrase.Text, phrase.Args];
}

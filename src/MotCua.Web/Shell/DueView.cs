namespace MotCua.Web.Shell;

/// <summary>What the clock says of a dossier, ready to show: words and the line under them are already in the user's language.</summary>
public sealed record DueView(DueKind Kind, string Words, string? Note = null);

public enum DueKind
{
    Running,
    Soon,
    Overdue,
    Paused,
    DoneInTime,
    DoneLate,
    NoLimit,
    NotStarted,
}

/// <summary>Shape and colour of each verdict (design language, section 4): never colour alone.</summary>
public static class DueLook
{
    public static (string Icon, string Class) Of(DueKind kind) => kind switch
    {
        DueKind.Running => ("clock", ""),
        DueKind.Soon => ("clock-exclamation", "mc-soon"),
        DueKind.Overdue => ("alert-triangle", "mc-late"),
        DueKind.Paused => ("player-pause", "mc-pause"),
        DueKind.DoneInTime => ("circle-check", "mc-ok"),
        DueKind.DoneLate => ("circle-x", "mc-late"),
        DueKind.NoLimit => ("minus", "text-secondary"),
        DueKind.NotStarted => ("hourglass", "text-secondary"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

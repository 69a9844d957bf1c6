namespace MotCua.Calendar;

/// <summary>What a supplement does to the clock: the whole limit again, or only the rest of it.</summary>
public enum SupplementPolicy
{
    Restart,
    Resume,
}

/// <summary>
/// Hạn trả: the last day, and the instant printed on slips (the end of that day's last session; with a limit in hours,
/// the hour itself). Both are null when the limit is none.
/// </summary>
public readonly record struct Deadline(TimeLimit Limit, DateOnly? DueDay, DateTimeOffset? DueAt);

/// <summary>What the clock says; never a status that somebody sets.</summary>
public enum Verdict
{
    /// <summary>Trước hạn.</summary>
    Early,

    /// <summary>Đúng hạn.</summary>
    OnTime,

    /// <summary>Trễ hạn.</summary>
    Late,

    /// <summary>Trong hạn, chưa xong.</summary>
    Within,

    /// <summary>Quá hạn, chưa xong.</summary>
    Overdue,

    /// <summary>Không hẹn ngày.</summary>
    None,
}

/// <summary>A time in which the clock stood; <paramref name="To"/> is null while it still stands.</summary>
public readonly record struct Stop(DateTimeOffset From, DateTimeOffset? To, SupplementPolicy Mode);

/// <summary>
/// All that the clock needs of a dossier. Stops are in time order and do not overlap; only the last may be open.
/// <paramref name="At"/> is the instant up to which an open stop is explained.
/// </summary>
public sealed record DeadlineCase(DateTimeOffset Received, TimeLimit Limit, IReadOnlyList<Stop> Stops, DateTimeOffset? At = null);

/// <summary>Session time to the due instant, or past it when <paramref name="Over"/>; a day is one whole day of sessions.</summary>
public readonly record struct WorkingTimeLeft(int Days, int Hours, int Minutes, bool Over);

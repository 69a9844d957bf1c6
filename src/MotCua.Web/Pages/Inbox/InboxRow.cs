using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;

namespace MotCua.Web.Pages.Inbox;

/// <summary>One line of a list, as the query gives it.</summary>
public sealed record InboxRow
{
    public string Code { get; init; } = "";

    public int Revision { get; init; }

    public string Status { get; init; } = "";

    public string Procedure { get; init; } = "";

    public string Field { get; init; } = "";

    public string Applicant { get; init; } = "";

    public string? Phone { get; init; }

    public string Channel { get; init; } = "";

    public DateTimeOffset ReceivedAt { get; init; }

    public string Limit { get; init; } = "none";

    public DateOnly? DueDay { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateOnly? ExtendedDue { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public int SupplementRequests { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    public Guid AgencyId { get; init; }

    /// <summary>Where it was received, when that is another agency than the competent one.</summary>
    public Guid? DeskId { get; init; }

    public bool Apologised { get; init; }

    public Guid? HolderId { get; init; }

    public string? Holder { get; init; }

    public DateTimeOffset? HeldSince { get; init; }

    public string? StepName { get; init; }

    public int Total { get; init; }

    /// <summary>The leg that lies here, in the list of legs; null in every other list.</summary>
    public int? LegNo { get; init; }

    public string? LegTask { get; init; }

    public string? LegLimit { get; init; }

    public DateTimeOffset? LegDueAt { get; init; }

    public DossierStatus State => Snake.Parse<DossierStatus>(Status) ?? throw new FormatException($"{Code}: status {Status}");

    /// <summary>The code as an office reads it: without the agency, 261113-0004.</summary>
    public string ShortCode => Code[(Code.IndexOf('-', StringComparison.Ordinal) + 1)..];

    public DueText Due(DeadlineClock clock, DateTimeOffset now)
    {
        if (LegNo is not null)
        {
            var given = LegDueAt is not null && TimeLimit.TryParse(LegLimit, out var own) ? own : TimeLimit.None;
            DateOnly? day = LegDueAt is { } due ? Moment.Of(due).Day : null;
            return DueWords.Of(clock, new ClockState(new Deadline(given, day, LegDueAt), null, null, null), now);
        }

        var limit = TimeLimit.TryParse(Limit, out var known) ? known : TimeLimit.None;
        return DueWords.Of(clock, new ClockState(new Deadline(limit, DueDay, DueAt), StoppedAt, FinishedAt, ExtendedDue), now);
    }
}

/// <summary>The live numbers of tabs and chips.</summary>
public sealed record InboxCounts
{
    public int Mine { get; init; }

    public int Unassigned { get; init; }

    public int Paused { get; init; }

    public int WholeOffice { get; init; }

    public int DoneThisWeek { get; init; }

    public int Waiting { get; init; }

    public int Legs { get; init; }

    public int Of(InboxTab tab) => tab switch
    {
        InboxTab.Mine => Mine,
        InboxTab.Unassigned => Unassigned,
        InboxTab.Paused => Paused,
        InboxTab.DoneThisWeek => DoneThisWeek,
        InboxTab.WholeOffice => WholeOffice,
        InboxTab.Legs => Legs,
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };
}

/// <summary>Numbers over the present tab, whatever else is filtered.</summary>
public sealed record InboxChips
{
    public int Overdue { get; init; }

    public int Soon { get; init; }

    public int Others { get; init; }

    public int Procedures { get; init; }
}

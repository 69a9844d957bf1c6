using System.Text.Json;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Dossiers.Watchdogs;

/// <summary>What a list of a <see cref="WatchSet"/> is narrowed to; every part may be missing.</summary>
public sealed record WatchFilter
{
    /// <summary>A part of a name, without marks, or of a code.</summary>
    public string? Text { get; init; }

    public string? Field { get; init; }

    /// <summary>One of <see cref="WatchSql.Places"/>: where it is, or for what is late, where it was when it became so.</summary>
    public string? Place { get; init; }

    /// <summary>In whose hands it is; for what is done, who did it.</summary>
    public Guid? Officer { get; init; }

    /// <summary>Who was asked to write the apology, for <see cref="WatchSets.ToWrite"/>.</summary>
    public Guid? Writer { get; init; }

    /// <summary>First and last day, for sets of a period.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public static readonly WatchFilter None = new();
}

/// <summary>One line of a list.</summary>
public sealed record WatchedDossier
{
    public string Code { get; init; } = "";

    public int Revision { get; init; }

    public Guid AgencyId { get; init; }

    public Guid DeskId { get; init; }

    public string Status { get; init; } = "";

    public string Procedure { get; init; } = "";

    public string Field { get; init; } = "";

    public string Applicant { get; init; } = "";

    public string? Phone { get; init; }

    public string Limit { get; init; } = "none";

    public DateOnly? DueDay { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateOnly? ExtendedDue { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    public DateTimeOffset LastEventAt { get; init; }

    public bool Apologised { get; init; }

    public string? Verdict { get; init; }

    public Guid? HolderId { get; init; }

    public string? Holder { get; init; }

    /// <summary>The holder's last day of work, when it lies behind.</summary>
    public DateOnly? HolderLeft { get; init; }

    public DateTimeOffset? HeldSince { get; init; }

    public int Step { get; init; }

    public string? StepName { get; init; }

    public Guid ProcedureVersionId { get; init; }

    public string LegsJson { get; init; } = "[]";

    /// <summary>Since when it has been in the set.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>An apology waits for the leader's signature.</summary>
    public bool ApologyWaits { get; init; }

    /// <summary>Who was asked to write the apology, and by when.</summary>
    public string? Writer { get; init; }

    public Guid? WriterId { get; init; }

    public DateOnly? WriteBy { get; init; }

    /// <summary>Why it was handed back late without an apology.</summary>
    public string? NoApologyReason { get; init; }

    /// <summary>What the applicant was last asked to bring.</summary>
    public string? Asked { get; init; }

    /// <summary>Where it was when it became late.</summary>
    public string? LatePlace { get; init; }

    /// <summary>In whose hands it was then; null for nobody's.</summary>
    public string? LateHolder { get; init; }

    public Guid? LateHolderId { get; init; }

    public int Total { get; init; }

    public DossierStatus State => Snake.Parse<DossierStatus>(Status) ?? throw new FormatException($"{Code}: status {Status}");

    public string ShortCode => DossierCode.Short(Code);

    public IReadOnlyList<DossierLeg> Legs => JsonSerializer.Deserialize<List<DossierLeg>>(LegsJson, JsonColumn.Options) ?? [];

    /// <summary>The places that should have answered by now.</summary>
    public IEnumerable<DossierLeg> LateLegs(DateTimeOffset now) => Legs.Where(l => l.IsOpen && !l.Reported && l.IsLate(now));

    public Deadline Deadline => new(TimeLimit.TryParse(Limit, out var known) ? known : TimeLimit.None, DueDay, DueAt);

    public DueText Due(DeadlineClock clock, DateTimeOffset now) =>
        DueWords.Of(clock, new ClockState(Deadline, StoppedAt, FinishedAt, ExtendedDue), now);
}

/// <summary>A field of a set, with an officer who holds a dossier of it.</summary>
public sealed record WatchOption
{
    public string Field { get; init; } = "";

    public Guid? OfficerId { get; init; }

    public string? Officer { get; init; }
}

/// <summary>A working role of an agency that nobody holds today ("vai đang bỏ trống").</summary>
public sealed record EmptyRole
{
    public Guid AgencyId { get; init; }

    public string Role { get; init; } = "";

    /// <summary>Dossiers that are open there meanwhile.</summary>
    public int Open { get; init; }
}

using MotCua.Calendar;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>What another place is asked for.</summary>
public enum LegKind
{
    /// <summary>Liên thông: a part of the work is done by another agency.</summary>
    InterAgency,

    /// <summary>Lấy ý kiến: an opinion; the main clock runs on (NĐ 61/2018 Điều 19.5).</summary>
    Consultation,

    /// <summary>Xác minh: a fact is checked elsewhere.</summary>
    Verification,
}

/// <summary>What an act asks of another place; kept in the ledger.</summary>
/// <param name="No">From 1, in the order of the dossier.</param>
/// <param name="Task">What is asked, in words.</param>
/// <param name="To">The agency, when it works in this system.</param>
/// <param name="ToWords">The place in words, when it does not.</param>
/// <param name="Limit">The time that it has, as the contract writes a limit; null for none.</param>
/// <param name="DueAt">The instant that follows; null for none, or while the leg waits for another.</param>
/// <param name="After">The leg that must be answered first; null when it goes out at once.</param>
public sealed record LegOrder(
    int No, string Task, AgencyId? To = null, string? ToWords = null, string? Limit = null, DateTimeOffset? DueAt = null, int? After = null);

/// <summary>A leg that waited for another and now begins.</summary>
public sealed record LegStart(int No, DateTimeOffset? DueAt);

/// <summary>
/// A leg ("chặng"): a part of the work at another place, with its own due date and result. Legs run one after another or side
/// by side; dossier, code and competence stay one.
/// </summary>
public sealed record DossierLeg(int No, LegKind Kind, string Task)
{
    public AgencyId? To { get; init; }

    public string? ToWords { get; init; }

    public string? Limit { get; init; }

    /// <summary>The leg that it waits for.</summary>
    public int? After { get; init; }

    /// <summary>Null while it waits for another leg.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? Answer { get; init; }

    public bool Recalled { get; init; }

    /// <summary>Only reported by another system: nobody here waits for it.</summary>
    public bool Reported { get; init; }

    /// <summary>Sent, not answered.</summary>
    public bool IsOpen => SentAt is not null && AnsweredAt is null;

    /// <summary>Not answered yet, sent or not, and somebody here waits for it.</summary>
    public bool IsAwaited => AnsweredAt is null && !Reported;

    public bool IsLate(DateTimeOffset now) => DueAt is { } due && (AnsweredAt ?? now) > due;

    internal static DossierLeg Of(LegOrder order, LegKind kind, DateTimeOffset at) => new(order.No, kind, order.Task)
    {
        To = order.To,
        ToWords = order.ToWords,
        Limit = order.Limit,
        After = order.After,
        SentAt = order.After is null ? at : null,
        DueAt = order.DueAt,
    };

    /// <summary>When the place must answer, if the leg goes out at an instant.</summary>
    public static DateTimeOffset? DueOf(DeadlineClock clock, string? limit, DateTimeOffset sent) =>
        TimeLimit.TryParse(limit, out var given) ? clock.Start(sent, given).DueAt : null;
}

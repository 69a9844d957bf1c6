using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

public readonly record struct FilingId(Guid Value) : ITypedId<FilingId>
{
    public static FilingId From(Guid value) => new(value);
}

/// <summary>Where an online filing stands before it is a dossier.</summary>
public enum FilingStatus
{
    /// <summary>Chờ tiếp nhận.</summary>
    Submitted,

    /// <summary>Chờ hoàn thiện giấy tờ: the applicant was told what to mend.</summary>
    AskedToComplete,

    Received,

    RefusedAtDoor,

    Withdrawn,

    /// <summary>Not completed in time.</summary>
    Expired,
}

/// <summary>
/// An online filing ("hồ sơ nộp trực tuyến") until the desk has looked at it. The legal clock starts at valid receipt, not
/// here; both times are kept (DOMAIN 0.2). What was sent lies in an intake draft, so that the desk keys nothing again.
/// </summary>
public sealed class Filing
{
    /// <summary>The desk answers within one working day of eight hours' custom (DOMAIN 2.5).</summary>
    public static readonly TimeLimit AnswerLimit = TimeLimit.Hours(8);

    /// <summary>The applicant has so many calendar days to complete it.</summary>
    public const int DaysToComplete = 30;

    private static readonly Dictionary<FilingStatus, FilingStatus[]> Allowed = new()
    {
        [FilingStatus.Submitted] = [FilingStatus.AskedToComplete, FilingStatus.Received, FilingStatus.RefusedAtDoor, FilingStatus.Withdrawn],
        [FilingStatus.AskedToComplete] = [FilingStatus.Submitted, FilingStatus.Received, FilingStatus.RefusedAtDoor, FilingStatus.Withdrawn, FilingStatus.Expired],
        [FilingStatus.Received] = [],
        [FilingStatus.RefusedAtDoor] = [],
        [FilingStatus.Withdrawn] = [],
        [FilingStatus.Expired] = [],
    };

    private static readonly Dictionary<FilingStatus, int> Portal = new()
    {
        [FilingStatus.Submitted] = 1,
        [FilingStatus.AskedToComplete] = 5,
        [FilingStatus.Received] = 2,
        [FilingStatus.RefusedAtDoor] = 3,
        [FilingStatus.Withdrawn] = 7,
        [FilingStatus.Expired] = 8,
    };

    private Filing()
    {
    }

    public FilingId Id { get; private set; }

    /// <summary>The registration code that the applicant holds until there is a dossier code.</summary>
    public string Number { get; private set; } = "";

    public Guid DraftId { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public ProcedureVersionId ProcedureVersionId { get; private set; }

    public string ApplicantName { get; private set; } = "";

    public FilingStatus Status { get; private set; }

    /// <summary>When it was first sent.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>By when the desk answers; counts anew when it was completed.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>What must be mended, as on form 02.</summary>
    public string? AskedFor { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? Reason { get; private set; }

    public string? DossierCode { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The status code of the National Portal (DOMAIN 2.3).</summary>
    public int PortalCode => Portal[Status];

    public static bool May(FilingStatus from, FilingStatus to) => Allowed[from].Contains(to);

    public static Filing Submit(string number, IntakeDraft draft, ProcedureVersionId version, DeadlineClock clock, Moment now) => new()
    {
        Id = Ids.New<FilingId>(),
        Number = number,
        DraftId = draft.Id,
        AgencyId = draft.AgencyId,
        ProcedureVersionId = version,
        ApplicantName = draft.ApplicantName,
        SubmittedAt = now.Instant,
        AnswerBy = clock.Start(now.Instant, AnswerLimit).DueAt!.Value,
    };

    /// <summary>Papers are missing or wrong: said once and completely (form 02).</summary>
    public Result AskToComplete(string what, Moment now)
    {
        var moved = MoveTo(FilingStatus.AskedToComplete);
        if (moved.Succeeded)
        {
            (AskedAt, AskedFor) = (now.Instant, Vietnamese.Tidy(what));
        }

        return moved;
    }

    /// <summary>The applicant mended it; the desk's time to answer counts anew.</summary>
    public Result Complete(DeadlineClock clock, Moment now)
    {
        var moved = MoveTo(FilingStatus.Submitted);
        if (moved.Succeeded)
        {
            AnswerBy = clock.Start(now.Instant, AnswerLimit).DueAt!.Value;
        }

        return moved;
    }

    public Result Receive(string dossierCode, Moment now) => Settle(FilingStatus.Received, null, dossierCode, now);

    public Result Refuse(string reason, string dossierCode, Moment now) => Settle(FilingStatus.RefusedAtDoor, reason, dossierCode, now);

    public Result Withdraw(string? reason, Moment now) => Settle(FilingStatus.Withdrawn, reason, null, now);

    /// <summary>Nobody completed it in time.</summary>
    public Result Expire(Moment now) => AskedAt is { } asked && now.Instant < asked.AddDays(DaysToComplete)
        ? FilingErrors.NotExpired(Number, Moment.Of(asked.AddDays(DaysToComplete)).Day)
        : Settle(FilingStatus.Expired, null, null, now);

    private Result Settle(FilingStatus status, string? reason, string? dossierCode, Moment now)
    {
        var moved = MoveTo(status);
        if (moved.Succeeded)
        {
            (SettledAt, Reason, DossierCode) = (now.Instant, reason is null ? null : Vietnamese.Tidy(reason), dossierCode);
        }

        return moved;
    }

    // Every change of status passes here.
    private Result MoveTo(FilingStatus next)
    {
        if (!May(Status, next))
        {
            return FilingErrors.CannotMove(Number);
        }

        Status = next;
        Revision++;
        return Result.Ok();
    }
}

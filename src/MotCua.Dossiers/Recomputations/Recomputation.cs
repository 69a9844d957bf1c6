using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;

namespace MotCua.Dossiers.Recomputations;

public enum RecomputationState
{
    /// <summary>Xem trước: nobody has decided yet.</summary>
    Preview,

    /// <summary>Đang tính lại: decided, some dossiers still to do.</summary>
    Running,

    /// <summary>Đã tính lại.</summary>
    Done,

    /// <summary>Giữ ngày đã hẹn.</summary>
    Kept,
}

/// <summary>How a promised date would turn, and what speaks against it.</summary>
public enum DueTurn
{
    /// <summary>Muộn hơn: harms no deadline of the office, and the promise has not passed yet.</summary>
    Later,

    /// <summary>Muộn hơn, but the promise has passed: moving it would make a late dossier one in time.</summary>
    LaterPast,

    /// <summary>Muộn hơn, but an apology has given a new date already; that one stays.</summary>
    LaterApologised,

    /// <summary>Sớm hơn: the paper in the citizen's hands names a later date.</summary>
    Earlier,

    /// <summary>Sớm hơn, to a day that has passed: the dossier would be late at once, so it is never moved.</summary>
    EarlierPast,
}

public enum RecomputationOutcome
{
    Moved,
    Kept,

    /// <summary>The dossier or the calendar changed after the preview: not moved, look again.</summary>
    ChangedMeanwhile,

    FinishedMeanwhile,
}

/// <summary>
/// Tính lại ngày hẹn: which promised dates a changed calendar would move, what was decided about it and on which ground, and how
/// far that has been carried out. A preview changes nothing.
/// </summary>
public sealed class Recomputation
{
    private Recomputation()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The dossiers of this agency and of all under it.</summary>
    public AgencyId AgencyId { get; private set; }

    public RecomputationState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public OfficerId CreatedBy { get; private set; }

    /// <summary>The calendars that the preview was computed with.</summary>
    public string CalendarRevision { get; private set; } = "";

    public int OpenDossiers { get; private set; }

    /// <summary>Dossiers whose date would change.</summary>
    public int Total { get; private set; }

    /// <summary>Others whose promise somebody decided to keep before; not listed again.</summary>
    public int KeptBefore { get; private set; }

    public int? Chosen { get; private set; }

    public string? DecisionNo { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public OfficerId? DecidedBy { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    internal static Recomputation Preview(AgencyId agency, string revision, int open, int total, int keptBefore, Moment now, OfficerId by) => new()
    {
        Id = Ids.New(),
        AgencyId = agency,
        State = RecomputationState.Preview,
        CreatedAt = now.Instant,
        CreatedBy = by,
        CalendarRevision = revision,
        OpenDossiers = open,
        Total = total,
        KeptBefore = keptBefore,
    };

    /// <summary>The chosen dates shall move.</summary>
    public Result Begin(string? decisionNo, int chosen, string revision, Moment now, OfficerId by)
    {
        if (Undecided(revision) is { } error)
        {
            return error;
        }

        if (string.IsNullOrWhiteSpace(decisionNo))
        {
            return CalendarErrors.DecisionMissing();
        }

        if (Names.Check(decisionNo, NationalDay.LongestDecision) is { Succeeded: false } wrong)
        {
            return wrong.Error!.At("DecisionNo");
        }

        if (chosen == 0)
        {
            return RecomputationErrors.NothingChosen();
        }

        (State, DecisionNo, Chosen, DecidedAt, DecidedBy) = (RecomputationState.Running, Vietnamese.Tidy(decisionNo), chosen, now.Instant, by);
        return Result.Ok();
    }

    /// <summary>Every promise stays as it was given.</summary>
    public Result Keep(Moment now, OfficerId by)
    {
        if (State != RecomputationState.Preview)
        {
            return RecomputationErrors.Decided();
        }

        (State, Chosen, DecidedAt, DecidedBy, FinishedAt) = (RecomputationState.Kept, 0, now.Instant, by, now.Instant);
        return Result.Ok();
    }

    internal Error? Undecided(string revision) =>
        State != RecomputationState.Preview ? RecomputationErrors.Decided()
        : CalendarRevision != revision ? RecomputationErrors.CalendarChanged()
        : null;

    internal void Finish(Moment now) => (State, FinishedAt) = (RecomputationState.Done, now.Instant);
}

/// <summary>Hồ sơ sẽ đổi ngày hẹn: from when to when, and what came of it.</summary>
public sealed class RecomputationItem
{
    private RecomputationItem()
    {
    }

    public Guid RecomputationId { get; private set; }

    public int No { get; private set; }

    public DossierId DossierId { get; private set; }

    public DateOnly FromDay { get; private set; }

    public DateTimeOffset FromAt { get; private set; }

    public DateOnly ToDay { get; private set; }

    public DateTimeOffset ToAt { get; private set; }

    public DueTurn Turn { get; private set; }

    public bool Chosen { get; private set; }

    public RecomputationOutcome? Outcome { get; private set; }
}

public static class RecomputationErrors
{
    public static Error NotFound() => new("recomputation.not-found", "Không thấy lần tính lại này. Mở lại trang Lịch làm việc.");

    public static Error Decided() => new("recomputation.decided", "Lần tính lại này đã được quyết định. Xem trước lại nếu cần.");

    public static Error CalendarChanged() => new("recomputation.calendar-changed", "Lịch đã đổi sau khi xem trước. Xem trước lại rồi quyết định.");

    public static Error NothingChosen() => new("recomputation.nothing-chosen", "Chưa chọn hồ sơ nào. Chọn hồ sơ, hoặc giữ nguyên mọi ngày đã hẹn.");
}

internal sealed class RecomputationTables : IEntityTypeConfiguration<Recomputation>, IEntityTypeConfiguration<RecomputationItem>
{
    public void Configure(EntityTypeBuilder<Recomputation> builder)
    {
        builder.ToTable("recomputations");
        builder.Property(r => r.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<RecomputationItem> builder)
    {
        builder.ToTable("recomputation_items");
        builder.HasKey(i => new { i.RecomputationId, i.No });
    }
}

public static class RecomputationDb
{
    extension(MotCuaDb db)
    {
        public DbSet<Recomputation> Recomputations => db.Set<Recomputation>();

        public DbSet<RecomputationItem> RecomputationItems => db.Set<RecomputationItem>();
    }
}

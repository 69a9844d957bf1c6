using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// A past stretch of a dossier's life in which competent agency, due date and stop did not change. The present stretch is
/// the dossier's own row (from <see cref="Dossier.SpanFrom"/>); together they answer "as it stood at P1" without a replay.
/// </summary>
public sealed class DossierSpan
{
    private DossierSpan()
    {
    }

    public Guid Id { get; private init; }

    public DossierId DossierId { get; private init; }

    public DateTimeOffset FromAt { get; private init; }

    public DateTimeOffset ToAt { get; private init; }

    public AgencyId AgencyId { get; private init; }

    public DateOnly? DueDay { get; private init; }

    public DateTimeOffset? DueAt { get; private init; }

    public DateOnly? ExtendedDue { get; private init; }

    public DateTimeOffset? StoppedAt { get; private init; }

    internal static DossierSpan Closing(Dossier dossier, DateTimeOffset to) => new()
    {
        Id = Foundation.Ids.New(),
        DossierId = dossier.Id,
        FromAt = dossier.SpanFrom,
        ToAt = to,
        AgencyId = dossier.AgencyId,
        DueDay = dossier.DueDay,
        DueAt = dossier.DueAt,
        ExtendedDue = dossier.ExtendedDue,
        StoppedAt = dossier.StoppedAt,
    };
}

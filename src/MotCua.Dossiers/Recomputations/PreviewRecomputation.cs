using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;

namespace MotCua.Dossiers.Recomputations;

/// <summary>
/// Computes every open deadline of an agency and those under it again, from the ledgers and the calendars as they are now, and
/// writes down which promised dates would change. The promises themselves stay.
/// </summary>
/// <remarks>
/// A change of the closing hour alone moves no promise: limits in days are judged by date. Only a limit in hours is looked at
/// to the minute.
/// </remarks>
public sealed class PreviewRecomputation(MotCuaDb db, CalendarBooks calendars, AgencyTrees trees, TimeProvider clock)
{
    private const int BatchSize = 5000;

    private const string Open =
        """
        select id, agency_id, due_day, due_at, extended_due from dossiers
        where agency_id = any(@agencies) and finished_at is null and received_at is not null and id > @last
        order by id limit @size
        """;

    private const string Insert =
        """
        insert into recomputation_items (recomputation_id, no, dossier_id, from_day, from_at, to_day, to_at, turn, chosen)
        select @id, row_number() over (order by i.from_at, i.dossier_id), i.dossier_id, i.from_day, i.from_at, i.to_day, i.to_at, i.turn, i.turn = 'later'
        from unnest(@dossiers::uuid[], @fromDays::date[], @fromAts::timestamptz[], @toDays::date[], @toAts::timestamptz[], @turns::text[])
            as i (dossier_id, from_day, from_at, to_day, to_at, turn)
        """;

    public sealed record Input(AgencyId Agency);

    public async Task<Result<Guid>> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await CalendarLock.HoldStillAsync(db, ct);
        var book = await calendars.FreshAsync(ct);
        var agencies = (await trees.CurrentAsync(db, ct)).WithDescendants(input.Agency, now.Day).ToList();
        var (open, changes) = await ChangesAsync(agencies, book, now, ct);
        var kept = await KeptBeforeAsync(changes, ct);
        changes.RemoveAll(kept.Contains);

        await db.Recomputations.Where(r => r.AgencyId == input.Agency && r.State == RecomputationState.Preview).ExecuteDeleteAsync(ct);
        var preview = Recomputation.Preview(input.Agency, book.Revision, open, changes.Count, kept.Count, now, by);
        db.Recomputations.Add(preview);
        await db.SaveChangesAsync(ct);
        await WriteAsync(preview.Id, changes, ct);
        await transaction.CommitAsync(ct);
        return preview.Id;
    }

    private async Task<(int Open, List<Change> Changes)> ChangesAsync(IReadOnlyList<AgencyId> agencies, CalendarBook book, Moment now, CancellationToken ct)
    {
        var (open, last, changes) = (0, Guid.Empty, new List<Change>());
        while (true)
        {
            var batch = (await db.Database.GetDbConnection().QueryAsync<Promise>(new CommandDefinition(
                Open,
                new { agencies = agencies.Select(a => a.Value).ToArray(), last, size = BatchSize },
                db.Database.CurrentTransaction!.GetDbTransaction(),
                cancellationToken: ct))).AsList();
            if (batch.Count == 0)
            {
                return (open, changes);
            }

            open += batch.Count;
            last = batch[^1].Id;
            var promised = batch.FindAll(p => p.DueAt is not null);
            var ledgers = await LedgersAsync(db, [.. promised.Select(p => new DossierId(p.Id))], ct);
            changes.AddRange(promised
                .Select(p => Turned(p, DueNow(book.ClockOf(new AgencyId(p.AgencyId)), ledgers[new DossierId(p.Id)], now), now)).OfType<Change>());
        }
    }

    /// <summary>The lines of these dossiers that the clock reads.</summary>
    internal static async Task<ILookup<DossierId, DossierEvent>> LedgersAsync(MotCuaDb db, IReadOnlyList<DossierId> dossiers, CancellationToken ct) =>
        (await db.DossierEvents.AsNoTracking()
            .Where(e => dossiers.Contains(e.DossierId) && DossierLedger.ClockKinds.Contains(e.Kind))
            .OrderBy(e => e.DossierId).ThenBy(e => e.Seq).ToListAsync(ct)).ToLookup(e => e.DossierId);

    /// <summary>The deadline as the clock has it now; null when it would leave the years of the calendar.</summary>
    internal static Deadline? DueNow(DeadlineClock clock, IEnumerable<DossierEvent> lines, Moment now)
    {
        try
        {
            return DossierLedger.CaseOf([.. lines], now.Instant) is { } dossier ? clock.Run(dossier) : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    /// <summary>The promise and the clock name different days, or with a limit in hours different minutes.</summary>
    internal static bool Differs(Deadline due, DateOnly? promisedDay, DateTimeOffset? promisedAt) =>
        due.DueDay != promisedDay || (due.Limit.Unit == LimitUnit.Hours && due.DueAt != promisedAt);

    private static Change? Turned(Promise promise, Deadline? now, Moment moment) =>
        now is { DueDay: { } day, DueAt: { } at } due && Differs(due, promise.DueDay, promise.DueAt)
            ? new Change(new DossierId(promise.Id), promise.DueDay!.Value, promise.DueAt!.Value, day, at, TurnOf(promise, day, at, moment))
            : null;

    private static DueTurn TurnOf(Promise promise, DateOnly day, DateTimeOffset at, Moment now) =>
        at < promise.DueAt ? (day < now.Day ? DueTurn.EarlierPast : DueTurn.Earlier)
        : promise.ExtendedDue is not null ? DueTurn.LaterApologised
        : promise.DueDay < now.Day ? DueTurn.LaterPast
        : DueTurn.Later;

    // A promise that somebody kept against the same new date is not asked about again.
    private async Task<HashSet<Change>> KeptBeforeAsync(List<Change> changes, CancellationToken ct)
    {
        var rows = await db.Database.GetDbConnection().QueryAsync<(Guid Dossier, DateTimeOffset From, DateTimeOffset To)>(new CommandDefinition(
            "select dossier_id, from_at, to_at from recomputation_items where outcome = 'kept' and dossier_id = any(@ids)",
            new { ids = changes.Select(c => c.Dossier.Value).ToArray() },
            db.Database.CurrentTransaction!.GetDbTransaction(),
            cancellationToken: ct));
        var known = rows.ToHashSet();
        return [.. changes.Where(c => known.Contains((c.Dossier.Value, c.FromAt, c.ToAt)))];
    }

    private Task WriteAsync(Guid id, List<Change> changes, CancellationToken ct) => db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
        Insert,
        new
        {
            id,
            dossiers = changes.Select(c => c.Dossier.Value).ToArray(),
            fromDays = changes.Select(c => c.FromDay).ToArray(),
            fromAts = changes.Select(c => c.FromAt.UtcDateTime).ToArray(),
            toDays = changes.Select(c => c.ToDay).ToArray(),
            toAts = changes.Select(c => c.ToAt.UtcDateTime).ToArray(),
            turns = changes.Select(c => Snake.Text(c.Turn)).ToArray(),
        },
        db.Database.CurrentTransaction!.GetDbTransaction(),
        commandTimeout: 300,
        cancellationToken: ct));

    private sealed record Promise
    {
        public Guid Id { get; init; }

        public Guid AgencyId { get; init; }

        public DateOnly? DueDay { get; init; }

        public DateTimeOffset? DueAt { get; init; }

        public DateOnly? ExtendedDue { get; init; }
    }

    private sealed record Change(DossierId Dossier, DateOnly FromDay, DateTimeOffset FromAt, DateOnly ToDay, DateTimeOffset ToAt, DueTurn Turn);
}

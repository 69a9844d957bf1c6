using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Foundation;
using MotCua.Organization.Calendars;

namespace MotCua.Dossiers.Recomputations;

/// <summary>
/// The next dossiers of a decided recomputation, in one transaction: a line in each ledger, and a notice to be sent. May be
/// stopped and run again at any time, by any number of programs; a dossier is moved once.
/// </summary>
/// <remarks>
/// The date is computed again from the ledger. When it is not the one that was shown (a supplement came, the calendar changed
/// once more) the dossier is left alone and says so.
/// </remarks>
public sealed class CarryOutRecomputation(MotCuaDb db, CalendarBooks calendars, TimeProvider clock)
{
    /// <summary>The kind of the outbox rows, one a dossier whose date moved.</summary>
    public const string Notice = "due-recomputed";

    private const int ChunkSize = 1000;

    public sealed record Input(Guid Id);

    /// <summary>What a notice needs.</summary>
    public sealed record Moved(Guid DossierId, string Code, DateTimeOffset From, DateTimeOffset To, string DecisionNo);

    /// <returns>How many dossiers were dealt with; 0 when nothing is left, or the rest is being moved by somebody else.</returns>
    public async Task<Result<int>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var act = await db.Recomputations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id, ct);
        if (act is not { State: RecomputationState.Running })
        {
            return act is null ? RecomputationErrors.NotFound() : 0;
        }

        await CalendarLock.HoldStillAsync(db, ct);
        var items = await db.RecomputationItems.FromSql(
            $"""
            select * from recomputation_items
            where recomputation_id = {input.Id} and chosen and outcome is null order by no limit {ChunkSize} for update skip locked
            """).AsNoTracking().ToListAsync(ct);
        var outcomes = items.Count == 0 ? [] : await MoveAsync(act, items, now, ct);
        await WriteAsync(act, outcomes, ct);
        if (outcomes.Count == 0)
        {
            await FinishAsync(act, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return outcomes.Count;
    }

    private async Task<List<(int No, RecomputationOutcome Outcome)>> MoveAsync(Recomputation act, List<RecomputationItem> items, Moment now, CancellationToken ct)
    {
        // A dossier that an officer or an import is just moving waits for the next round.
        var ids = items.Select(i => i.DossierId.Value).ToArray();
        var dossiers = await db.Dossiers.FromSql($"select * from dossiers where id = any({ids}) for update skip locked").ToDictionaryAsync(d => d.Id, ct);
        var ledgers = await PreviewRecomputation.LedgersAsync(db, [.. dossiers.Keys], ct);
        var book = await calendars.FreshAsync(ct);
        var outcomes = new List<(int, RecomputationOutcome)>(items.Count);
        foreach (var item in items)
        {
            if (dossiers.TryGetValue(item.DossierId, out var dossier))
            {
                outcomes.Add((item.No, Move(act, item, dossier, ledgers[item.DossierId], book, now)));
            }
        }

        return outcomes;
    }

    private RecomputationOutcome Move(
        Recomputation act, RecomputationItem item, Dossier dossier, IEnumerable<DossierEvent> lines, CalendarBook book, Moment now)
    {
        if (dossier.FinishedAt is not null)
        {
            return RecomputationOutcome.FinishedMeanwhile;
        }

        var due = PreviewRecomputation.DueNow(book.ClockOf(dossier.AgencyId), lines, now);
        if (dossier.DueAt != item.FromAt || due?.DueAt != item.ToAt
            || !dossier.RecomputeDue(due.Value, act.DecisionNo!, now, Actor.Of(act.DecidedBy!.Value)).Succeeded)
        {
            return RecomputationOutcome.ChangedMeanwhile;
        }

        db.Outbox.Add(OutboxMessage.Of(Notice, new Moved(dossier.Id.Value, dossier.Code, item.FromAt, item.ToAt, act.DecisionNo!), now));
        return RecomputationOutcome.Moved;
    }

    private Task WriteAsync(Recomputation act, List<(int No, RecomputationOutcome Outcome)> outcomes, CancellationToken ct) =>
        db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
            """
            update recomputation_items i set outcome = o.outcome
            from unnest(@nos::int[], @outcomes::text[]) as o (no, outcome)
            where i.recomputation_id = @id and i.no = o.no
            """,
            new { id = act.Id, nos = outcomes.Select(o => o.No).ToArray(), outcomes = outcomes.Select(o => Snake.Text(o.Outcome)).ToArray() },
            db.Database.CurrentTransaction!.GetDbTransaction(),
            cancellationToken: ct));

    private async Task FinishAsync(Recomputation act, Moment now, CancellationToken ct)
    {
        if (!await db.RecomputationItems.AnyAsync(i => i.RecomputationId == act.Id && i.Chosen && i.Outcome == null, ct))
        {
            (await db.Recomputations.SingleAsync(r => r.Id == act.Id, ct)).Finish(now);
        }
    }
}

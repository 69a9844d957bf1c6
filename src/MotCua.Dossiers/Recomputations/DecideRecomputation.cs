using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;

namespace MotCua.Dossiers.Recomputations;

/// <summary>What becomes of the previewed dates.</summary>
public enum RecomputationChoice
{
    /// <summary>Every promise stays; the default.</summary>
    KeepPromises,

    /// <summary>The ticked ones move.</summary>
    Ticked,

    /// <summary>All move, but for those that would be late at once.</summary>
    All,
}

/// <summary>
/// Somebody decides, with the number of a decision, whether promised dates follow the calendar. One audit entry for the whole act;
/// <see cref="CarryOutRecomputation"/> then moves the dates a thousand at a time.
/// </summary>
public sealed class DecideRecomputation(MotCuaDb db, AgencyTrees trees, TimeProvider clock)
{
    public sealed record Input(Guid Id, RecomputationChoice Choice, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = await db.Recomputations.FromSql($"select * from recomputations where id = {input.Id} for update").SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return RecomputationErrors.NotFound();
        }

        var decided = input.Choice == RecomputationChoice.KeepPromises
            ? await KeepAsync(found, by, ct)
            : await BeginAsync(found, input, by, ct);
        if (!decided.Succeeded)
        {
            return decided;
        }

        var agency = (await trees.CurrentAsync(db, ct)).CodeOf(found.AgencyId);
        db.Audit.Add(new AuditEntry
        {
            At = clock.Now().Instant,
            OfficerId = by.Value,
            Action = found.State == RecomputationState.Kept ? "due.kept" : "due.recomputed",
            Subject = agency,
            Details = $"{found.Chosen} trên {found.Total} hồ sơ{(found.DecisionNo is { } number ? $", {number}" : "")}",
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Result.Ok();
    }

    private async Task<Result> KeepAsync(Recomputation found, OfficerId by, CancellationToken ct)
    {
        var kept = found.Keep(clock.Now(), by);
        if (kept.Succeeded)
        {
            await Items(found).ExecuteUpdateAsync(set => set.SetProperty(i => i.Outcome, RecomputationOutcome.Kept), ct);
        }

        return kept;
    }

    private async Task<Result> BeginAsync(Recomputation found, Input input, OfficerId by, CancellationToken ct)
    {
        if (input.Choice == RecomputationChoice.All && found.State == RecomputationState.Preview)
        {
            await Items(found).ExecuteUpdateAsync(set => set.SetProperty(i => i.Chosen, i => i.Turn != DueTurn.EarlierPast), ct);
        }

        var chosen = await Items(found).CountAsync(i => i.Chosen, ct);
        var begun = found.Begin(input.DecisionNo, chosen, await CalendarBooks.RevisionAsync(db, ct), clock.Now(), by);
        if (begun.Succeeded)
        {
            await Items(found).Where(i => !i.Chosen).ExecuteUpdateAsync(set => set.SetProperty(i => i.Outcome, RecomputationOutcome.Kept), ct);
        }

        return begun;
    }

    private IQueryable<RecomputationItem> Items(Recomputation of) => db.RecomputationItems.Where(i => i.RecomputationId == of.Id);
}

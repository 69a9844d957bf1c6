using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Dossiers.Recomputations;

/// <summary>Ticks of a page of the preview, or one answer for the whole list.</summary>
public sealed class ChooseDossiers(MotCuaDb db)
{
    /// <param name="Id">The preview.</param>
    /// <param name="Shown">The numbers that the page showed.</param>
    /// <param name="Ticked">Those of them that were ticked.</param>
    public sealed record Input(Guid Id, IReadOnlyList<int> Shown, IReadOnlyList<int> Ticked);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        if (!await db.Recomputations.AnyAsync(r => r.Id == input.Id && r.State == RecomputationState.Preview, ct))
        {
            return RecomputationErrors.Decided();
        }

        await db.RecomputationItems
            .Where(i => i.RecomputationId == input.Id && input.Shown.Contains(i.No) && i.Turn != DueTurn.EarlierPast)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Chosen, i => input.Ticked.Contains(i.No)), ct);
        return Result.Ok();
    }
}

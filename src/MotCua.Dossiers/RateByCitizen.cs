using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>The citizen rates the service with no officer between; once a dossier, after its finish. Who asks must already have shown who they are.</summary>
public sealed class RateByCitizen(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Code">The dossier.</param>
    /// <param name="Rating">1 to 5; 4 and 5 are satisfied.</param>
    /// <param name="Via">Where it was given.</param>
    public sealed record Input(string Code, int Rating, RatingVia Via);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Code == input.Code, ct);
        if (dossier is null)
        {
            return DossierErrors.NotFound(input.Code);
        }

        var now = clock.Now();
        var rated = dossier.Rate(new RatingFacts(input.Rating, input.Via), now, Actor.System);
        if (!rated.Succeeded)
        {
            return rated;
        }

        NoticeQueue.Enqueue(db, now);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return DossierErrors.Clash(input.Code, "Người khác", now.Instant);
        }
    }
}

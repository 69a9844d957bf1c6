using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Procedures;

internal static class Saving
{
    /// <summary>Saves, or says that somebody else saved the same procedure in between.</summary>
    public static async Task<Result> SaveOrClashAsync(this MotCuaDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            return ProcedureErrors.ChangedMeanwhile();
        }
    }
}

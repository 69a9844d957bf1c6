using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Organization;

/// <summary>Saves what an administrator did, with its line in the audit log; a clash with another person's save is a refusal.</summary>
internal static class Saving
{
    public static void Note(this MotCuaDb db, string action, string subject, OfficerId? by, Moment now, string? details = null) => db.Audit.Add(new AuditEntry
    {
        At = now.Instant,
        OfficerId = by?.Value,
        Action = action,
        Subject = subject,
        Details = details,
    });

    public static async Task<Result> SaveAsync(this MotCuaDb db, Error whenTaken, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return OrganizationErrors.ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return whenTaken;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>A file that is loaded into a register has it alone; single lines are written beside each other.</summary>
internal static class RegisterLock
{
    public static Task AloneAsync(MotCuaDb db, RegisterBook book, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({book.Table}))", ct);

    public static Task BesideAsync(MotCuaDb db, RegisterBook book, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtext({book.Table}))", ct);
}

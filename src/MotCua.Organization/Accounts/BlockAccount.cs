using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An account is closed, and its sessions with it, or opened again (which also ends a lockout).</summary>
public sealed class BlockAccount(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(AccountId AccountId, bool Blocked);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == input.AccountId, ct);
        if (account is null)
        {
            return new Error("account.not-found", "Không tìm thấy tài khoản này.");
        }

        if (input.Blocked)
        {
            account.Block();
        }
        else
        {
            account.Unblock();
        }

        db.Note(input.Blocked ? "account.blocked" : "account.unblocked", account.UserName, by, clock.Now());
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An officer forgot the password: the administrator reads a new one out, good for one log-in. Open sessions end.</summary>
public sealed class GiveOneTimePassword(MotCuaDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Letters that are not mistaken for each other when read out or copied by hand.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <param name="AccountId">Whose.</param>
    /// <param name="ForgetTwoFactor">The telephone is lost too: the second factor is taken off.</param>
    public sealed record Input(AccountId AccountId, bool ForgetTwoFactor = false);

    /// <summary>Four groups of four, for example k7mp-x2fa-9qrt-dh4n; 79 bits.</summary>
    public static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    public async Task<Result<string>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == input.AccountId, ct);
        if (account is null)
        {
            return new Error("account.not-found", "Không tìm thấy tài khoản này.");
        }

        var password = NewPassword();
        account.GiveOneTimePassword(hasher.HashPassword(account, password));
        if (input.ForgetTwoFactor)
        {
            account.TwoFactorEnabled = false;
            await db.Set<AccountSecret>().Where(s => s.AccountId == input.AccountId).ExecuteDeleteAsync(ct);
            await db.Set<AccountPasskey>().Where(p => p.AccountId == input.AccountId).ExecuteDeleteAsync(ct);
        }

        db.Note("account.password-given", account.UserName, by, clock.Now(), input.ForgetTwoFactor ? "second factor taken off" : null);
        await db.SaveChangesAsync(ct);
        return password;
    }
}

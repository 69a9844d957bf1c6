using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>Where ASP.NET Core Identity reads and writes accounts: MotCuaDb, not a second DbContext.</summary>
public sealed partial class AccountStore(MotCuaDb db, IDataProtectionProvider protection) :
    IUserPasswordStore<Account>,
    IUserSecurityStampStore<Account>,
    IUserLockoutStore<Account>,
    IUserTwoFactorStore<Account>,
    IUserAuthenticatorKeyStore<Account>,
    IUserTwoFactorRecoveryCodeStore<Account>,
    IUserPasskeyStore<Account>
{
    private const string AuthenticatorKey = "authenticator-key";
    private const string RecoveryCodes = "recovery-codes";

    private readonly IDataProtector secrets = protection.CreateProtector("MotCua.AccountSecret.v1");

    public void Dispose()
    {
        // The DbContext belongs to the request.
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.Value.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        Done(user.UserName = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Done(user.NormalizedUserName = normalizedName ?? "");

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        db.Accounts.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        user.Revision = Account.NewStamp();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        db.Accounts.Remove(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
        {
            return null;
        }

        var accountId = new AccountId(id);
        return await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
    }

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Done(user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Done(user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Done(user.LockoutEnd = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Done(user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnabled);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Done(user.LockoutEnabled = enabled);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Done(user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        WriteAsync(user, AuthenticatorKey, secrets.Protect(key), cancellationToken);

    public async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        var secret = await FindAsync(user, AuthenticatorKey, cancellationToken);
        try
        {
            return secret is null ? null : secrets.Unprotect(secret.Value);
        }
        catch (CryptographicException)
        {
            // The key ring was lost with the old machine: the officer enrols again.
            return null;
        }
    }

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        WriteAsync(user, RecoveryCodes, string.Join(' ', recoveryCodes.Select(c => Hash(user, c))), cancellationToken);

    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var secret = await FindAsync(user, RecoveryCodes, cancellationToken);
        var left = secret?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList() ?? [];
        if (!left.Remove(Hash(user, code)))
        {
            return false;
        }

        secret!.Value = string.Join(' ', left);
        await UpdateAsync(user, cancellationToken);
        return true;
    }

    public async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        (await FindAsync(user, RecoveryCodes, cancellationToken))?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;

    private static string Hash(Account user, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id.Value:N}:{code}")));

    private static Task Done<T>(T value)
    {
        _ = value;
        return Task.CompletedTask;
    }

    private async Task<AccountSecret?> FindAsync(Account user, string name, CancellationToken ct) =>
        await db.Set<AccountSecret>().FindAsync([user.Id, name], ct);

    private async Task WriteAsync(Account user, string name, string value, CancellationToken ct)
    {
        var secret = await FindAsync(user, name, ct);
        if (secret is null)
        {
            db.Set<AccountSecret>().Add(new AccountSecret { AccountId = user.Id, Name = name, Value = value });
        }
        else
        {
            secret.Value = value;
        }
    }
}

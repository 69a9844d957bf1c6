using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MotCua.Organization;

public sealed partial class AccountStore
{
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var kept = await db.Set<AccountPasskey>().FindAsync([passkey.CredentialId], cancellationToken);
        if (kept is null)
        {
            db.Set<AccountPasskey>().Add(new AccountPasskey { CredentialId = passkey.CredentialId, AccountId = user.Id, Data = DataOf(passkey) });
        }
        else
        {
            kept.Data = DataOf(passkey);
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        var kept = await db.Set<AccountPasskey>().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken);
        return [.. kept.Select(InfoOf).OrderBy(p => p.CreatedAt)];
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var kept = await db.Set<AccountPasskey>().FindAsync([credentialId], cancellationToken);
        return kept is null ? null : await db.Accounts.SingleOrDefaultAsync(a => a.Id == kept.AccountId, cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var kept = await db.Set<AccountPasskey>().FindAsync([credentialId], cancellationToken);
        return kept?.AccountId == user.Id ? InfoOf(kept) : null;
    }

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var kept = await db.Set<AccountPasskey>().FindAsync([credentialId], cancellationToken);
        if (kept?.AccountId == user.Id)
        {
            db.Set<AccountPasskey>().Remove(kept);
        }
    }

    private static PasskeyData DataOf(UserPasskeyInfo p) => new(
        p.PublicKey, p.CreatedAt, p.SignCount, p.Transports, p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp, p.AttestationObject, p.ClientDataJson, p.Name);

    private static UserPasskeyInfo InfoOf(AccountPasskey kept)
    {
        var d = kept.Data;
        return new UserPasskeyInfo(
            kept.CredentialId, d.PublicKey, d.CreatedAt, d.SignCount, d.Transports, d.IsUserVerified, d.IsBackupEligible, d.IsBackedUp, d.AttestationObject, d.ClientDataJson)
        {
            Name = d.Name,
        };
    }
}

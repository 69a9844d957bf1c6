using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;

namespace MotCua.Organization;

internal sealed class AccountTables :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<AccountSecret>,
    IEntityTypeConfiguration<AccountPasskey>,
    IEntityTypeConfiguration<LoginRecord>,
    IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AccountSecret> builder)
    {
        builder.ToTable("account_secrets");
        builder.HasKey(s => new { s.AccountId, s.Name });
    }

    public void Configure(EntityTypeBuilder<AccountPasskey> builder)
    {
        builder.ToTable("account_passkeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.Data).IsJson();
    }

    public void Configure(EntityTypeBuilder<LoginRecord> builder) => builder.ToTable("login_log");

    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms");
        builder.HasKey(f => f.BrowserKey);
    }
}

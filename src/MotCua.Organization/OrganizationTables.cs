using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;

namespace MotCua.Organization;

public static class OrganizationDb
{
    extension(MotCuaDb db)
    {
        public DbSet<Agency> Agencies => db.Set<Agency>();

        public DbSet<AgencySuccession> AgencySuccessions => db.Set<AgencySuccession>();

        public DbSet<Unit> Units => db.Set<Unit>();

        public DbSet<Officer> Officers => db.Set<Officer>();

        public DbSet<RoleAssignment> RoleAssignments => db.Set<RoleAssignment>();

        public DbSet<Delegation> Delegations => db.Set<Delegation>();

        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<LoginRecord> Logins => db.Set<LoginRecord>();
    }
}

internal sealed class OrganizationTables :
    IEntityTypeConfiguration<Agency>,
    IEntityTypeConfiguration<AgencyVersion>,
    IEntityTypeConfiguration<AgencySuccession>,
    IEntityTypeConfiguration<Unit>,
    IEntityTypeConfiguration<Officer>,
    IEntityTypeConfiguration<RoleAssignment>,
    IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.Property(a => a.Contact).IsJson();
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.Ignore(a => a.Versions).Ignore(a => a.Identifier);
        builder.HasMany<AgencyVersion>("versions").WithOne().HasForeignKey(v => v.AgencyId);
        builder.Navigation("versions").AutoInclude();
    }

    public void Configure(EntityTypeBuilder<AgencyVersion> builder)
    {
        builder.ToTable("agency_versions");
        builder.HasKey(v => new { v.AgencyId, v.ValidFrom });
    }

    public void Configure(EntityTypeBuilder<AgencySuccession> builder) => builder.ToTable("agency_successions");

    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.Property(u => u.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.ToTable("officers");
        builder.Property(o => o.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<RoleAssignment> builder) => builder.ToTable("role_assignments");

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations");
        builder.Property(d => d.Roles).IsJson();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;

namespace MotCua.Dossiers;

internal sealed class DossierTables
    : IEntityTypeConfiguration<Dossier>, IEntityTypeConfiguration<DossierEvent>, IEntityTypeConfiguration<DossierSpan>,
        IEntityTypeConfiguration<DossierPayment>, IEntityTypeConfiguration<IntakeDraft>, IEntityTypeConfiguration<DossierFile>, IEntityTypeConfiguration<Proposal>,
        IEntityTypeConfiguration<Filing>, IEntityTypeConfiguration<ApologyTask>, IEntityTypeConfiguration<ScannedSlip>, IEntityTypeConfiguration<WatchLimits>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossiers");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Applicant).IsJson();
        builder.Property(d => d.Submitter).IsJson();
        builder.Property(d => d.Papers).IsJson();
        builder.Property(d => d.Legs).IsJson();
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Ignore(d => d.TimeLimit).Ignore(d => d.Deadline).Ignore(d => d.NextLeg);
        builder.HasMany(d => d.Events).WithOne().HasForeignKey(e => e.DossierId);
        builder.HasMany(d => d.PastSpans).WithOne().HasForeignKey(s => s.DossierId);
        builder.HasMany(d => d.Payments).WithOne().HasForeignKey(p => p.DossierId);
    }

    public void Configure(EntityTypeBuilder<DossierEvent> builder)
    {
        builder.ToTable("dossier_events");
        builder.Property(e => e.Id).ValueGeneratedNever();

        // json, not jsonb: the hash is over the text as it was written.
        builder.Property(e => e.Facts).HasColumnType("json");
    }

    public void Configure(EntityTypeBuilder<DossierSpan> builder)
    {
        builder.ToTable("dossier_spans");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<DossierPayment> builder)
    {
        builder.ToTable("dossier_payments");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<IntakeDraft> builder)
    {
        builder.ToTable("intake_drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Content).IsJson();
    }

    public void Configure(EntityTypeBuilder<DossierFile> builder)
    {
        builder.ToTable("dossier_files");
        builder.Property(f => f.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.ToTable("filings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.PortalCode);
        builder.HasOne<IntakeDraft>().WithMany().HasForeignKey(f => f.DraftId);
        builder.Property(f => f.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Order).IsJson();
        builder.Property(p => p.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ApologyTask> builder)
    {
        builder.ToTable("apology_tasks");
        builder.HasKey(t => t.DossierId);
        builder.Property(t => t.DossierId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ScannedSlip> builder)
    {
        builder.ToTable("scanned_slips");
        builder.HasKey(s => s.DossierId);
        builder.Property(s => s.DossierId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<WatchLimits> builder)
    {
        builder.ToTable("watch_limits");
        builder.HasKey(l => l.AgencyId);
        builder.Property(l => l.AgencyId).ValueGeneratedNever();
        builder.Property(l => l.Revision).IsConcurrencyToken();
    }
}

public static class DossiersDb
{
    extension(MotCuaDb db)
    {
        public DbSet<Dossier> Dossiers => db.Set<Dossier>();

        public DbSet<DossierEvent> DossierEvents => db.Set<DossierEvent>();

        public DbSet<DossierSpan> DossierSpans => db.Set<DossierSpan>();

        public DbSet<IntakeDraft> IntakeDrafts => db.Set<IntakeDraft>();

        public DbSet<Filing> Filings => db.Set<Filing>();

        public DbSet<Proposal> Proposals => db.Set<Proposal>();

        public DbSet<ApologyTask> ApologyTasks => db.Set<ApologyTask>();

        public DbSet<ScannedSlip> ScannedSlips => db.Set<ScannedSlip>();

        public DbSet<WatchLimits> WatchLimits => db.Set<WatchLimits>();

        public DbSet<DossierFile> DossierFiles => db.Set<DossierFile>();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

public static class NarrativeDb
{
    extension(MotCuaDb db)
    {
        public DbSet<NarrativeReport> NarrativeReports => db.Set<NarrativeReport>();

        public DbSet<NarrativePassage> NarrativePassages => db.Set<NarrativePassage>();

        public DbSet<NarrativeTemplate> NarrativeTemplates => db.Set<NarrativeTemplate>();
    }
}

internal sealed class NarrativeTables :
    IEntityTypeConfiguration<NarrativeReport>, IEntityTypeConfiguration<NarrativePassage>, IEntityTypeConfiguration<NarrativeTemplate>
{
    public void Configure(EntityTypeBuilder<NarrativeReport> builder)
    {
        builder.ToTable("narrative_reports");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Template).IsJson();
        builder.Property(r => r.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<NarrativePassage> builder)
    {
        builder.ToTable("narrative_passages");
        builder.HasKey(p => new { p.ReportId, p.Name });
        builder.HasOne<NarrativeReport>().WithMany().HasForeignKey(p => p.ReportId);
        builder.Property(p => p.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<NarrativeTemplate> builder)
    {
        builder.ToTable("narrative_templates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Content).IsJson();
        builder.Property(t => t.Revision).IsConcurrencyToken();
    }
}

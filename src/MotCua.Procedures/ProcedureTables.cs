using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

public static class ProceduresDb
{
    extension(MotCuaDb db)
    {
        public DbSet<Procedure> Procedures => db.Set<Procedure>();

        public DbSet<ProcedureVersion> ProcedureVersions => db.Set<ProcedureVersion>();

        public DbSet<Synonym> ProcedureSynonyms => db.Set<Synonym>();
    }
}

internal sealed class ProcedureTables :
    IEntityTypeConfiguration<Procedure>,
    IEntityTypeConfiguration<ProcedureVersion>,
    IEntityTypeConfiguration<Synonym>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.ToTable("procedures");
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.Ignore(p => p.Versions).Ignore(p => p.Draft).Ignore(p => p.LastImported);
        builder.HasMany<ProcedureVersion>("versions").WithOne().HasForeignKey(v => v.ProcedureId);
        builder.Navigation("versions").AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ProcedureVersion> builder)
    {
        builder.ToTable("procedure_versions");
        builder.Property(v => v.Content).IsJson();
        builder.Property(v => v.Limit).HasConversion<LimitText>();
        builder.Ignore(v => v.Text).Ignore(v => v.IsDraft);
    }

    public void Configure(EntityTypeBuilder<Synonym> builder) => builder.ToTable("procedure_synonyms");

    private sealed class LimitText() : ValueConverter<TimeLimit, string>(limit => limit.ToString(), text => TimeLimit.Parse(text));
}

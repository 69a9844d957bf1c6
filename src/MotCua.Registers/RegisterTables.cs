using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;

namespace MotCua.Registers;

public static class RegistersDb
{
    extension(MotCuaDb db)
    {
        public DbSet<RegisterChange> RegisterChanges => db.Set<RegisterChange>();

        public DbSet<Directive> Directives => db.Set<Directive>();

        public DbSet<PlanTask> PlanTasks => db.Set<PlanTask>();

        public DbSet<OutgoingDocument> OutgoingDocuments => db.Set<OutgoingDocument>();

        public DbSet<StaffPost> StaffPosts => db.Set<StaffPost>();

        public DbSet<RegisterAttachment> RegisterAttachments => db.Set<RegisterAttachment>();

        public DbSet<SurveyForm> SurveyForms => db.Set<SurveyForm>();
    }
}

internal sealed class RegisterTables : IEntityTypeConfiguration<RegisterChange>, IEntityTypeConfiguration<Directive>, IEntityTypeConfiguration<PlanTask>,
    IEntityTypeConfiguration<OutgoingDocument>, IEntityTypeConfiguration<StaffPost>, IEntityTypeConfiguration<SurveyForm>,
    IEntityTypeConfiguration<RegisterAttachment>
{
    public void Configure(EntityTypeBuilder<RegisterChange> builder)
    {
        builder.ToTable("register_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Directive> builder)
    {
        ConfigureRecord(builder, "directives");
        builder.Ignore(d => d.State).Ignore(d => d.Facts);
    }

    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        ConfigureRecord(builder, "plan_tasks");
        builder.Ignore(t => t.Facts);
    }

    public void Configure(EntityTypeBuilder<OutgoingDocument> builder) => ConfigureBook(builder, "outgoing_documents");

    public void Configure(EntityTypeBuilder<StaffPost> builder) => ConfigureBook(builder, "staff_posts");

    public void Configure(EntityTypeBuilder<RegisterAttachment> builder)
    {
        builder.ToTable("register_attachments");
        builder.Property(a => a.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SurveyForm> builder) => ConfigureRecord(builder, "survey_forms");

    /// <summary>What the table of a register of the kit has besides.</summary>
    private static void ConfigureBook<T>(EntityTypeBuilder<T> builder, string table)
        where T : BookRecord
    {
        ConfigureRecord(builder, table);
        builder.Ignore(r => r.Identity).Ignore(r => r.IsIdentified).Ignore(r => r.Title).Ignore(r => r.Values);
    }

    /// <summary>What the table of every register has.</summary>
    private static void ConfigureRecord<T>(EntityTypeBuilder<T> builder, string table)
        where T : RegisterRecord
    {
        builder.ToTable(table);
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.Ignore(r => r.NewChanges);
    }
}

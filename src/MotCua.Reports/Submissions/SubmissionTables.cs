using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

public static class SubmissionsDb
{
    extension(MotCuaDb db)
    {
        public DbSet<ReportDuty> ReportDuties => db.Set<ReportDuty>();

        public DbSet<ReportSubmission> ReportSubmissions => db.Set<ReportSubmission>();

        public DbSet<SubmissionAct> SubmissionActs => db.Set<SubmissionAct>();
    }
}

internal sealed class SubmissionTables : IEntityTypeConfiguration<ReportDuty>, IEntityTypeConfiguration<ReportSubmission>, IEntityTypeConfiguration<SubmissionAct>
{
    public void Configure(EntityTypeBuilder<ReportDuty> builder)
    {
        builder.ToTable("report_duties");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Revision).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ReportSubmission> builder)
    {
        builder.ToTable("report_submissions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.Property(s => s.Content).IsJson();
        builder.Ignore(s => s.NewActs).Ignore(s => s.IsFrozen).Ignore(s => s.IsCheckedAgain);
    }

    public void Configure(EntityTypeBuilder<SubmissionAct> builder)
    {
        builder.ToTable("report_submission_acts");
        builder.Property(a => a.Id).ValueGeneratedNever();

        // So that a new report is written before its history.
        builder.HasOne<ReportSubmission>().WithMany().HasForeignKey(a => a.SubmissionId);
    }
}

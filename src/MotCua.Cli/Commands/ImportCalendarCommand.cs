using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Organization.Calendars;

namespace MotCua.Cli.Commands;

/// <summary>motcua import calendar FILE.csv [--dry-run].</summary>
internal static class ImportCalendarCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "calendar",
        "Nạp lịch làm việc (CSV: date,name,kind,confidence); dòng check không nạp, các năm có trong tệp được thay trọn",
        async (job, ct) =>
        {
            var import = job.Services.GetRequiredService<ImportCalendar>();
            var done = await import.RunAsync(new ImportCalendar.Input(job.Stream, job.Problems, job.DryRun), ct);
            return job.DryRun ? $"Tệp có {done.Days} ngày" : $"Đã nạp {done.Days} ngày, {done.Changed} thay đổi";
        });
}

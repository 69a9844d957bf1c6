using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Reports;

namespace MotCua.Cli.Commands;

/// <summary>motcua import declared FILE.csv [--dry-run]: numbers of the annex that no record gives.</summary>
internal static class ImportDeclaredCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "declared",
        "Nạp số kê khai của phụ lục 1 (CSV): agency,figure,from,to,value,document,note",
        async (job, ct) =>
        {
            var report = await job.Services.GetRequiredService<ImportDeclared>().RunAsync(new ImportDeclared.Input(job.Stream, job.DryRun), job.Problems, ct);
            return $"Đã đọc {report.Lines} dòng: {report.Added} số kê khai mới.";
        });
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Organization;

namespace MotCua.Cli.Commands;

/// <summary>motcua import agencies FILE.csv (CONTRACT 2).</summary>
internal static class ImportAgenciesCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "agencies",
        "Nạp cơ quan: code,name,level,parent,valid_from,valid_to",
        async (job, ct) =>
        {
            var report = await job.Services.GetRequiredService<ImportAgencies>()
                .RunAsync(new ImportAgencies.Input(job.Stream, DryRun: job.DryRun), job.Problems, ct);
            return report is null
                ? ""
                : $"Đã đọc {report.Lines} dòng: {report.NewAgencies} cơ quan mới, {report.NewVersions} giai đoạn mới, {report.ChangedVersions} giai đoạn sửa.";
        });
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Registers;

namespace MotCua.Cli.Commands;

/// <summary>motcua import plans FILE.ndjson [--dry-run]: tasks of plans (reform, PAPI, resolutions), one a line.</summary>
internal static class ImportPlanTasksCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "plans",
        "Nạp nhiệm vụ của các kế hoạch (ndjson): agency, plan, year, no, content, owner, product, due, done",
        async (job, ct) =>
        {
            var report = await job.Services.GetRequiredService<ImportPlanTasks>().RunAsync(new ImportPlanTasks.Input(job.Stream, job.DryRun), job.Problems, ct);
            return $"Đã đọc {report.Lines} dòng: {report.Added} nhiệm vụ trong kế hoạch mới, {report.Changed} sửa.";
        });
}

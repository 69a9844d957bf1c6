using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Registers;

namespace MotCua.Cli.Commands;

/// <summary>motcua import directives FILE.ndjson [--dry-run]: tasks assigned from above, one a line (CONTRACT 5).</summary>
internal static class ImportDirectivesCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "directives",
        "Nạp nhiệm vụ được giao (ndjson), mỗi dòng một nhiệm vụ; mã đã có thì cập nhật",
        async (job, ct) =>
        {
            var report = await job.Services.GetRequiredService<ImportDirectives>().RunAsync(new ImportDirectives.Input(job.Stream, job.DryRun), job.Problems, ct);
            return $"Đã đọc {report.Lines} dòng: {report.Added} nhiệm vụ mới, {report.Changed} sửa.";
        });
}

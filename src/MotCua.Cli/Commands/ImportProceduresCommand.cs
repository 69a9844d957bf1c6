using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Procedures;

namespace MotCua.Cli.Commands;

/// <summary>motcua import procedures FILE.csv|json.</summary>
internal static class ImportProceduresCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "procedures",
        "Nạp thủ tục: CSV code,name,field,limit,on_supplement,digitisation,fee_vnd, hoặc JSON như data/procedures.json",
        async (job, ct) =>
        {
            var json = job.File.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase);
            var report = await job.Services.GetRequiredService<ImportProcedures>()
                .RunAsync(new ImportProcedures.Input(job.Stream, json, job.DryRun), job.Problems, ct);
            return $"{report.Read} thủ tục: thêm {report.Added}, đổi {report.Changed}, giữ nguyên {report.Unchanged}.";
        });
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;

namespace MotCua.Cli.Commands;

/// <summary>motcua import ledger FILE.ndjson [--dry-run]: dossiers from outside, one event a line (CONTRACT 3).</summary>
internal static class ImportLedgerCommand
{
    public static Command Create(CliContext context) => context.ImportCommand(
        "ledger",
        "Nạp sổ hồ sơ (ndjson), mỗi dòng một sự kiện; nạp lại cùng tệp không thêm gì",
        async (job, ct) =>
        {
            var input = new ImportLedger.Input(job.Stream, job.DryRun, lines => context.Errors.WriteLine($"Đã đọc {Vietnamese.Number(lines)} dòng"));
            var report = await job.Services.GetRequiredService<ImportLedger>().RunAsync(input, job.Problems, ct);
            return $"Đã đọc {Vietnamese.Number(report.Lines)} dòng: {Vietnamese.Number(report.Events)} sự kiện mới, "
                + $"{Vietnamese.Number(report.NewDossiers)} hồ sơ mới, {Vietnamese.Number(report.Known)} dòng đã có.";
        });
}

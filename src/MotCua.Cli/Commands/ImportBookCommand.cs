using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Registers;

namespace MotCua.Cli.Commands;

/// <summary>motcua import outgoing-documents FILE.csv …: a register of the kit, as its page exports it; each line names its agency.</summary>
internal static class ImportBookCommand
{
    public static Command Create(CliContext context, RegisterBook book) => context.ImportCommand(
        book.Name,
        $"Nạp {book.Title.ToLowerInvariant()} (CSV, dòng đầu là tên cột): {ImportBook.AgencyColumn}, {string.Join(", ", book.Fields.Select(f => f.Label))}",
        async (job, ct) =>
        {
            var report = await job.Services.GetRequiredService<ImportBook>().RunAsync(new ImportBook.Input(book, null, _ => true, job.Stream, null, job.DryRun), job.Problems, ct);
            return $"Đã đọc {report.Lines} dòng: {report.Added} mục mới, {report.Changed} sửa.";
        });
}

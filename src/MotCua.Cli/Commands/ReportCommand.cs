using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Reports;

namespace MotCua.Cli.Commands;

/// <summary>motcua report FORM --agency CODE --from … --to … (CONTRACT 2 and 5).</summary>
internal static class ReportCommand
{
    private static readonly string Known = string.Join(", ", Form.All.Select(f => f.Name));

    public static Command Create(CliContext context)
    {
        var form = new Argument<string>("FORM") { Description = Known };
        var by = new Option<string?>("--by") { Description = "agency|field|procedure|level (b1, ii06)" };
        var full = new Option<bool>("--full") { Description = "b2: đủ họ tên người nộp, có ghi nhật ký" };
        var options = new ReportOptions();
        var command = new Command("report", "Lập một biểu số liệu") { form, by, full };
        options.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var asked = Form.Find(parsed.GetRequiredValue(form)) ?? throw new UsageException($"không có biểu {parsed.GetRequiredValue(form)}; các biểu: {Known}");
            var input = new WriteReport.Input(
                asked,
                parsed.GetRequiredValue(options.Agency),
                ReportOptions.Day(parsed.GetRequiredValue(options.From)),
                ReportOptions.Day(parsed.GetRequiredValue(options.To)),
                ReportOptions.Instant(parsed.GetValue(options.At), context.Clock),
                ReadGrouping(asked, parsed.GetValue(by)),
                ReportOptions.ReadBasis(parsed.GetRequiredValue(options.BasisName)))
            {
                Full = parsed.GetValue(full),
            };
            if (input.Full && asked != Form.B2)
            {
                throw new UsageException("--full chỉ dùng với b2");
            }

            return RunAsync(context, input, parsed.GetRequiredValue(options.Format), parsed.GetValue(options.Output), ct);
        });
        return command;
    }

    private static Grouping? ReadGrouping(Form form, string? name) => name switch
    {
        null => null,
        _ when !form.MayBeGrouped => throw new UsageException($"--by không dùng với {form.Name}"),
        _ => Snake.Parse<Grouping>(name) is { } by && Groupings.OfContract.Contains(by)
            ? by
            : throw new UsageException($"--by là agency, field, procedure hoặc level, không phải {name}"),
    };

    private static Task<int> RunAsync(CliContext context, WriteReport.Input input, string format, FileInfo? file, CancellationToken ct)
    {
        ReportFiles.CheckFormat(format, file, "json", "xlsx", "docx", "pdf");
        return context.WithDatabaseAsync(
            async (services, stop) =>
            {
                var report = (await services.GetRequiredService<WriteReport>().RunAsync(input, stop)).OrUsage();
                var content = await ContentAsync(services, report, format, stop);
                if (!content.Succeeded)
                {
                    await context.Errors.WriteLineAsync(content.Error!.Message);
                    return 1;
                }

                await ReportFiles.WriteAsync(context, file, content.Value, stop);
                return 0;
            },
            ct);
    }

    private static async Task<Result<byte[]>> ContentAsync(IServiceProvider services, Report report, string format, CancellationToken ct)
    {
        switch (format)
        {
            case "json":
                return ReportFiles.Bytes(stream => ReportJson.Write(stream, report));
            case "xlsx":
                var lists = await services.GetRequiredService<AttachLists>().RunAsync(report, ct);
                return ReportFiles.Bytes(stream => XlsxWriter.Write(ReportXlsx.Of(report, lists: lists), stream));
            default:
                var paper = await services.GetRequiredService<PrintReport>().RunAsync(new PrintReport.Input(report), ct);
                return format == "docx" ? DocxWriter.Write(paper) : await services.GetRequiredService<PdfPrinter>().PrintAsync(paper, ct);
        }
    }
}

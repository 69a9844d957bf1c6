using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Reports;

namespace MotCua.Cli.Commands;

/// <summary>motcua report FORM --agency CODE --from … --to … (CONTRACT 2 and 5).</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var form = new Argument<string>("FORM") { Description = "b1|ii06" };
        var by = new Option<string?>("--by") { Description = "agency|field|procedure|level" };
        var options = new ReportOptions();
        var command = new Command("report", "Lập một biểu số liệu") { form, by };
        options.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var input = new WriteReport.Input(
                Form.Find(parsed.GetRequiredValue(form)) ?? throw new UsageException($"không có biểu {parsed.GetRequiredValue(form)}; các biểu: b1, ii06"),
                parsed.GetRequiredValue(options.Agency),
                ReportOptions.Day(parsed.GetRequiredValue(options.From)),
                ReportOptions.Day(parsed.GetRequiredValue(options.To)),
                ReportOptions.Instant(parsed.GetValue(options.At), context.Clock),
                parsed.GetValue(by) is { } name
                    ? Snake.Parse<Grouping>(name) ?? throw new UsageException($"--by là agency, field, procedure hoặc level, không phải {name}")
                    : null,
                ReportOptions.ReadBasis(parsed.GetRequiredValue(options.BasisName)));
            return RunAsync(context, input, parsed.GetRequiredValue(options.Format), parsed.GetValue(options.Output), ct);
        });
        return command;
    }

    private static Task<int> RunAsync(CliContext context, WriteReport.Input input, string format, FileInfo? file, CancellationToken ct)
    {
        if (format is not ("json" or "xlsx"))
        {
            throw new UsageException($"--format là json hoặc xlsx, không phải {format}");
        }

        return context.WithDatabaseAsync(
            async (services, stop) =>
            {
                var report = await services.GetRequiredService<WriteReport>().RunAsync(input, stop);
                if (!report.Succeeded)
                {
                    throw new UsageException(report.Error!.Message);
                }

                await ReportFiles.WriteAsync(context, file, format == "json", stream => ReportJson.Write(stream, report.Value), stream => XlsxWriter.Write(ReportXlsx.Of(report.Value), stream));
                return 0;
            },
            ct);
    }
}

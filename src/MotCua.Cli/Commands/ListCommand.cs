using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Documents;
using MotCua.Reports;

namespace MotCua.Cli.Commands;

/// <summary>motcua list FIGURE --agency CODE --from … --to …: the records behind one figure (CONTRACT 5).</summary>
internal static class ListCommand
{
    public static Command Create(CliContext context)
    {
        var figure = new Argument<string>("FIGURE") { Description = "Tên chỉ tiêu, ví dụ done.late" };
        var field = new Option<string?>("--field") { Description = "Chỉ một lĩnh vực" };
        var options = new ReportOptions();
        var command = new Command("list", "Danh sách hồ sơ sau một con số") { figure, field };
        options.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var name = parsed.GetRequiredValue(figure);
            var input = new ListFigure.Input(
                Figures.Find(name)?.Name ?? throw new UsageException($"không có chỉ tiêu {name}"),
                parsed.GetRequiredValue(options.Agency),
                ReportOptions.Day(parsed.GetRequiredValue(options.From)),
                ReportOptions.Day(parsed.GetRequiredValue(options.To)),
                ReportOptions.Instant(parsed.GetValue(options.At), context.Clock))
            {
                Basis = ReportOptions.ReadBasis(parsed.GetRequiredValue(options.BasisName)),
                Filter = new FigureFilter { Field = parsed.GetValue(field) },
            };
            return RunAsync(context, input, parsed.GetRequiredValue(options.Format), parsed.GetValue(options.Output), ct);
        });
        return command;
    }

    private static Task<int> RunAsync(CliContext context, ListFigure.Input input, string format, FileInfo? file, CancellationToken ct)
    {
        ReportFiles.CheckFormat(format, file, "json", "xlsx");
        return context.WithDatabaseAsync(
            async (services, stop) =>
            {
                var listed = (await services.GetRequiredService<ListFigure>().RunAsync(input, stop)).OrUsage();
                var content = ReportFiles.Bytes(format == "json"
                    ? stream => ReportJson.Write(stream, input.Figure, listed.Rows)
                    : stream => XlsxWriter.Write(ReportXlsx.Of(listed), stream));
                await ReportFiles.WriteAsync(context, file, content, stop);
                return 0;
            },
            ct);
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Reports;

namespace MotCua.Cli.Commands;

/// <summary>motcua verify ledger|figures: exit 1 when something is wrong, with what and where.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext context) => new("verify", "Kiểm chứng sổ hồ sơ và số liệu")
    {
        Ledger(context),
        Figures(context),
    };

    private static Command Ledger(CliContext context)
    {
        var command = new Command("ledger", "Tính lại chuỗi dấu của mọi hồ sơ và đối chiếu với trạng thái đang lưu");
        command.SetAction((_, ct) => context.WithDatabaseAsync(
            async (services, stop) =>
            {
                var input = new VerifyLedger.Input(count => context.Errors.WriteLine($"Đã kiểm {Vietnamese.Number(count)} hồ sơ"));
                var report = await services.GetRequiredService<VerifyLedger>().RunAsync(input, stop);
                foreach (var finding in report.Findings)
                {
                    await context.Errors.WriteLineAsync($"{(finding.Dossier is { } code ? $"Hồ sơ {code}" : "Sổ hồ sơ")}{(finding.Seq is { } seq ? $", dòng {seq}" : "")}: {finding.Reason}");
                }

                await context.Output.WriteLineAsync(
                    $"Đã kiểm {Vietnamese.Number(report.Dossiers)} hồ sơ, {Vietnamese.Number(report.Lines)} dòng sổ: "
                    + (report.Findings.Count == 0 ? "đúng." : $"{Vietnamese.Number(report.Findings.Count)} chỗ sai."));
                return report.Findings.Count == 0 ? 0 : 1;
            },
            ct));
        return command;
    }

    private static Command Figures(CliContext context)
    {
        var agency = new Option<string?>("--agency") { Description = "Mã đơn vị; không ghi thì lấy mẫu" };
        var from = new Option<string?>("--from") { Description = "Ngày đầu kỳ, yyyy-MM-dd; không ghi thì lấy mẫu" };
        var to = new Option<string?>("--to") { Description = "Ngày cuối kỳ, yyyy-MM-dd" };
        var command = new Command("figures", "Đối chiếu mỗi con số với danh sách của nó, các đẳng thức và tổng các dòng") { agency, from, to };
        command.SetAction((parsed, ct) =>
        {
            var input = new VerifyFigures.Input(
                parsed.GetValue(agency),
                parsed.GetValue(from) is { } first ? ReportOptions.Day(first) : null,
                parsed.GetValue(to) is { } last ? ReportOptions.Day(last) : null,
                context.Errors.WriteLine);
            return context.WithDatabaseAsync(
                async (services, stop) =>
                {
                    var report = await services.GetRequiredService<VerifyFigures>().RunAsync(input, stop);
                    if (!report.Succeeded)
                    {
                        throw new UsageException(report.Error!.Message);
                    }

                    foreach (var wrong in report.Value.Wrong)
                    {
                        await context.Errors.WriteLineAsync($"Sai: {wrong}");
                    }

                    await context.Output.WriteLineAsync($"{Vietnamese.Number(report.Value.Checks)} phép đối chiếu, {Vietnamese.Number(report.Value.Wrong.Count)} sai.");
                    return report.Value.Wrong.Count == 0 ? 0 : 1;
                },
                ct);
        });
        return command;
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Scenes;

namespace MotCua.Cli.Commands;

/// <summary>motcua demo --dossiers N --agencies N --seed N: generated data for measurements, the same for the same seed.</summary>
internal static class DemoCommand
{
    private const int MostDossiers = 20_000_000;
    private const int MostAgencies = 9_999;

    public static Command Create(CliContext context)
    {
        var dossiers = new Option<int>("--dossiers") { Description = "Số hồ sơ", Required = true };
        var agencies = new Option<int>("--agencies") { Description = "Số xã", DefaultValueFactory = _ => 12 };
        var seed = new Option<int>("--seed") { Description = "Số gieo; cùng số thì cùng dữ liệu", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "Sinh dữ liệu giả để đo hiệu năng") { dossiers, agencies, seed };
        command.SetAction((parsed, ct) =>
        {
            var input = new MakeDemo.Input(
                parsed.GetRequiredValue(dossiers), parsed.GetRequiredValue(agencies), parsed.GetRequiredValue(seed), count => context.Errors.WriteLine($"Đã ghi {Vietnamese.Number(count)} hồ sơ"));
            if (input.Dossiers is < 0 or > MostDossiers || input.Agencies is < 1 or > MostAgencies)
            {
                throw new UsageException($"--dossiers từ 0 đến {Vietnamese.Number(MostDossiers)}, --agencies từ 1 đến {Vietnamese.Number(MostAgencies)}");
            }

            return RunAsync(context, input, ct);
        });
        return command;
    }

    private static Task<int> RunAsync(CliContext context, MakeDemo.Input input, CancellationToken ct) => context.WithDatabaseAsync(
        async (services, stop) =>
        {
            var make = ActivatorUtilities.CreateInstance<MakeDemo>(services, ActivatorUtilities.CreateInstance<CuratedLimits>(services));
            if (await make.RunAsync(input, stop) is not { } events)
            {
                await context.Errors.WriteLineAsync($"Dữ liệu giả (tỉnh {MakeDemo.Province}) đã có; xóa cơ sở dữ liệu trước khi sinh lại.");
                return 1;
            }

            await context.Output.WriteLineAsync($"Đã sinh {Vietnamese.Number(input.Dossiers)} hồ sơ, {Vietnamese.Number(events)} sự kiện, {input.Agencies} xã.");
            return 0;
        },
        ct);
}

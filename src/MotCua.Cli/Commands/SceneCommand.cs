using System.CommandLine;
using MotCua.Database;
using MotCua.Foundation;
using MotCua.Scenes;

namespace MotCua.Cli.Commands;

/// <summary>motcua scene NAME: loads a named scene into an empty database (CONTRACT 6).</summary>
internal static class SceneCommand
{
    private static readonly string Names = string.Join(", ", SeedScene.All.Select(s => s.Name).Prepend(WardScene.Name));

    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("NAME") { Description = Names };
        var command = new Command("scene", "Nạp một cảnh mẫu vào cơ sở dữ liệu trống") { name };
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetRequiredValue(name), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string name, CancellationToken ct)
    {
        var seed = SeedScene.Find(name);
        if (seed is null && name != WardScene.Name)
        {
            throw new UsageException($"không có cảnh {name}; các cảnh: {Names}");
        }

        await using var open = await MotCuaDatabase.OpenAsync(context.Database, context.Clock, ct);
        var loaded = seed is null
            ? await WardScene.LoadIfEmptyAsync(open.ConnectionString, context.Clock.GetUtcNow(), ct)
            : await seed.LoadIfEmptyAsync(open.ConnectionString, ct);
        if (loaded is not { } count)
        {
            await context.Errors.WriteLineAsync("Cơ sở dữ liệu đã có đơn vị; cảnh mẫu chỉ nạp vào cơ sở dữ liệu trống.");
            return 1;
        }

        await context.Output.WriteLineAsync($"Đã nạp cảnh {name}: {Vietnamese.Number(count)} hồ sơ{(seed is null ? "" : $", đơn vị {seed.AgencyCode}, từ {seed.From:yyyy-MM-dd} đến {seed.To:yyyy-MM-dd}")}.");
        return 0;
    }
}

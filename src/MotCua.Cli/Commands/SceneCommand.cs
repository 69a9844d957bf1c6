using System.CommandLine;
using MotCua.Database;
using MotCua.Foundation;
using MotCua.Scenes;

namespace MotCua.Cli.Commands;

/// <summary>motcua scene NAME: loads a named scene into an empty database (CONTRACT 6).</summary>
internal static class SceneCommand
{
    public static Command Create(CliContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Tên cảnh: ward" };
        var command = new Command("scene", "Nạp một cảnh mẫu vào cơ sở dữ liệu trống") { name };
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetRequiredValue(name), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string name, CancellationToken ct)
    {
        if (name != WardScene.Name)
        {
            throw new UsageException($"không có cảnh {name}; các cảnh: {WardScene.Name}");
        }

        await using var open = await MotCuaDatabase.OpenAsync(context.Database, context.Clock, ct);
        if (await WardScene.LoadIfEmptyAsync(open.ConnectionString, context.Clock.GetUtcNow(), ct) is not { } count)
        {
            await context.Errors.WriteLineAsync("Cơ sở dữ liệu đã có đơn vị; cảnh mẫu chỉ nạp vào cơ sở dữ liệu trống.");
            return 1;
        }

        await context.Output.WriteLineAsync($"Đã nạp cảnh {name}: {Vietnamese.Number(count)} hồ sơ.");
        return 0;
    }
}

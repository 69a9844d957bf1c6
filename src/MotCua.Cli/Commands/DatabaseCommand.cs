using System.CommandLine;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Database;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Cli.Commands;

/// <summary>motcua database status | open | erase: what an operator asks of the database itself.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CliContext context) => new("database", "Cơ sở dữ liệu: tình trạng, xoá trắng")
    {
        Status(context),
        Open(context),
        Erase(context),
    };

    private static Command Status(CliContext context)
    {
        var command = new Command("status", "Mở cơ sở dữ liệu, nâng cấp nếu cần, cho biết phiên bản và dung lượng (JSON)");
        command.SetAction((_, ct) => context.WithDatabaseAsync(
            async (services, stop) =>
            {
                await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(stop);
                var (version, bytes, migration) = await connection.QuerySingleAsync<(string, long, string)>(
                    """
                    select current_setting('server_version'), pg_database_size(current_database()),
                           (select name from schema_migrations order by number desc limit 1)
                    """);
                var place = context.Database.Server is null ? context.Database.Home : connection.Host;
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(new { place, version, bytes, migration }, JsonColumn.Options));
                return 0;
            },
            ct));
        return command;
    }

    private static Command Open(CliContext context)
    {
        var command = new Command("open", "Giữ cơ sở dữ liệu chạy đến khi bấm Ctrl-C và in chuỗi kết nối, cho psql hay công cụ khác");
        command.SetAction(async (_, ct) =>
        {
            await using var open = await MotCuaDatabase.OpenAsync(context.Database, context.Clock, ct);
            await context.Output.WriteLineAsync(open.ConnectionString);
            await context.Output.FlushAsync(ct);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C is how this command ends.
            }

            return 0;
        });
        return command;
    }

    private static Command Erase(CliContext context)
    {
        var sure = new Option<bool>("--yes") { Description = "Xác nhận xoá toàn bộ dữ liệu trong MOTCUA_HOME", Required = true };
        var command = new Command("erase", "Dừng cơ sở dữ liệu riêng và xoá sạch thư mục dữ liệu") { sure };
        command.SetAction(async (_, ct) =>
        {
            if (context.Database.Server is not null)
            {
                throw new UsageException("MOTCUA_DATABASE đang trỏ tới một máy chủ; lệnh này chỉ xoá cơ sở dữ liệu riêng.");
            }

            await PrivateCluster.EraseAsync(context.Database, ct);
            return 0;
        });
        return command;
    }
}

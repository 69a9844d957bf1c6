using System.CommandLine;
using MotCua.Cli.Commands;
using MotCua.Database;

namespace MotCua.Cli;

/// <summary>The table of contents of ./motcua: one line a command, each in its own file under Commands/.</summary>
public static class CommandLine
{
    private const int WrongData = 1;
    private const int WrongUsage = 2;

    public static RootCommand Create(CliContext context) => new("Một Cửa: hệ thống một cửa điện tử và cải cách hành chính")
    {
        ImportCommand.Create(context),
        AccountCommand.Create(context),
        ClockCommand.Create(context),
        ReportCommand.Create(context),
        ListCommand.Create(context),
        SceneCommand.Create(context),
        DemoCommand.Create(context),
        VerifyCommand.Create(context),
        DatabaseCommand.Create(context),
    };

    /// <summary>0 done, 1 the data are wrong, 2 wrong usage.</summary>
    public static async Task<int> RunAsync(string[] args, CliContext context)
    {
        var parsed = Create(context).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await context.Errors.WriteLineAsync($"Sai cách dùng: {error.Message}");
            }

            await context.Errors.WriteLineAsync("Xem cách dùng: ./motcua --help");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = context.Output,
                Error = context.Errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            });
        }
        catch (UsageException e)
        {
            await context.Errors.WriteLineAsync($"Sai cách dùng: {e.Message}");
            return WrongUsage;
        }
        catch (Exception e)
        {
            await context.Errors.WriteLineAsync(e switch
            {
                DatabaseException => e.Message,
                OperationCanceledException => "Đã dừng giữa chừng; không có gì được ghi.",
                _ => $"Lỗi của chương trình: {e}",
            });
            return WrongData;
        }
    }
}

/// <summary>The command was called wrongly in a way that only its work could find out: exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);

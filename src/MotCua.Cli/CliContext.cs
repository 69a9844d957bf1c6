using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Database;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Cli;

/// <summary>What every command stands on: the clock, the two streams and, when asked for, the open database.</summary>
/// <param name="clock">The system's, or a test's.</param>
/// <param name="output">Results, JSON included.</param>
/// <param name="errors">Progress and problems.</param>
/// <param name="database">Where the data are.</param>
public sealed class CliContext(TimeProvider clock, TextWriter output, TextWriter errors, DatabaseOptions database)
{
    public TimeProvider Clock { get; } = clock;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    public DatabaseOptions Database { get; } = database;

    /// <summary>Opens the database (starting the private cluster when it must), gives the services of all modules, and closes it again.</summary>
    public async Task<int> WithDatabaseAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        await using var open = await MotCuaDatabase.OpenAsync(Database, Clock, ct);
        await using var services = new ServiceCollection().AddLogging().AddMotCua(Patient(open.ConnectionString), Clock).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider, ct);
    }

    // Somebody waits at the terminal and may press Ctrl-C: the checks at the end of a big import take longer than a page may.
    private static string Patient(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ConnectionString;

    /// <summary>
    /// Runs one import: opens file and database, prints what <paramref name="import"/> found wrong (exit 1) or its closing sentence (exit 0).
    /// The import writes nothing when it found problems or <see cref="ImportJob.DryRun"/> is set.
    /// </summary>
    public async Task<int> ImportAsync(FileInfo file, bool dryRun, Func<ImportJob, CancellationToken, Task<string>> import, CancellationToken ct)
    {
        await using var stream = Open(file);
        return await WithDatabaseAsync(
            async (services, stop) =>
            {
                var problems = new ImportProblems(file.ToString());
                var done = await import(new ImportJob(file, stream, problems, dryRun, services), stop);
                if (problems.Any)
                {
                    problems.WriteTo(Errors);
                    return 1;
                }

                await Output.WriteLineAsync(dryRun ? $"{done} (chỉ kiểm tra, chưa ghi)" : done);
                return 0;
            },
            ct);
    }

    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"không đọc được tệp {file}: {e.Message}");
        }
    }

    /// <summary>An import command with FILE and --dry-run.</summary>
    public Command ImportCommand(string name, string description, Func<ImportJob, CancellationToken, Task<string>> import)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Tệp cần nạp" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ kiểm tra, không ghi" };
        var command = new Command(name, description) { file, dryRun };
        command.SetAction((parsed, ct) => ImportAsync(parsed.GetRequiredValue(file), parsed.GetValue(dryRun), import, ct));
        return command;
    }
}

/// <summary>One import at work. <see cref="Problems"/> collects bad lines; nothing may be written once it holds any.</summary>
public sealed record ImportJob(FileInfo File, Stream Stream, ImportProblems Problems, bool DryRun, IServiceProvider Services);

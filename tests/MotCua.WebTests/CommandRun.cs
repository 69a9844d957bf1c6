using MotCua.Cli;
using MotCua.Database;
using MotCua.TestKit;

namespace MotCua.WebTests;

/// <summary>Runs ./motcua commands against a test's database, as a person at a terminal would, with files in a folder of its own.</summary>
public sealed class CommandRun(FreshDatabase database) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-command-").FullName;

    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<CommandAnswer> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var options = new DatabaseOptions { Home = Path.Combine(folder, "home"), Server = database.ConnectionString };
        var code = await CommandLine.RunAsync(args, new CliContext(database.Clock, output, errors, options));
        return new CommandAnswer(code, output.ToString(), errors.ToString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

public sealed record CommandAnswer(int Code, string Output, string Errors)
{
    /// <summary>The line numbers that an import found wrong.</summary>
    public IReadOnlyList<int> BadLines =>
    [
        .. Errors.Split('\n').Select(l => l.Split(':')).Where(p => p.Length > 2 && int.TryParse(p[1], out _)).Select(p => int.Parse(p[1])),
    ];
}

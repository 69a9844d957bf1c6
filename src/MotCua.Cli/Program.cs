using System.Text;
using MotCua.Database;
using MotCua.Foundation;

namespace MotCua.Cli;

public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        Cultures.SetInvariant();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        await using var errors = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        return await CommandLine.RunAsync(args, new CliContext(TimeProvider.System, output, errors, DatabaseOptions.FromEnvironment()));
    }
}

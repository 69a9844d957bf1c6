namespace MotCua.Cli.Commands;

/// <summary>Where a report goes: the file of -o, or standard output for JSON. A file is complete or not there.</summary>
internal static class ReportFiles
{
    public static async Task WriteAsync(CliContext context, FileInfo? file, Action<Stream> writeJson)
    {
        using var memory = new MemoryStream();
        writeJson(memory);
        if (file is null)
        {
            await context.Output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
            return;
        }

        var half = $"{file.FullName}.part";
        await File.WriteAllBytesAsync(half, memory.ToArray());
        File.Move(half, file.FullName, overwrite: true);
    }
}

namespace MotCua.Cli.Commands;

/// <summary>Where a report goes: the file of -o, or standard output for JSON. A file is complete or not there.</summary>
internal static class ReportFiles
{
    public static async Task WriteAsync(CliContext context, FileInfo? file, bool json, Action<Stream> writeJson, Action<Stream> writeXlsx)
    {
        if (file is null && !json)
        {
            throw new UsageException("ghi tệp xlsx cần -o TỆP");
        }

        using var memory = new MemoryStream();
        (json ? writeJson : writeXlsx)(memory);
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

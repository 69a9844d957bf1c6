using MotCua.Foundation;

namespace MotCua.Cli.Commands;

/// <summary>Where a report goes: the file of -o, or standard output for JSON. A file is complete or not there.</summary>
internal static class ReportFiles
{
    /// <summary>Before any work is done: a known format, and a file for what is no text.</summary>
    public static void CheckFormat(string format, FileInfo? file, params string[] known)
    {
        if (!known.Contains(format, StringComparer.Ordinal))
        {
            throw new UsageException($"--format là {string.Join(", ", known)}, không phải {format}");
        }

        if (file is null && format != "json")
        {
            throw new UsageException($"ghi tệp {format} cần -o TỆP");
        }

        if (file is { Directory.Exists: false })
        {
            throw new UsageException($"không có thư mục {file.Directory?.FullName} để ghi -o");
        }

        if (file is not null && Directory.Exists(file.FullName))
        {
            throw new UsageException($"-o là một tệp, không phải thư mục {file.FullName}");
        }
    }

    public static async Task WriteAsync(CliContext context, FileInfo? file, byte[] content, CancellationToken ct)
    {
        if (file is null)
        {
            await context.Output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(content));
            return;
        }

        var half = $"{file.FullName}.part";
        try
        {
            await File.WriteAllBytesAsync(half, content, ct);
            File.Move(half, file.FullName, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(half);
            throw new UsageException($"không ghi được {file.FullName}: {e.Message}");
        }
    }

    public static byte[] Bytes(Action<Stream> write)
    {
        using var memory = new MemoryStream();
        write(memory);
        return memory.ToArray();
    }

    /// <summary>What a report cannot be made of is wrong usage: a period that ends before it begins, an agency that is not there.</summary>
    public static T OrUsage<T>(this Result<T> result) => result.Succeeded ? result.Value : throw new UsageException(result.Error!.Message);
}

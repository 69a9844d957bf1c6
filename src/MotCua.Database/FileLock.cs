using System.Diagnostics;

namespace MotCua.Database;

/// <summary>Advisory locks that the system gives back by itself when their holder dies, even by kill -9.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<FileStream> ExclusiveAsync(string path, CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (TryExclusive(path) is { } held)
            {
                return held;
            }

            if (since.Elapsed > Patience)
            {
                throw DatabaseErrors.Busy(path);
            }

            await Task.Delay(20, ct);
        }
    }

    public static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    public static FileStream Shared(string path)
    {
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
            // Makes the file when it is not there yet.
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }
}

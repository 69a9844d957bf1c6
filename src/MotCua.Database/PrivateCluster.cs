namespace MotCua.Database;

/// <summary>
/// A PostgreSQL of our own under MOTCUA_HOME, so that a commune needs no database administrator. Programs share it:
/// the first one in starts it, the last one out stops it. When all were killed it runs on, and the next one in takes it over.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private readonly ClusterFolder folder;
    private FileStream? use;

    private PrivateCluster(ClusterFolder folder, FileStream use, string connectionString, bool started)
    {
        this.folder = folder;
        this.use = use;
        ConnectionString = connectionString;
        Started = started;
    }

    public string ConnectionString { get; }

    /// <summary>False when the cluster was already running.</summary>
    public bool Started { get; }

    /// <exception cref="DatabaseException">A person must act; the message says how.</exception>
    public static async Task<PrivateCluster> StartAsync(DatabaseOptions options, CancellationToken ct)
    {
        var folder = ClusterFolder.Open(options.Home);
        FileStream? use = null;
        try
        {
            await using var starting = await FileLock.ExclusiveAsync(folder.StartLock, ct);
            use = FileLock.Shared(folder.UsersLock);
            var (connectionString, started) = await new ClusterServer(folder, options).EnsureRunningAsync(ct);
            return new PrivateCluster(folder, use, connectionString, started);
        }
        catch (Exception e)
        {
            if (use is not null)
            {
                await use.DisposeAsync();
            }

            if (e is UnauthorizedAccessException)
            {
                throw DatabaseErrors.NotWritable(folder.Home, e);
            }

            throw;
        }
    }

    /// <summary>True when the home holds a cluster, running or not; asking does not make or start one.</summary>
    public static bool Exists(DatabaseOptions options) => File.Exists(Path.Combine(options.Home, "database", "PG_VERSION"));

    /// <summary>Stops a cluster that killed programs left behind and empties the home. For a fresh start.</summary>
    /// <exception cref="DatabaseException">Another program uses the data, or the folder is not ours.</exception>
    public static async Task EraseAsync(DatabaseOptions options, CancellationToken ct)
    {
        if (!Directory.Exists(options.Home) || !Directory.EnumerateFileSystemEntries(options.Home).Any())
        {
            return;
        }

        var folder = ClusterFolder.Open(options.Home);
        await using var stopping = await FileLock.ExclusiveAsync(folder.StartLock, ct);
        await using var alone = FileLock.TryExclusive(folder.UsersLock) ?? throw DatabaseErrors.InUse(folder.Home);
        await ClusterServer.StopAsync(folder);
        folder.Empty();
    }

    /// <summary>Stops the cluster when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref use, null) is not { } mine)
        {
            return;
        }

        await using var stopping = await FileLock.ExclusiveAsync(folder.StartLock, CancellationToken.None);
        await mine.DisposeAsync();
        await using var alone = FileLock.TryExclusive(folder.UsersLock);
        if (alone is not null)
        {
            await ClusterServer.StopAsync(folder);
        }
    }
}

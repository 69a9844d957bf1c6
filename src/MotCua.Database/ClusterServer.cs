using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MotCua.Database;

/// <summary>Makes, starts and stops the server process of a private cluster. Its callers hold the start lock.</summary>
internal sealed class ClusterServer(ClusterFolder folder, DatabaseOptions options)
{
    private const string Role = "motcua";
    private const string DatabaseName = "motcua";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly PostgresAccount account = PostgresAccount.For(folder.Home);

    /// <summary>A small machine shared with the web server; sessions over loopback only, each with the password.</summary>
    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=150", "shared_buffers=192MB", "work_mem=16MB",
        "maintenance_work_mem=128MB", "effective_cache_size=1GB", "random_page_cost=1.1", "jit=off", "max_wal_size=1GB",
        "checkpoint_timeout=15min", "wal_compression=on", "log_checkpoints=off", "log_timezone=UTC",
    ];

    private static readonly string[] UnsafeSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

    /// <summary>True when this call started the server, false when it was running already.</summary>
    public async Task<(string ConnectionString, bool Started)> EnsureRunningAsync(CancellationToken ct)
    {
        var major = folder.DataMajor();
        if (major is null)
        {
            await CreateAsync(PostgresBinaries.Find(options, folder.Data, null), ct);
            major = folder.DataMajor();
        }

        var access = folder.LoadAccess();
        var running = folder.Running();
        access = running is { } server
            ? access with { Port = server.Port }
            : await StartAsync(PostgresBinaries.Find(options, folder.Data, major), access, ct);
        var connectionString = ConnectionTo(access, DatabaseName);
        await EnsureDatabaseAsync(access, connectionString, ct);
        return (connectionString, running is null);
    }

    /// <summary>Ends the server cleanly and waits until it is gone.</summary>
    public static async Task StopAsync(ClusterFolder folder)
    {
        if (folder.Running() is not { } server)
        {
            return;
        }

        PostgresAccount.Interrupt(server.Pid);
        var since = Stopwatch.StartNew();
        while (folder.IsServer(server.Pid) && since.Elapsed < Patience)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>initdb works in a folder beside; a half-made cluster of a killed program is thrown away.</summary>
    private async Task CreateAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        if (Directory.Exists(folder.NewData))
        {
            Directory.Delete(folder.NewData, recursive: true);
        }

        Directory.CreateDirectory(folder.NewData, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var access = folder.NewAccess();
        var passwordFile = Path.Combine(folder.Home, "database.password");
        await File.WriteAllTextAsync(passwordFile, access.Password, ct);
        File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        account.Give(passwordFile);
        account.Give(folder.NewData);
        List<string> command =
        [
            binaries.InitDb, "-D", folder.NewData, "--username", Role, "--pwfile", passwordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C.UTF-8",
        ];
        if (options.Unsafe)
        {
            command.Add("--no-sync");
        }

        var (exitCode, output) = await account.RunAsync(command, ct);
        File.Delete(passwordFile);
        if (exitCode != 0)
        {
            throw DatabaseErrors.DoesNotStart(folder.NewData, output.Trim());
        }

        if (Directory.Exists(folder.Data))
        {
            Directory.Delete(folder.Data);
        }

        Directory.Move(folder.NewData, folder.Data);
    }

    private async Task<ClusterAccess> StartAsync(PostgresBinaries binaries, ClusterAccess access, CancellationToken ct)
    {
        var port = access.Port != 0 && IsFree(access.Port) ? access.Port : FreePort();
        var settings = string.Join(' ', (options.Unsafe ? [.. Settings, .. UnsafeSettings] : Settings).Append($"port={port}").Select(s => $"-c {s}"));
        ForgetOldLog();
        for (var attempt = 1; ; attempt++)
        {
            var (exitCode, _) = await account.RunAsync(
                [binaries.PgCtl, "start", "-D", folder.Data, "-l", folder.Log, "-w", "-t", "90", "-o", settings], ct);
            if (exitCode == 0)
            {
                break;
            }

            var lastWords = folder.LastWords();
            var again = lastWords.Contains("Address already in use", StringComparison.Ordinal)
                || lastWords.Contains("pre-existing shared memory block", StringComparison.Ordinal);
            if (!again || attempt == 5)
            {
                throw DatabaseErrors.DoesNotStart(folder.Log, lastWords);
            }

            // Somebody took the port in this very moment, or the sessions of a killed server are still ending.
            await Task.Delay(500 * attempt, ct);
            settings = settings.Replace($"port={port}", $"port={port = FreePort()}", StringComparison.Ordinal);
        }

        if (port != access.Port)
        {
            access = access with { Port = port };
            folder.Save(access);
        }

        return access;
    }

    private static async Task EnsureDatabaseAsync(ClusterAccess access, string connectionString, CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                await using var connection = new NpgsqlConnection(ConnectionTo(access, "postgres"));
                await connection.OpenAsync(ct);
                await using var create = new NpgsqlCommand($"create database {DatabaseName}", connection);
                await create.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow && since.Elapsed < Patience)
            {
                await Task.Delay(50, ct);
            }
            catch (NpgsqlException e)
            {
                throw DatabaseErrors.CannotConnect($"127.0.0.1:{access.Port}", e);
            }
        }
    }

    private void ForgetOldLog()
    {
        if (new FileInfo(folder.Log) is { Exists: true, Length: > 10_000_000 })
        {
            File.Move(folder.Log, folder.Log + ".old", overwrite: true);
        }
    }

    private static string ConnectionTo(ClusterAccess access, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = access.Port,
        Username = Role,
        Password = access.Password,
        Database = database,
        Timezone = "Asia/Ho_Chi_Minh",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        ApplicationName = "motcua",
    }.ConnectionString;

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

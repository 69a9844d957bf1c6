using Npgsql;

namespace MotCua.Database;

/// <summary>The database, started if it is private and migrated to the schema of this program. Hold it as long as the program runs.</summary>
public sealed class MotCuaDatabase : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;
    private readonly Lazy<NpgsqlDataSource> dataSource;

    private MotCuaDatabase(string connectionString, PrivateCluster? cluster, int migrated)
    {
        ConnectionString = connectionString;
        Migrated = migrated;
        this.cluster = cluster;
        dataSource = new Lazy<NpgsqlDataSource>(() => NpgsqlDataSource.Create(connectionString));
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource => dataSource.Value;

    /// <summary>How many steps of the schema were applied by this opening.</summary>
    public int Migrated { get; }

    /// <exception cref="DatabaseException">A person must act; the message says how.</exception>
    public static async Task<MotCuaDatabase> OpenAsync(DatabaseOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (options.Server is { } server && !string.IsNullOrWhiteSpace(server))
        {
            return new MotCuaDatabase(WithOurZone(server), null, await MigrateAsync(WithOurZone(server), clock, ct));
        }

        var cluster = await PrivateCluster.StartAsync(options, ct);
        try
        {
            return new MotCuaDatabase(cluster.ConnectionString, cluster, await MigrateAsync(cluster.ConnectionString, clock, ct));
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (dataSource.IsValueCreated)
        {
            await dataSource.Value.DisposeAsync();
        }

        if (cluster is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await cluster.DisposeAsync();
        }
    }

    private static async Task<int> MigrateAsync(string connectionString, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            return await new Migrator(connectionString, clock).RunAsync(ct);
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException && e is not PostgresException { SqlState: "57014" })
        {
            throw DatabaseErrors.CannotConnect(new NpgsqlConnectionStringBuilder(connectionString).Host ?? "", e);
        }
    }

    /// <summary>Casts of instants to days in plain SQL must give the day in Vietnam.</summary>
    private static string WithOurZone(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "Asia/Ho_Chi_Minh" }.ConnectionString;
        }
        catch (ArgumentException e)
        {
            throw DatabaseErrors.CannotConnect("MOTCUA_DATABASE", e);
        }
    }
}

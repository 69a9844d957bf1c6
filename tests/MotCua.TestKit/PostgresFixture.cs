using Microsoft.Extensions.DependencyInjection;
using MotCua.Database;
using MotCua.Foundation;
using Npgsql;
using Xunit;

namespace MotCua.TestKit;

/// <summary>
/// One real PostgreSQL a test run, in a temporary folder, with a migrated template from which every test class
/// gets its own database in a few milliseconds. Register it once: [assembly: AssemblyFixture(typeof(PostgresFixture))].
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Prefix = "motcua-test-";

    private readonly DatabaseOptions options = new()
    {
        Home = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{Ids.New().ToString("N")[^6..]}"),
        Unsafe = true,
    };

    private PrivateCluster? cluster;
    private int made;

    /// <summary>The server's own database, for tests that look at the server rather than at our tables.</summary>
    public string ServerConnectionString => cluster?.ConnectionString ?? throw new InvalidOperationException("PostgreSQL is not started.");

    public async ValueTask InitializeAsync()
    {
        await SweepAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAsync().AsTask().GetAwaiter().GetResult();
        cluster = await PrivateCluster.StartAsync(options, CancellationToken.None);
        await ExecuteAsync("create database template_motcua");
        await new Migrator(To("template_motcua"), new FakeClock("01/01/2026 00:00")).RunAsync(CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync("alter database template_motcua with is_template true allow_connections false");
    }

    /// <summary>A migrated, empty database of one's own.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref made)}";
        await ExecuteAsync($"create database {name} template template_motcua");
        return To(name);
    }

    /// <summary>A database without any table.</summary>
    public async Task<string> NewEmptyDatabaseAsync()
    {
        var name = $"empty_{Interlocked.Increment(ref made)}";
        await ExecuteAsync($"create database {name}");
        return To(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref cluster, null) is { } running)
        {
            NpgsqlConnection.ClearAllPools();
            await running.DisposeAsync();
            await PrivateCluster.EraseAsync(options, CancellationToken.None);
            Directory.Delete(options.Home, recursive: true);
        }
    }

    /// <summary>Ends and removes what test runs left behind that were killed.</summary>
    private static async Task SweepAsync()
    {
        foreach (var home in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                await PrivateCluster.EraseAsync(new DatabaseOptions { Home = home }, CancellationToken.None);
                Directory.Delete(home, recursive: true);
            }
            catch (Exception e) when (e is DatabaseException or IOException or UnauthorizedAccessException)
            {
                // Another run is using it.
            }
        }
    }

    private string To(string database) =>
        new NpgsqlConnectionStringBuilder(ServerConnectionString) { Database = database, MaxPoolSize = 30, ConnectionIdleLifetime = 10 }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ServerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>
/// A database for one test class (IClassFixture&lt;FreshDatabase&gt;) with the services of all modules and a clock that stands
/// on Friday 20/11/2026 09:42 until the test moves it.
/// </summary>
public sealed class FreshDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider? services;

    public FakeClock Clock { get; } = new("20/11/2026 09:42");

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => services ?? throw new InvalidOperationException("The database is not there yet.");

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.NewDatabaseAsync();
        services = new ServiceCollection().AddLogging().AddMotCua(ConnectionString, Clock).BuildServiceProvider();
    }

    /// <summary>Runs one unit of work as a request would: in its own scope.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async provider =>
    {
        await work(provider);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }
    }
}

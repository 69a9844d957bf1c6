using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MotCua.Database;
using MotCua.Foundation;
using MotCua.TestKit;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Database;

public sealed class PrivateClusterTests : IAsyncLifetime
{
    private static readonly FakeClock Clock = new("20/11/2026 09:42");

    /// <summary>A closed folder, as mktemp -d makes it: the server's account must reach the home inside all the same.</summary>
    private readonly string closed = Directory.CreateDirectory(
        Path.Combine(Path.GetTempPath(), $"motcua-closed-{Ids.New().ToString("N")[^8..]}"),
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    private DatabaseOptions Options => new() { Home = Path.Combine(closed, "home with space"), Unsafe = true };

    private string Data => Path.Combine(Options.Home, "database");

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(Options.Home, "motcua-home.txt")))
        {
            await PrivateCluster.EraseAsync(Options, CancellationToken.None);
        }

        Directory.Delete(closed, recursive: true);
    }

    [Fact]
    public async Task The_first_program_in_starts_it_and_the_last_one_out_stops_it()
    {
        var first = await Start();
        var second = await Start();
        first.Started.ShouldBeTrue();
        second.Started.ShouldBeFalse();
        second.ConnectionString.ShouldBe(first.ConnectionString);

        await first.DisposeAsync();
        await Answer(second, "select 1");

        NpgsqlConnection.ClearAllPools();
        await second.DisposeAsync();
        File.Exists(PidFile).ShouldBeFalse();
        await Should.ThrowAsync<NpgsqlException>(() => Answer(second, "select 1"));
    }

    [Fact]
    public async Task Programs_that_start_at_the_same_time_share_one_cluster()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Start()));

        all.Count(c => c.Started).ShouldBe(1);
        all.Select(c => c.ConnectionString).Distinct().Count().ShouldBe(1);
        foreach (var cluster in all)
        {
            await cluster.DisposeAsync();
        }

        File.Exists(PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_who_knows_the_password_gets_in_and_only_the_owner_can_read_it()
    {
        await using var cluster = await Start();
        var stranger = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guess", Pooling = false }.ConnectionString;

        await Should.ThrowAsync<PostgresException>(async () => await new NpgsqlConnection(stranger).OpenAsync());

        File.GetUnixFileMode(Path.Combine(Options.Home, "database.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await Answer(cluster, "select current_setting('listen_addresses')")).ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task After_kill_9_of_the_program_the_next_start_takes_the_running_cluster_over_and_stops_it()
    {
        using (var program = await HoldOpenInAnotherProgram())
        {
            program.Kill();
            await program.WaitForExitAsync();
        }

        var next = await Start();

        next.Started.ShouldBeFalse();
        await Answer(next, "select count(*) from schema_migrations");
        NpgsqlConnection.ClearAllPools();
        await next.DisposeAsync();
        File.Exists(PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task After_kill_9_of_the_server_too_the_next_start_recovers_what_was_committed()
    {
        var safe = Options with { Unsafe = false };
        await using (var cluster = await PrivateCluster.StartAsync(safe, CancellationToken.None))
        {
            await Answer(cluster, "create table t as select 42 as answer; select 1");
            NpgsqlConnection.ClearAllPools();
            var server = Process.GetProcessById(int.Parse(File.ReadLines(PidFile).First()));
            server.Kill();
            await server.WaitForExitAsync();
        }

        await using var next = await PrivateCluster.StartAsync(safe, CancellationToken.None);

        next.Started.ShouldBeTrue();
        (await Answer(next, "select answer from t")).ShouldBe("42");
    }

    [Fact]
    public async Task A_pid_file_that_names_another_living_process_is_no_hindrance()
    {
        await using (var cluster = await Start())
        {
            cluster.Started.ShouldBeTrue();
        }

        File.WriteAllLines(PidFile, [$"{Environment.ProcessId}", Data, "1", "5432", "", "127.0.0.1", "", "ready"]);

        await using var next = await Start();
        next.Started.ShouldBeTrue();
    }

    [Fact]
    public async Task When_its_port_is_taken_it_moves_to_another_one_and_remembers_it()
    {
        string before;
        await using (var cluster = await Start())
        {
            before = cluster.ConnectionString;
        }

        var port = new NpgsqlConnectionStringBuilder(before).Port;
        string moved;
        using (var other = new TcpListener(IPAddress.Loopback, port))
        {
            other.Start();
            await using var cluster = await Start();
            moved = cluster.ConnectionString;
            moved.ShouldNotBe(before);
            await Answer(cluster, "select 1");
            NpgsqlConnection.ClearAllPools();
        }

        await using var again = await Start();
        again.ConnectionString.ShouldBe(moved);
    }

    [Fact]
    public async Task A_creation_that_was_cut_short_is_begun_anew()
    {
        Directory.CreateDirectory(Path.Combine(Options.Home, "database.new", "base"));

        await using var cluster = await Start();

        cluster.Started.ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "thesis.docx"), "mine");

        (await Refusal(Options)).ShouldBe("database.not-a-cluster");

        File.ReadAllText(Path.Combine(Data, "thesis.docx")).ShouldBe("mine");
    }

    [Fact]
    public async Task A_home_that_cannot_be_made_or_used_is_named_in_the_message()
    {
        var file = Path.Combine(closed, "file");
        File.WriteAllText(file, "");

        (await Refusal(Options with { Home = file })).ShouldBe("database.not-writable");
        (await Refusal(Options with { Home = "/proc/motcua" })).ShouldBe("database.not-writable");
        (await Refusal(Options with { Home = Path.Combine(closed, "a\"b") })).ShouldBe("database.odd-path");
    }

    [Fact]
    public async Task Without_binaries_the_message_says_what_to_install()
    {
        var refusal = await Should.ThrowAsync<DatabaseException>(() => PrivateCluster.StartAsync(Options with { Binaries = closed }, CancellationToken.None));

        refusal.Code.ShouldBe("database.binaries-missing");
        refusal.Message.ShouldContain("apt-get install postgresql");
    }

    [Fact]
    public async Task Data_of_another_PostgreSQL_are_not_touched()
    {
        await using (await Start())
        {
            // Only made and stopped.
        }

        File.WriteAllText(Path.Combine(Data, "PG_VERSION"), "99\n");

        var refusal = await Should.ThrowAsync<DatabaseException>(Start);
        refusal.Code.ShouldBe("database.other-postgresql");
        refusal.Message.ShouldContain("postgresql-99");
    }

    [Fact]
    public async Task A_lost_password_file_is_said_plainly()
    {
        await using (await Start())
        {
            // Only made and stopped.
        }

        File.Delete(Path.Combine(Options.Home, "database.json"));

        (await Refusal(Options)).ShouldBe("database.password-lost");
    }

    [Fact]
    public async Task Data_of_a_newer_program_are_refused_and_the_cluster_is_stopped_again()
    {
        await using (var open = await MotCuaDatabase.OpenAsync(Options, Clock, CancellationToken.None))
        {
            open.Migrated.ShouldBe(Migration.All.Count);
            await using var insert = open.DataSource.CreateCommand("insert into schema_migrations values (9999, '9999-future', 'x', now())");
            await insert.ExecuteNonQueryAsync();
        }

        var refusal = await Should.ThrowAsync<DatabaseException>(() => MotCuaDatabase.OpenAsync(Options, Clock, CancellationToken.None));

        refusal.Code.ShouldBe("database.newer-schema");
        File.Exists(PidFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Erasing_is_refused_while_in_use_and_in_a_folder_that_is_not_ours()
    {
        await using (await Start())
        {
            (await Should.ThrowAsync<DatabaseException>(() => PrivateCluster.EraseAsync(Options, CancellationToken.None))).Code.ShouldBe("database.in-use");
        }

        await PrivateCluster.EraseAsync(Options, CancellationToken.None);
        Directory.Exists(Data).ShouldBeFalse();

        var stranger = Directory.CreateDirectory(Path.Combine(closed, "photos")).FullName;
        File.WriteAllText(Path.Combine(stranger, "a.jpg"), "x");
        (await Should.ThrowAsync<DatabaseException>(() => PrivateCluster.EraseAsync(Options with { Home = stranger }, CancellationToken.None)))
            .Code.ShouldBe("database.not-ours");
        File.Exists(Path.Combine(stranger, "a.jpg")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        var nowhere = Options with { Server = "Host=127.0.0.1;Port=1;Username=a;Password=b;Database=c;Timeout=2" };

        (await Should.ThrowAsync<DatabaseException>(() => MotCuaDatabase.OpenAsync(nowhere, Clock, CancellationToken.None)))
            .Code.ShouldBe("database.cannot-connect");
        (await Should.ThrowAsync<DatabaseException>(() => MotCuaDatabase.OpenAsync(Options with { Server = "nonsense" }, Clock, CancellationToken.None)))
            .Code.ShouldBe("database.cannot-connect");
    }

    private async Task<Process> HoldOpenInAnotherProgram()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "motcua.dll"), "database", "open"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["MOTCUA_HOME"] = Options.Home, ["MOTCUA_DATABASE"] = "" },
        };
        var program = Process.Start(start)!;
        (await program.StandardOutput.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith("Host=127.0.0.1");
        return program;
    }

    private Task<PrivateCluster> Start() => PrivateCluster.StartAsync(Options, CancellationToken.None);

    private static async Task<string> Refusal(DatabaseOptions options) =>
        (await Should.ThrowAsync<DatabaseException>(() => PrivateCluster.StartAsync(options, CancellationToken.None))).Code;

    private static async Task<string> Answer(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}

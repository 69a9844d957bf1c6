using System.Diagnostics;
using Dapper;
using MotCua.Cli;
using MotCua.Database;
using MotCua.TestKit;
using Npgsql;
using Shouldly;
using Xunit;
using static MotCua.WebTests.Dossiers.LedgerOffice;

namespace MotCua.WebTests.Dossiers;

/// <summary>A ledger is loaded while others load one, change the calendar, or work at the desk.</summary>
public sealed class ImportAtWorkTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
{
    // More than one batch, so that lines are on their way to the database while the file is still read.
    private const int Many = 10_500;

    private readonly CommandRun command = new(database);

    private LedgerOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        office = new LedgerOffice(database, command);
        await office.OpenAsync();
    }

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_imports_of_the_same_lines_at_once_load_them_once()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 500).Select(n => Received($"T-{n}")));
        var files = new[] { "one", "two" }.Select(name => command.Write(name, lines)).ToList();

        var answers = await Task.WhenAll(files.Select(f => command.RunAsync("import", "ledger", f)));

        answers.ShouldAllBe(a => a.Code == 0);
        answers.Select(a => a.Output.Contains("500 sự kiện mới", StringComparison.Ordinal) ? "new" : a.Output.Contains("500 dòng đã có", StringComparison.Ordinal) ? "known" : a.Output)
            .Order(StringComparer.Ordinal).ShouldBe(["known", "new"]);
        (await office.AskAsync<int>("select count(*)::int from dossiers where code like 'T-%'")).ShouldBe(500);
    }

    [Fact]
    public async Task The_calendar_it_began_with_holds_to_its_end_and_desks_go_on_working()
    {
        (await office.ImportAsync(Received("DESK-1"))).Errors.ShouldBeEmpty();
        var pipe = command.Write("pipe", "");
        File.Delete(pipe);
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var newDay = command.Write("calendar.csv", "date,name,kind,confidence\n2026-05-07,Nghỉ bão,public,sure\n");
        Task<CommandAnswer> calendar;

        // Opening either end of a pipe waits for the other end, so each has a thread of its own.
        var import = Task.Run(() => command.RunAsync("import", "ledger", pipe), TestContext.Current.CancellationToken);
        var end = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await using (var writer = new StreamWriter(end))
        {
            for (var n = 1; n <= Many; n++)
            {
                await writer.WriteLineAsync(Received($"P-{n}"));
            }

            await writer.FlushAsync(TestContext.Current.CancellationToken);
            while (!import.IsCompleted && !await office.AskAsync<bool>("select exists (select 1 from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and objid = (hashtext('ledger')::bigint & 4294967295)::oid and granted)"))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            calendar = Task.Run(() => command.RunAsync("import", "calendar", newDay), TestContext.Current.CancellationToken);
            await WorkAtTheDeskAsync();
            calendar.IsCompleted.ShouldBeFalse("who changes the calendar waits for the import to end");
            await writer.WriteLineAsync(Received("P-LAST"));
        }

        (await import).Errors.ShouldBeEmpty();
        (await calendar).Errors.ShouldBeEmpty();
        (await office.AskAsync<string>("select string_agg(distinct due_day::text, ' ') from dossiers where code in ('P-1', 'P-LAST')")).ShouldBe("2026-05-08");
        (await office.ImportAsync(Received("AFTER-1"))).Errors.ShouldBeEmpty();
        (await office.AskAsync<string>("select due_day::text from dossiers where code = 'AFTER-1'")).ShouldBe("2026-05-11");
    }

    [Fact]
    public async Task A_big_import_whose_last_checks_take_long_is_not_cut_off()
    {
        await office.AskAsync<int>(
            """
            create function slow_check() returns trigger language plpgsql as $$ begin perform pg_sleep(7); return null; end $$;
            create constraint trigger slow_check after insert on dossiers deferrable initially deferred for each row when (new.code = 'SLOW-1') execute function slow_check();
            select 1
            """);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var impatient = new DatabaseOptions { Home = Path.GetTempPath(), Server = database.ConnectionString + ";Command Timeout=5" };

        var code = await CommandLine.RunAsync(["import", "ledger", command.Write("slow", Received("SLOW-1"))], new CliContext(database.Clock, output, errors, impatient));

        code.ShouldBe(0, errors.ToString());
        await office.AskAsync<int>("drop trigger slow_check on dossiers; drop function slow_check; select 1");
    }

    /// <summary>What any act at the desk does to the tables; fails instead of waiting for the import.</summary>
    private async Task WorkAtTheDeskAsync()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.ExecuteAsync(
            """
            set lock_timeout = '5s';
            begin;
            update dossiers set revision = revision + 1 where code = 'DESK-1';
            insert into dossier_events select gen_random_uuid(), dossier_id, 99, kind, at, entered_at, officer_id, by_code, note, facts, previous_hash, hash from dossier_events
                where dossier_id = (select id from dossiers where code = 'DESK-1');
            rollback
            """);
    }
}

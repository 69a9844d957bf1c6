using Dapper;
using MotCua.TestKit;
using MotCua.WebTests.Dossiers;
using Npgsql;
using Shouldly;
using Xunit;
using static MotCua.WebTests.Dossiers.LedgerOffice;

namespace MotCua.WebTests.Calendar;

/// <summary>An import of dossiers and a change of the calendar at the same time.</summary>
public sealed class LedgerCalendarTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
{
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
    public async Task Imported_dossiers_are_promised_by_the_hours_and_closings_of_their_own_agency()
    {
        await office.AskAsync<int>(
            """
            insert into office_hours (agency_id, valid_from, sessions, decision_no)
            select id, '2026-05-07', '[{"from":"07:00:00","to":"11:00:00"},{"from":"14:00:00","to":"17:30:00"}]', '1/QĐ' from agencies where code = 'H57.01';
            insert into office_closings (agency_id, day, reason, decision_no, includes_below) select id, '2026-05-06', 'Mất điện', '2/QĐ', false from agencies where code = 'H57.01'
            """);

        (await office.ImportAsync(Received("C-1"), Received("C-2").Replace("H57.01", "H57"))).Code.ShouldBe(0);

        (await office.AskAsync<string>("select string_agg(to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM HH24:MI'), ', ' order by code) from dossiers where code like 'C-%'"))
            .ShouldBe("11/05 17:30, 08/05 17:00");
    }

    [Fact]
    public async Task A_calendar_that_is_loaded_while_an_import_runs_waits_for_its_end()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var import = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select pg_advisory_xact_lock_shared(hashtext('calendar'))", transaction: import);

        var loading = command.RunAsync("import", "calendar", command.Write("calendar.csv", "date,name,kind,confidence\n2032-01-01,Tết Dương lịch,public,sure\n"));
        await Task.WhenAny(loading, Task.Delay(TimeSpan.FromSeconds(2)));
        loading.IsCompleted.ShouldBeFalse("the import that began with the old calendar ends with it");

        await import.CommitAsync();
        (await loading).Output.ShouldStartWith("Đã nạp 1 ngày");
    }

    [Fact]
    public async Task An_import_waits_while_the_calendar_is_being_changed_and_then_takes_the_new_one()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var change = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtext('calendar'))", transaction: change);

        var importing = office.ImportAsync(Received("D-1", "2026-06-02T08:10:00+07:00").Replace("H57.01", "H57"));
        await Task.WhenAny(importing, Task.Delay(TimeSpan.FromSeconds(2)));
        importing.IsCompleted.ShouldBeFalse();
        await connection.ExecuteAsync(
            "insert into office_closings (agency_id, day, reason, decision_no, includes_below) select id, '2026-06-03', 'Mất điện', '2/QĐ', false from agencies where code = 'H57'",
            transaction: change);
        await change.CommitAsync();

        (await importing).Code.ShouldBe(0);
        (await office.AskAsync<string>("select due_day::text from dossiers where code = 'D-1'")).ShouldBe("2026-06-08");
    }
}

using MotCua.TestKit;
using Shouldly;
using Xunit;
using static MotCua.WebTests.Dossiers.LedgerOffice;

namespace MotCua.WebTests.Dossiers;

public sealed class VerifyTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
{
    private readonly CommandRun command = new(database);

    private LedgerOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        office = new LedgerOffice(database, command);
        await office.OpenAsync();
        (await office.ImportAsync(
            Received("V-1"),
            Line("V-1", "supplement_requested", "2026-05-06T08:00:00.123456+07:00", ""","reason":"Thiếu giấy" """),
            Line("V-1", "supplemented", "2026-05-07T08:00:00+07:00"),
            Line("V-1", "paid", "2026-05-07T08:00:00+07:00", ""","amount":8000,"method":"cash","reference":"R" """),
            Line("V-1", "result_ready", "2026-05-08T08:00:00+07:00", ""","outcome":"granted" """),
            Received("V-2"))).Errors.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_untouched_ledger_and_its_figures_are_right()
    {
        var ledger = await command.RunAsync("verify", "ledger");
        var figures = await command.RunAsync("verify", "figures");

        ledger.ShouldSatisfyAllConditions(() => ledger.Code.ShouldBe(0, ledger.Errors), () => ledger.Output.ShouldContain("2 hồ sơ, 6 dòng sổ: đúng"));
        figures.ShouldSatisfyAllConditions(() => figures.Code.ShouldBe(0, figures.Errors), () => figures.Output.ShouldContain(", 0 sai"));
    }

    [Theory]
    [InlineData("update dossier_events set note = 'đã sửa' where seq = 2", "Hồ sơ V-1, dòng 2: nội dung")]
    [InlineData("update dossier_events set at = at + interval '1 microsecond' where seq = 3", "Hồ sơ V-1, dòng 3: nội dung")]
    [InlineData("delete from dossier_events where seq = 3", "Hồ sơ V-1, dòng 3: mất dòng này")]
    [InlineData("delete from dossier_events where seq = 5", "Hồ sơ V-1, dòng 5: mất dòng")]
    [InlineData("insert into dossier_events select gen_random_uuid(), dossier_id, 6, 'returned', at, null, null, null, null, '{\"channel\":\"direct\"}', hash, hash from dossier_events where seq = 5", "Hồ sơ V-1, dòng 6: dòng bị chèn")]
    [InlineData("update dossier_events set seq = -seq where seq >= 3; update dossier_events set seq = 1 - seq where seq < 0; insert into dossier_events select gen_random_uuid(), dossier_id, 3, 'digitised', at, null, null, null, null, '{\"part\":\"papers\"}', hash, hash from dossier_events where seq = 2", "Hồ sơ V-1, dòng 3: dòng bị chèn")]
    [InlineData("delete from dossier_events where seq = 3; update dossier_events set seq = -seq where seq > 3; update dossier_events set seq = -seq - 1 where seq < 0; update dossiers set last_seq = 4 where code = 'V-1'", "Hồ sơ V-1, dòng 3: mất dòng này")]
    [InlineData("delete from dossier_events where seq >= 4", "Hồ sơ V-1, dòng 4: mất dòng ở cuối")]
    [InlineData("delete from dossier_events where dossier_id = (select id from dossiers where code = 'V-2')", "Hồ sơ V-2, dòng 1: mất dòng ở cuối")]
    [InlineData("delete from dossiers where code = 'V-2'", "Sổ hồ sơ: còn 1 dòng của hồ sơ")]
    [InlineData("delete from dossier_events where dossier_id = (select id from dossiers where code = 'V-2'); delete from dossiers where code = 'V-2'", "Sổ hồ sơ: mất 1 dòng đã nạp từ tệp")]
    [InlineData("insert into series (name, period, last) values ('dossier:H57.01', '260505', 1)", "Hồ sơ H57.01-260505-0001: mã đã cấp")]
    [InlineData("update dossiers set verdict = 'late' where code = 'V-1'", "Hồ sơ V-1: cột verdict khác")]
    [InlineData("update dossiers set due_day = due_day + 1 where code = 'V-2'", "Hồ sơ V-2: cột due_day khác")]
    [InlineData("update dossier_payments set amount = 1", "Hồ sơ V-1: các khoản thu")]
    [InlineData("delete from dossier_spans", "Hồ sơ V-1: các khoảng tính")]
    public async Task A_forgery_is_found_with_dossier_and_line(string forgery, string found)
    {
        await office.AskAsync<int>($"set session_replication_role = replica; {forgery}; set session_replication_role = origin; select 1");

        var answer = await command.RunAsync("verify", "ledger");

        answer.Code.ShouldBe(1);
        answer.Errors.ShouldContain(found);
        await office.AskAsync<int>("set session_replication_role = replica; delete from dossier_events; delete from dossier_spans; delete from dossier_payments; delete from dossiers; delete from series; delete from audit_log; set session_replication_role = origin; select 1");
    }
}

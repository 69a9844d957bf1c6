using MotCua.TestKit;
using Shouldly;
using Xunit;
using static MotCua.WebTests.Dossiers.LedgerOffice;

namespace MotCua.WebTests.Dossiers;

public sealed class ImportLedgerTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
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
    public async Task Every_event_of_the_contract_is_read_and_a_later_file_goes_on_where_the_first_ended()
    {
        string[] first =
        [
            Received("A-1", more: ""","desk":"H57","limit":"5wd","digitisation":"exempt","by":"CB-1","entered_at":"2026-05-05T09:00:00Z","note":"Ghi bù" """),
            Line("A-1", "forwarded", "2026-05-05T08:10:00+07:00", ""","to":"H57" """),
            Line("A-1", "supplement_requested", "2026-05-06T08:00:00+07:00", ""","reason":"Thiếu bản sao" """),
            Line("A-1", "apology_issued", "2026-05-06T09:00:00+07:00", ""","number":"27/XL","new_due":"2026-06-01","cause":"Mất điện","signer":"Lê Vinh" """),
            Line("A-1", "supplemented", "2026-05-07T08:00Z"),
        ];
        string[] second =
        [
            Line("A-1", "paused", "2026-05-08T08:00:00+07:00", ""","reason":"other_agency" """),
            Line("A-1", "resumed", "2026-05-11T08:00:00+07:00"),
            Line("A-1", "handed_over", "2026-05-11T08:00:00+07:00", ""","to":"H57.02" """),
            Line("A-1", "digitised", "2026-05-11T08:00:00+07:00", ""","part":"papers" """),
            Line("A-1", "result_ready", "2026-05-11T08:00:00+07:00", ""","outcome":"denied" """),
            Line("A-1", "paid", "2026-05-12T08:00:00+07:00", ""","amount":384000,"method":"online_national","reference":"" """),
            Line("A-1", "returned", "2026-05-12T08:00:00+07:00", ""","channel":"postal" """),
            Line("A-1", "rated", "2026-05-12T08:00:00+07:00", ""","rating":5,"via":"kiosk","officer":"CB-1" """),
        ];

        (await office.ImportAsync(first)).Code.ShouldBe(0);
        var answer = await office.ImportAsync([.. first, .. second]);

        answer.ShouldSatisfyAllConditions(
            () => answer.Errors.ShouldBeEmpty(),
            () => answer.Output.ShouldContain("8 sự kiện mới, 0 hồ sơ mới, 5 dòng đã có"));
        (await office.AskAsync<string>("select status || '/' || paid_dong || '/' || last_seq || '/' || finish_kind || '/' || extended_due from dossiers where code = 'A-1'"))
            .ShouldBe("returned/384000/13/denied/2026-06-01");
        (await office.AskAsync<int>("select count(*)::int from dossier_events e join dossiers d on d.id = e.dossier_id where d.code = 'A-1'")).ShouldBe(13);
        (await office.AskAsync<int>("select count(*)::int from applicant_names where key = 'le van an'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_line_equal_as_JSON_is_skipped_whatever_its_order_spaces_escapes_and_numbers()
    {
        var paid = Line("B-1", "paid", "2026-05-06T08:00:00+07:00", ""","amount":8000,"method":"cash","reference":"R1" """);
        (await office.ImportAsync(Received("B-1"), paid)).Code.ShouldBe(0);

        var answer = await office.ImportTextAsync(
            "\uFEFF" + Received("B-1") + "\r\n"
            + """  { "reference":"\u00521", "method":"cash", "amount":8000.0, "at":"2026-05-06T08:00:00+07:00", "event":"paid", "dossier":"B-1" }""" + "\r\n\r\n");

        answer.ShouldSatisfyAllConditions(() => answer.Errors.ShouldBeEmpty(), () => answer.Output.ShouldContain("2 dòng đã có"));
        (await office.AskAsync<long>("select paid_dong from dossiers where code = 'B-1'")).ShouldBe(8000);
    }

    [Fact]
    public async Task Every_bad_line_is_named_and_nothing_is_written()
    {
        const string At = "2026-05-06T08:00:00+07:00";
        string[] lines =
        [
            Received("C-1"),
            "{",
            "[]",
            Received("C-3").Replace("\"slip\":true", "\"slip\":1"),
            Received("C-4").Replace("H57.01", "H58"),
            Received("C-5").Replace("1.000001", "9.9"),
            Received("C-6").Replace("Lê Văn An", "Lê\\u202EAn"),
            Received("C-7").Replace("Lê Văn An", new string('a', 301)),
            Received("c-8"),
            Received("C-9", "2026-05-05T08:10:00"),
            Received("C-10", "2026-02-30T08:10:00Z"),
            Received("C-11", "2026-11-21T08:10:00+07:00"),
            Received("C-12", more: ""","colour":"red" """),
            Received("C-13", more: ""","limit":"0wd" """),
            Received("C-14", more: ""","entered_at":"2027-01-01T00:00:00Z" """),
            Line("C-1", "flown", At),
            Line("C-1", "result_ready", At),
            Line("C-15", "result_ready", At, ""","outcome":"granted" """),
            Line("C-16", "paid", At, ""","amount":-1,"method":"cash","reference":"x" """),
            Line("C-17", "rated", At, ""","rating":6,"via":"kiosk" """),
            """{"dossier":"C-1","dossier":"C-1","event":"resumed","at":"2026-05-06T08:00:00+07:00"}""",
            Received("C-18"),
            Line("C-18", "resumed", At),
            Line("C-18", "supplement_requested", At, ""","reason":"Thiếu giấy" """),
            Line("C-18", "resumed", At, ""","note":"Lần hai" """),
            Line("C-18", "paused", At, ""","reason":"legal" """),
            Line("C-18", "result_ready", At, ""","outcome":"granted" """),
            Line("C-18", "returned", At, ""","channel":"direct" """),
            Line("C-18", "withdrawn", "2026-05-05T23:59:59+07:00", ""","reason":"Thôi" """),
            Received("C-19").Replace("H57.01", "H57.02"),
            Received("C-19"),
            "",
            Received("C-20"),
            Line("C-20", "apology_issued", At, ""","number":"1","new_due":"2026-05-08","cause":"c","signer":"S" """),
        ];

        var before = await office.DossiersAsync();
        var answer = await office.ImportAsync(lines);

        answer.Code.ShouldBe(1);
        answer.Output.ShouldBeEmpty();
        answer.BadLines.ShouldBe([.. Enumerable.Range(2, 20), 23, 25, 26, 27, 28, 29, 31, 32, 34], answer.Errors);
        (await office.DossiersAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_bad_line_does_not_hide_the_bad_lines_of_its_dossier_that_follow()
    {
        const string At = "2026-05-06T08:00:00+07:00";
        var answer = await office.ImportAsync(
            Received("H-1"),
            Line("H-1", "paid", At, ""","amount":1.5,"method":"cash","reference":"x" """),
            Line("H-1", "exploded", At),
            Line("H-1", "resumed", At),
            Line("H-1", "digitised", "2026-05-05T07:00:00+07:00", ""","part":"papers" """),
            Line("H-1", "returned", At, ""","channel":"direct" """),
            Received("H-1", At),
            Line("H-1", "supplemented", At),
            Line("H-1", "result_ready", At, ""","outcome":"granted" """),
            Line("H-1", "result_ready", At, ""","outcome":"denied" """));

        answer.BadLines.ShouldBe([2, 3, 4, 5, 6, 7, 8, 10], answer.Errors);
    }

    [Fact]
    public async Task A_line_is_not_blamed_for_the_fault_of_another()
    {
        const string At = "2026-05-06T08:00:00+07:00";
        var answer = await office.ImportAsync(
            Received("I-1"),
            Line("I-1", "supplement_requested", At),
            Line("I-1", "supplemented", At),
            Line("I-1", "result_ready", At, ""","outcome":"maybe" """),
            Line("I-1", "returned", At, ""","channel":"direct" """),
            Line("I-1", "rated", At, ""","rating":5,"via":"kiosk" """),
            Received("I-2").Replace("1.000001", "9.9"),
            Line("I-2", "result_ready", At, ""","outcome":"granted" """),
            Received("I-3"),
            """{"dossier":"I-3","event":"paused","at":"2026-05-06T08:00:00+07:00","reason":"legal" """,
            Line("I-3", "resumed", At),
            Line("I-3", "withdrawn", At, ""","reason":"Thôi" """));

        answer.BadLines.ShouldBe([2, 4, 7, 10], answer.Errors);
    }

    [Fact]
    public async Task The_table_of_moves_holds_to_the_letter()
    {
        (await office.ImportAsync(
            Received("D-1"),
            Line("D-1", "withdrawn", "2026-05-06T08:00:00+07:00", ""","reason":"Thôi" """),
            Line("D-1", "rated", "2026-05-06T08:00:00+07:00", ""","rating":1,"via":"paper" """),
            Received("D-2"),
            Line("D-2", "paused", "2026-05-06T08:00:00+07:00", ""","reason":"legal" """),
            Line("D-2", "forwarded", "2026-05-06T08:00:00+07:00", ""","to":"H57" """),
            Line("D-2", "stopped", "2026-05-07T08:00:00+07:00", ""","reason":"Hết hạn" """),
            Line("D-2", "returned", "2026-05-07T08:00:00+07:00", ""","channel":"online" """),
            Line("D-2", "digitised", "2026-05-07T08:00:00+07:00", ""","part":"result" """),
            Line("D-2", "paid", "2026-05-07T08:00:00+07:00", ""","amount":0,"method":"transfer","reference":"r" """),
            Received("D-3").Replace("received", "refused_at_door").Replace("\"slip\":true", "\"slip\":false,\"reason\":\"Không thuộc thẩm quyền\""))).Errors.ShouldBeEmpty();

        var answer = await office.ImportAsync(
            Line("D-1", "paid", "2026-05-08T08:00:00+07:00", ""","amount":0,"method":"cash","reference":"r" """),
            Line("D-1", "digitised", "2026-05-08T08:00:00+07:00", ""","part":"papers" """),
            Line("D-1", "returned", "2026-05-08T08:00:00+07:00", ""","channel":"online" """),
            Line("D-1", "rated", "2026-05-08T08:00:00+07:00", ""","rating":2,"via":"paper" """),
            Line("D-2", "returned", "2026-05-08T08:00:00+07:00", ""","channel":"direct" """),
            Line("D-2", "forwarded", "2026-05-08T08:00:00+07:00", ""","to":"H57" """),
            Line("D-2", "handed_over", "2026-05-08T08:00:00+07:00", ""","to":"H57" """),
            Line("D-2", "apology_issued", "2026-05-08T08:00:00+07:00", ""","number":"1","new_due":"2026-12-08","cause":"c","signer":"S" """),
            Line("D-3", "paid", "2026-05-08T08:00:00+07:00", ""","amount":0,"method":"cash","reference":"r" """),
            Line("D-3", "received", "2026-05-08T08:00:00+07:00", ""","agency":"H57.01","procedure":"1.000001","channel":"direct","applicant":{"name":"A"},"slip":true"""));

        answer.BadLines.ShouldBe([.. Enumerable.Range(1, 10)], answer.Errors);
    }

    [Fact]
    public async Task At_most_100_bad_lines_are_named()
    {
        var answer = await office.ImportAsync([.. Enumerable.Repeat("x", 150)]);

        answer.BadLines.ShouldBe([.. Enumerable.Range(1, 100)]);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_an_empty_file_is_no_fault()
    {
        var before = await office.DossiersAsync();

        (await office.ImportTextAsync(Received("E-1"), "--dry-run")).Code.ShouldBe(0);
        (await office.ImportTextAsync("")).Code.ShouldBe(0);
        (await office.ImportTextAsync("\uFEFF")).Code.ShouldBe(0);
        (await office.ImportTextAsync("{\"dossier\":\"" + new string('A', 1_000_001) + "\"}")).BadLines.ShouldBe([1]);

        (await office.DossiersAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_dossier_keeps_the_limit_of_its_import_and_a_line_may_give_its_own()
    {
        (await office.ImportAsync(Received("F-1"), Received("F-2", more: ""","limit":"none" """), Received("F-3").Replace("1.000001", "1.000003"))).Errors.ShouldBeEmpty();

        (await office.AskAsync<string>("""select string_agg("limit", ' ' order by code) from dossiers where code like 'F-_'""")).ShouldBe("3wd none none");
        (await office.AskAsync<string>("select due_day::text from dossiers where code = 'F-1'")).ShouldBe("2026-05-08");
    }
}

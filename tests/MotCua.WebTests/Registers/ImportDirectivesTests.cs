using System.Text.Json;
using Dapper;
using MotCua.TestKit;
using MotCua.WebTests.Dossiers;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>Tasks assigned from above, as CONTRACT 2 and 5 have them: the import, and form B.4 against plain loops.</summary>
public sealed class ImportDirectivesTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
{
    private readonly CommandRun command = new(database);

    public async ValueTask InitializeAsync() => await new LedgerOffice(database, command).OpenAsync();

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_known_directive_is_updated_and_the_same_file_changes_nothing()
    {
        var answer = await ImportAsync("\uFEFF" + Line("A-1") + "\r\n" + Line("A-2", started: "2026-03-03") + "\r\n");
        answer.ShouldSatisfyAllConditions(() => answer.Errors.ShouldBeEmpty(), () => answer.Output.ShouldContain("2 nhiệm vụ mới, 0 sửa"));

        (await ImportAsync(Line("A-1") + "\n" + Line("A-2", started: "2026-03-03"))).Output.ShouldContain("0 nhiệm vụ mới, 0 sửa");
        (await ImportAsync(Line("A-2", started: "2026-03-03", submitted: "2026-03-20"))).Output.ShouldContain("0 nhiệm vụ mới, 1 sửa");
        (await AskAsync<string>("select string_agg(act, ' ' order by at, act) from register_changes c join directives d on d.id = c.record_id where number = 'A-2'"))
            .ShouldBe("corrected recorded");
        (await ImportAsync("")).Code.ShouldBe(0);
        (await ImportAsync(Line("A-9"), "--dry-run")).Output.ShouldContain("1 nhiệm vụ mới");
        (await AskAsync<int>("select count(*)::int from directives where number like 'A-%'")).ShouldBe(2);
    }

    [Fact]
    public async Task Every_bad_line_is_named_and_nothing_is_written()
    {
        string[] lines =
        [
            Line("B-1"),
            "{",
            "[]",
            Line("B-3").Replace("H57.01", "H58"),
            Line("B-4").Replace("2026-03-01", "2026-02-30"),
            Line("B-5").Replace("\"due\":\"2026-03-31\",", ""),
            Line("B-6").Replace("Báo cáo rà soát", ""),
            Line("B-7").Replace("\"started\":null", "\"colour\":1"),
            Line("B-8").Replace("UBND tỉnh", new string('a', 301)),
            Line("B-9").Replace("UBND tỉnh", "UBND\\u202Etỉnh"),
            Line("B-10").Replace("\"submitted\":null", "\"submitted\":\"hôm qua\""),
            Line("B-11"),
        ];

        var answer = await ImportAsync(string.Join('\n', lines));

        answer.Code.ShouldBe(1);
        answer.BadLines.ShouldBe([.. Enumerable.Range(2, 10)], answer.Errors);
        (await AskAsync<int>("select count(*)::int from directives where number like 'B-%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Form_B4_judges_each_directive_as_it_stood_on_the_last_day()
    {
        await AskAsync<int>("delete from directives");
        var dice = new Random(4);
        var first = new DateOnly(2026, 1, 1);
        DateOnly? Day() => dice.Next(3) == 0 ? null : first.AddDays(dice.Next(120));
        var all = Enumerable.Range(0, 300).Select(i =>
        {
            var assigned = first.AddDays(dice.Next(90));
            return new Naive($"C-{i}", dice.Next(3) == 0 ? "H57.02" : dice.Next(2) == 0 ? "H57.01" : "H57", assigned, assigned.AddDays(dice.Next(40)), Day(), Day(), Day());
        }).ToList();
        (await ImportAsync(string.Join('\n', all.Select(n => n.ToJson())))).Errors.ShouldBeEmpty();

        for (var i = 0; i < 60; i++)
        {
            var (from, days) = (first.AddDays(dice.Next(100)), dice.Next(40));
            var at = dice.Next(3) == 0 ? new DateTimeOffset(from.AddDays(dice.Next(days + 1)).ToDateTime(new TimeOnly(dice.Next(2) * 9, 0)), TimeSpan.FromHours(7)) : (DateTimeOffset?)null;
            await CompareAsync(all, dice.Next(2) == 0 ? "H57" : "H57.01", from, from.AddDays(days), at);
        }
    }

    private async Task CompareAsync(IReadOnlyList<Naive> all, string agency, DateOnly from, DateOnly to, DateTimeOffset? at)
    {
        string[] more = at is { } instant ? ["--at", instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz")] : [];
        var answer = await command.RunAsync(["report", "b4", "--agency", agency, "--from", $"{from:yyyy-MM-dd}", "--to", $"{to:yyyy-MM-dd}", .. more]);
        answer.Code.ShouldBe(0, answer.Errors);
        using var json = JsonDocument.Parse(answer.Output);
        json.RootElement.GetProperty("checks").EnumerateArray().ShouldAllBe(c => c.GetProperty("ok").GetBoolean());

        var end = at is { } earlier && earlier < Midnight(to.AddDays(1)) ? earlier : Midnight(to.AddDays(1));
        var last = end == Midnight(to.AddDays(1)) ? to : DateOnly.FromDateTime(end.DateTime);
        var counted = all.Where(d => agency == "H57" || d.Agency == agency)
            .Where(d => Midnight(d.Assigned) < end).Select(d => d.At(last)).Where(d => d.Confirmed is null || d.Confirmed >= from).ToList();
        var expected = string.Join(' ', Naive.States.Select(s => $"{s}={counted.Count(d => d.State(last) == s)}")) + $" total={counted.Count}";
        string.Join(' ', json.RootElement.GetProperty("totals").EnumerateObject().Select(c => $"{c.Name}={c.Value}"))
            .ShouldBe(expected, $"{agency} {from:O}..{to:O} {at:O}");
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));

    private static string Line(string id, string? started = null, string? submitted = null) =>
        $$"""{"id":"{{id}}","agency":"H57.01","issued_by":"UBND tỉnh","document":"12/UBND-NC","content":"Báo cáo rà soát","assigned":"2026-03-01","due":"2026-03-31","started":{{Quoted(started)}},"submitted":{{Quoted(submitted)}},"confirmed":null}""";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private Task<CommandAnswer> ImportAsync(string text, params string[] more) =>
        command.RunAsync(["import", "directives", command.Write("directives.ndjson", text), .. more]);

    private async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>A directive as CONTRACT 5 tells it.</summary>
    private sealed record Naive(string Number, string Agency, DateOnly Assigned, DateOnly Due, DateOnly? Started, DateOnly? Submitted, DateOnly? Confirmed)
    {
        public static readonly string[] States =
        [
            "not_started_not_due", "not_started_overdue", "in_progress_not_due", "in_progress_overdue", "waiting_confirmation", "completed_on_time", "completed_late",
        ];

        public Naive At(DateOnly last) => this with { Started = Upto(Started, last), Submitted = Upto(Submitted, last), Confirmed = Upto(Confirmed, last) };

        public string State(DateOnly last)
        {
            if (Confirmed is not null)
            {
                return (Submitted ?? Confirmed) <= Due ? "completed_on_time" : "completed_late";
            }

            var overdue = last > Due ? "overdue" : "not_due";
            return Submitted is not null ? "waiting_confirmation" : Started is not null ? $"in_progress_{overdue}" : $"not_started_{overdue}";
        }

        public string ToJson() =>
            $$"""{"id":"{{Number}}","agency":"{{Agency}}","issued_by":"UBND tỉnh","document":"","content":"Việc {{Number}}","assigned":"{{Assigned:yyyy-MM-dd}}","due":"{{Due:yyyy-MM-dd}}","started":{{Json(Started)}},"submitted":{{Json(Submitted)}},"confirmed":{{Json(Confirmed)}}}""";

        private static DateOnly? Upto(DateOnly? day, DateOnly last) => day <= last ? day : null;

        private static string Json(DateOnly? day) => day is { } d ? $"\"{d:yyyy-MM-dd}\"" : "null";
    }
}

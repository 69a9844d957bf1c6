using System.Text.Json;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Scenes;

/// <summary>Each scene in a database of its own; every number that CONTRACT 6 names.</summary>
public abstract class SeedSceneTests(FreshDatabase database, string scene, string agency, string from, string to) : IAsyncLifetime
{
    private readonly CommandRun command = new(database);

    public async ValueTask InitializeAsync()
    {
        // The class's database is loaded by its first test.
        var answer = await command.RunAsync("scene", scene);
        answer.Code.ShouldBe(answer.Errors.Contains("đã có đơn vị", StringComparison.Ordinal) ? 1 : 0, answer.Errors);
    }

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected Task<CommandAnswer> CommandAsync(params string[] args) => command.RunAsync(args);

    protected async Task<JsonElement> ReportAsync(string form, params string[] more)
    {
        var answer = await command.RunAsync(["report", form, "--agency", agency, "--from", from, "--to", to, .. more]);
        answer.Code.ShouldBe(0, answer.Errors);
        var root = JsonDocument.Parse(answer.Output).RootElement;
        root.GetProperty("checks").EnumerateArray().ShouldAllBe(c => c.GetProperty("ok").GetBoolean(), form);
        return root;
    }

    /// <summary>Named members of the totals.</summary>
    protected async Task TotalsAreAsync(string form, string expected)
    {
        var totals = (await ReportAsync(form)).GetProperty("totals");
        string.Join(' ', expected.Split(' ').Select(e => e.Split('=')[0]).Select(n => $"{n}={totals.GetProperty(n)}")).ShouldBe(expected);
    }

    protected static Dictionary<string, JsonElement> Annex(JsonElement report) => report.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("no").GetString()!);
}

public sealed class Seed000Tests(FreshDatabase database)
    : SeedSceneTests(database, "seed-000", "SEED000", "2021-12-15", "2022-06-07"), IClassFixture<FreshDatabase>
{
    [Fact]
    public async Task B1_gives_back_the_sums_that_hold()
    {
        await TotalsAreAsync(
            "b1",
            "total=861 pending=12 pending_within=6 pending_overdue=6 done=849 done_on_time=808 done_late=41 withdrawn=0 late=47 late_rate=5.46 online=0 digitised=471 not_digitised=38 digitised_rate=92.53");
    }

    [Fact]
    public async Task B2_has_a_row_for_each_of_the_47_late_dossiers_and_no_apology()
    {
        var rows = (await ReportAsync("b2")).GetProperty("rows").EnumerateArray().ToList();

        rows.Count.ShouldBe(47);
        rows.ShouldAllBe(r => r.GetProperty("document").ValueKind == JsonValueKind.Null && r.GetProperty("days_late").GetInt32() > 0 && r.GetProperty("applicant").GetString()!.EndsWith("***"));
    }

    [Fact]
    public async Task B3_gives_back_every_field()
    {
        var report = await ReportAsync("b3");

        report.GetProperty("rows").EnumerateArray().Select(r => $"{r.GetProperty("field").GetString()} {r.GetProperty("new")}/{r.GetProperty("surveyed")}/{r.GetProperty("satisfied")} {r.GetProperty("rate")}")
            .ShouldBe(["Chứng thực 378/378/356 94.18", "Hộ tịch 380/380/342 90", "Phòng chống thiên tai 39/39/39 100", "Văn hoá – xã hội 47/47/47 100", "Địa chính – Xây dựng 16/16/16 100"], ignoreOrder: true);
        await TotalsAreAsync("b3", "new=860 surveyed=860 satisfied=800");
        await TotalsAreAsync("ii06", "carried=1 received=861");
    }

    [Fact]
    public async Task B4_gives_back_its_line() => await TotalsAreAsync(
        "b4", "not_started_not_due=0 not_started_overdue=0 in_progress_not_due=1 in_progress_overdue=3 waiting_confirmation=0 completed_on_time=2 completed_late=3 total=9");

    [Fact]
    public async Task Figures_and_ledger_of_the_scene_prove_right()
    {
        (await CommandAsync("verify", "ledger")).Code.ShouldBe(0);
        var answer = await CommandAsync("verify", "figures", "--agency", "SEED000", "--from", "2021-12-15", "--to", "2022-06-07");
        answer.Code.ShouldBe(0, answer.Errors);
    }
}

public sealed class Seed002Tests(FreshDatabase database)
    : SeedSceneTests(database, "seed-002", "SEED002", "2022-01-01", "2022-08-22"), IClassFixture<FreshDatabase>
{
    [Fact]
    public async Task B1_gives_back_the_district_and_a_scene_loads_only_into_an_empty_database()
    {
        await TotalsAreAsync(
            "b1", "total=32339 online=2 done=27755 done_on_time=25775 done_late=1980 done_late_rate=7.13 pending=4584 pending_within=3947 pending_overdue=637 pending_overdue_rate=13.90");
        await TotalsAreAsync("ii06", "received=32339 online=2 direct_postal=32337 carried=0");
        (await CommandAsync("list", "new.direct", "--agency", "SEED002", "--from", "2022-01-01", "--to", "2022-08-22")).Output.ShouldContain("\"count\": 32337");
        (await CommandAsync("scene", "seed-003")).Code.ShouldBe(1);
        (await CommandAsync("scene", "seed-001")).Code.ShouldBe(2);
    }
}

public sealed class Seed003Tests(FreshDatabase database)
    : SeedSceneTests(database, "seed-003", "SEED003", "2023-01-01", "2023-07-31"), IClassFixture<FreshDatabase>
{
    [Fact]
    public async Task B1_and_II06_give_back_505_dossiers()
    {
        await TotalsAreAsync("b1", "total=505 online=72 done=493 done_on_time=489 done_on_time_rate=99.19 done_late=4 done_late_rate=0.81 withdrawn=7 pending=5");
        await TotalsAreAsync("ii06", "received=505 online=72 direct_postal=418 carried=15");
    }

    [Fact]
    public async Task The_four_late_ones_have_their_apologies()
    {
        var rows = (await ReportAsync("b2")).GetProperty("rows").EnumerateArray().ToList();

        rows.Count.ShouldBe(4);
        rows.ShouldAllBe(r => r.GetProperty("document").GetString()!.EndsWith("/XL-UBND") && r.GetProperty("cause").GetString()!.Length > 0);
    }

    [Fact]
    public async Task The_annex_counts_the_tasks_of_the_plan()
    {
        var rows = Annex(await ReportAsync("annex1"));

        rows["1.2.total"].GetProperty("value").GetDecimal().ShouldBe(31);
        rows["1.2.done"].GetProperty("value").GetDecimal().ShouldBe(26);
        rows["1.2.rate"].GetProperty("value").GetDecimal().ShouldBe(83.87m);
        rows["1.2.rate"].GetProperty("source").GetString().ShouldBe("computed");
        rows["4.1.quota"].GetProperty("source").GetString().ShouldBe("none");
        rows["4.1.quota"].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}

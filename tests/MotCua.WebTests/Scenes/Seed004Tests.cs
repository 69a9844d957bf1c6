using System.Text.Json;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Scenes;

/// <summary>The annex of seed 004, row by row against what the ward printed.</summary>
public sealed class Seed004Tests(FreshDatabase database)
    : SeedSceneTests(database, "seed-004", "SEED004", "2023-12-14", "2024-03-12"), IClassFixture<FreshDatabase>
{
    /// <summary>Printed wrong, or with fewer digits than two: what is right.</summary>
    private static readonly Dictionary<string, decimal?> Right = new(StringComparer.Ordinal)
    {
        ["1.2.rate"] = 27.27m,
        ["1.3.rate"] = 26.09m,
        ["1.4.rate"] = 26.67m,
        ["1.5.2.rate"] = null,
        ["2.3.rate"] = null,
        ["3.2.2.rate"] = null,
        ["3.2.2.land.rate"] = null,
        ["3.2.2.construction.rate"] = null,
        ["3.2.2.investment.rate"] = null,
        ["4.1.reduced_rate"] = 0,
        ["4.2.reduced_rate"] = null,
        ["6.1.rate"] = 65.48m,
        ["7.5.2.rate"] = 102.12m,
        ["7.6.1.rate"] = 100,
        ["7.6.2.rate"] = 100,
        ["7.6.3.rate"] = 62.33m,
        ["7.6.4.rate"] = 100,
        ["7.6.4.amount"] = 384_000,
    };

    /// <summary>Number, unit and printed value of each row, as the fixture of the seeds lists them.</summary>
    private static readonly (string No, decimal? Printed)[] Printed =
    [
        ("1.1", 24), ("1.2.rate", 27.2m), ("1.2.total", 22), ("1.2.done", 6), ("1.3.rate", 26), ("1.3.total", 23), ("1.3.done", 6), ("1.4.rate", 20), ("1.4.total", 30),
        ("1.4.done", 8), ("1.5.1", null), ("1.5.2.rate", 100), ("1.5.2.found", 0), ("1.5.2.fixed", 0), ("1.6.total", 1), ("1.6.done_on_time", 1), ("1.6.done_late", 0),
        ("1.6.overdue_open", 0), ("1.7.surveyed", 1), ("1.7.forms", 0), ("1.7.method", 0), ("1.8.dialogue", 0), ("2.1", null), ("2.1.1", 0), ("2.1.1.hdnd", 0),
        ("2.1.1.ubnd", 0), ("2.2.checked", 0), ("2.2.to_handle", 0), ("2.2.handled", 0), ("2.2.rate", null), ("2.3.reviewed", 0), ("2.3.to_handle", 0), ("2.3.handled", 0),
        ("2.3.rate", 0), ("3.1.1", 30), ("3.1.2", 30), ("3.1.3", 0), ("3.1.4", null), ("3.1.4.commune", 212), ("3.1.5", null), ("3.1.5.commune", 212), ("3.2.1.rate", 100),
        ("3.2.1.received", 186), ("3.2.1.resolved", 181), ("3.2.1.on_time", 181), ("3.2.2.rate", 0), ("3.2.2.land.rate", 0), ("3.2.2.land.resolved", 0),
        ("3.2.2.land.on_time", 0), ("3.2.2.construction.rate", 0), ("3.2.2.construction.resolved", 0), ("3.2.2.construction.on_time", 0), ("3.2.2.investment.rate", 0),
        ("3.2.2.investment.resolved", 0), ("3.2.2.investment.on_time", 0), ("3.4.rate", null), ("3.4.received", 0), ("3.4.resolved", 0), ("4.1.quota", 23), ("4.1.present", 20),
        ("4.1.contracts", 3), ("4.1.reduced_period", 0), ("4.1.reduced_rate", 14), ("4.1.baseline_2015", 24), ("4.1.reduced_since_2016", 0), ("4.2.quota", 0),
        ("4.2.present", 0), ("4.2.reduced_period", 0), ("4.2.reduced_rate", 0), ("4.2.baseline_2015", 0), ("4.2.reduced_since_2016", 0), ("5.1.public_unit_disciplined", 0),
        ("5.1.commune_disciplined", 0), ("6.1.rate", 65.49m), ("6.1.plan", 12175), ("6.1.done", 7972), ("7.5.1.certificates", 1), ("7.5.1.signatures", 3), ("7.5.1.commune", 1),
        ("7.5.1.district", null), ("7.5.2.rate", 98), ("7.5.2.fully_electronic", 385), ("7.5.2.issued", 377), ("7.6.1.rate", null), ("7.6.1.eligible", 34),
        ("7.6.1.provided", 34), ("7.6.1.used", 5), ("7.6.2.rate", null), ("7.6.2.eligible", 31), ("7.6.2.provided", 31), ("7.6.2.used", 5), ("7.6.3.rate", 62.3m),
        ("7.6.3.total", 146), ("7.6.3.online", 91), ("7.6.4.rate", null), ("7.6.4.fee_procedures", 31), ("7.6.4.deployed", 31), ("7.6.4.used", 1), ("7.6.4.dossiers", 32),
        ("7.6.4.amount", 216_000), ("7.6.5.dossiers", 1), ("7.6.5.amount", 12_000), ("7.7.1.total", 180), ("7.7.1.receive", 180), ("7.7.1.return", 180), ("7.7.1.both", 180),
        ("7.7.2.rate", null), ("7.7.2.received", 0), ("7.7.2.returned", 1), ("7.7.2.both", 0), ("3.2.1.note_in_progress", 5),
    ];

    [Fact]
    public async Task B1_gives_back_186_dossiers() => await TotalsAreAsync("b1", "total=186 done=181 done_on_time=181 done_late=0 pending=5 pending_within=5 online=91");

    [Fact]
    public async Task The_annex_has_every_row_in_order_with_its_right_value()
    {
        var rows = (await ReportAsync("annex1")).GetProperty("rows").EnumerateArray().ToList();

        rows.Select(r => $"{r.GetProperty("no").GetString()} = {Words(r.GetProperty("value"))}")
            .ShouldBe(Printed.Select(p => $"{p.No} = {(Right.TryGetValue(p.No, out var right) ? right : p.Printed)?.ToString("0.##") ?? "null"}"));
    }

    [Fact]
    public async Task What_the_ward_printed_wrong_is_said_beside_the_computed_value()
    {
        var rows = Annex(await ReportAsync("annex1"));
        string Note(string no) => rows[no].GetProperty("note").GetString() ?? "";

        Note("1.2.rate").ShouldContain("27,20");
        Note("1.4.rate").ShouldContain("20");
        Note("1.5.2.rate").ShouldContain("100");
        Note("4.1.reduced_rate").ShouldContain("14");
        Note("6.1.rate").ShouldContain("65,49");
        Note("7.5.2.rate").ShouldContain("97,92");
        Note("7.6.4.amount").ShouldContain("216.000");
        rows["1.3.rate"].GetProperty("note").ValueKind.ShouldBe(JsonValueKind.Null);
        rows["7.6.3.total"].GetProperty("note").ValueKind.ShouldBe(JsonValueKind.Null);
        rows["3.2.1.received"].GetProperty("source").GetString().ShouldBe("computed");
        rows["4.1.quota"].GetProperty("source").GetString().ShouldBe("declared");
        rows["1.5.1"].GetProperty("source").GetString().ShouldBe("none");
    }

    private static string Words(JsonElement value) => value.ValueKind is JsonValueKind.Null ? "null" : value.GetDecimal().ToString("0.##");
}

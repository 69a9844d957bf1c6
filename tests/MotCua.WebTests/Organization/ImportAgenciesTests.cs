using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Scenes;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

public sealed class ImportAgenciesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Header = "code,name,level,parent,valid_from,valid_to\n";

    private readonly FreshDatabase database = new(postgres);

    public ValueTask InitializeAsync() => database.InitializeAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_parent_may_come_later_in_the_file_and_a_second_run_changes_nothing()
    {
        const string File = Header + "C1,Xã Một,commune,P1,2025-07-01,\nP1,Tỉnh Một,province,,2000-01-01,\n";
        (await ImportAsync(File)).Report.ShouldBe(new ImportAgencies.Report(2, 2, 2, 0));
        (await ImportAsync(File)).Report.ShouldBe(new ImportAgencies.Report(2, 0, 0, 0));
        var tree = await TreeAsync();
        tree.NameOf(tree.ParentOf(tree.ByCode("C1")!.Id, new(2026, 1, 1))!.Value, new(2026, 1, 1)).ShouldBe("Tỉnh Một");
    }

    [Fact]
    public async Task A_known_stage_is_updated_and_a_new_one_joins_it()
    {
        await ImportAsync(Header + "P1,Tỉnh Một,province,,2000-01-01,\n");
        var (report, _) = await ImportAsync(Header + "P1,Tỉnh Một cũ,province,,2000-01-01,2025-06-30\nP1,Tỉnh Một mới,province,,2025-07-01,\n");
        report.ShouldBe(new ImportAgencies.Report(2, 0, 1, 1));
        var tree = await TreeAsync();
        tree.NameOf(tree.ByCode("P1")!.Id, new(2025, 6, 30)).ShouldBe("Tỉnh Một cũ");
        tree.NameOf(tree.ByCode("P1")!.Id, new(2025, 7, 1)).ShouldBe("Tỉnh Một mới");
    }

    [Theory]
    [InlineData("a1,Xã,commune,,2025-07-01,", 2, "không đúng mẫu")]
    [InlineData("A1,,commune,,2025-07-01,", 2, "Ghi tên")]
    [InlineData("A1,Xã,ward,,2025-07-01,", 2, "province|district|commune|department|branch")]
    [InlineData("A1,Xã,commune,NOPE,2025-07-01,", 2, "NOPE")]
    [InlineData("A1,Xã,commune,A1,2025-07-01,", 2, "trực thuộc chính mình")]
    [InlineData("A1,Xã,commune,,2025-02-30,", 2, "ngày có thật")]
    [InlineData("A1,Xã,commune,,,", 2, "thiếu valid_from")]
    [InlineData("A1,Xã,commune,,2025-07-01,2025-06-30", 2, "sớm hơn")]
    [InlineData("A1,Xã,commune,,2025-07-01", 2, "5 cột")]
    [InlineData("A1,Xã,commune,,2025-07-01,\nA1,Xã,commune,,2026-07-01,", 3, "trùng")]
    [InlineData("A1,Xã,commune,B1,2025-07-01,\nB1,Xã,commune,C1,2025-07-01,\nC1,Xã,commune,A1,2026-01-01,", 4, "trực thuộc chính mình")]
    public async Task A_bad_line_is_named_with_its_number_and_nothing_is_stored(string lines, int line, string reason)
    {
        var (report, problems) = await ImportAsync(Header + lines + "\n");
        report.ShouldBeNull();
        problems.All.ShouldContain(p => p.Line == line && p.Reason.Contains(reason, StringComparison.Ordinal), string.Join("; ", problems.All));
        (await TreeAsync()).All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_bad_line_is_reported_up_to_a_hundred()
    {
        var file = Header + string.Concat(Enumerable.Range(0, 150).Select(i => $"bad{i},Xã,commune,,2025-07-01,\n"));
        (await ImportAsync(file)).Problems.All.Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_bad_parent_line_does_not_make_its_children_bad()
    {
        var (_, problems) = await ImportAsync(Header + "P1,,province,,2000-01-01,\nC1,Xã,commune,P1,2025-07-01,\n");
        problems.All.Select(p => p.Line).ShouldBe([2]);
    }

    [Fact]
    public async Task A_mark_and_windows_line_ends_are_read_and_names_are_kept_in_NFC()
    {
        await ImportAsync("\uFEFF" + Header.Replace("\n", "\r\n", StringComparison.Ordinal) + $"P1,\"{"Tỉnh, Một".Normalize(NormalizationForm.FormD)}\",province,,2000-01-01,\r\n");
        var tree = await TreeAsync();
        tree.NameOf(tree.ByCode("P1")!.Id, new(2026, 1, 1)).ShouldBe("Tỉnh, Một");
    }

    [Fact]
    public async Task An_empty_file_and_a_strange_header_are_refused()
    {
        (await ImportAsync("")).Problems.Any.ShouldBeTrue();
        (await ImportAsync("code,name,level\nA1,Xã,commune\n")).Problems.All.Count.ShouldBe(3, "three columns are missing");
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        (await ImportAsync(Header + "P1,Tỉnh,province,,2000-01-01,\n", dryRun: true)).Report.ShouldBe(new ImportAgencies.Report(1, 1, 1, 0));
        (await TreeAsync()).All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_national_list_of_3355_units_loads_in_seconds()
    {
        var watch = Stopwatch.StartNew();
        var problems = new ImportProblems(NationalUnits.File);
        var report = await database.InScopeAsync(async services =>
        {
            await using var file = NationalUnits.Open();
            return await services.GetRequiredService<ImportAgencies>().RunAsync(new(file, AgencyFileShape.National), problems, default);
        });
        problems.Any.ShouldBeFalse();
        report!.NewAgencies.ShouldBe(3355);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        var tree = await TreeAsync();
        tree.RootsAt(new(2026, 1, 1)).Count().ShouldBe(34);
        tree.ChildrenOf(tree.ByCode("01")!.Id, new(2026, 1, 1)).Count.ShouldBeGreaterThan(100);
    }

    private async Task<(ImportAgencies.Report? Report, ImportProblems Problems)> ImportAsync(string text, bool dryRun = false)
    {
        var problems = new ImportProblems("agencies.csv");
        var report = await database.InScopeAsync(async services =>
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return await services.GetRequiredService<ImportAgencies>().RunAsync(new(file, DryRun: dryRun), problems, default);
        });
        return (report, problems);
    }

    private Task<AgencyTree> TreeAsync() => database.InScopeAsync(services => AgencyTree.LoadAsync(services.GetRequiredService<MotCuaDb>()));
}

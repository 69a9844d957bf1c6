using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Procedures;

public sealed class ImportProceduresTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const string Header = "code,name,field,limit,on_supplement,digitisation,fee_vnd\n";

    [Fact]
    public async Task The_real_file_imports_whole_and_a_second_time_changes_nothing()
    {
        var (first, problems) = await ImportFileAsync();
        problems.ShouldBeEmpty();
        first.ShouldSatisfyAllConditions(r => r.Read.ShouldBe(384), r => r.Unchanged.ShouldBe(384 - r.Added - r.Changed));

        var (second, _) = await ImportFileAsync();
        second.ShouldBe(new ImportProcedures.Report(384, 0, 0));

        var certificate = await VersionAsync("1.004873");
        certificate.Limit.ShouldBeNull();
        certificate.Content.Fees.ShouldAllBe(f => f.Dong == null);
        certificate.Content.Channels.Select(c => c.SourceLimit).ShouldBe(["3", "3", "3"]);
        certificate.Content.Papers.ShouldAllBe(p => p.Originals + p.Copies > 0);
        certificate.Content.Notes.ShouldNotBeEmpty();

        var permit = await VersionAsync("1.013225");
        permit.LimitFor(FilingChannel.Direct)!.Value.ToString().ShouldBe("15d");
        permit.LimitFor(FilingChannel.Online)!.Value.ToString().ShouldBe("20d");

        (await VersionAsync("2.001159")).Limit!.Value.ToString().ShouldBe("1h");
    }

    [Fact]
    public async Task Csv_is_accepted_with_a_byte_order_mark_and_crlf()
    {
        var (report, problems) = await ImportAsync("\uFEFF" + Header.Replace("\n", "\r\n") + "C1,Tên,Lĩnh vực,3wd,,,\r\n");

        problems.ShouldBeEmpty();
        report.Added.ShouldBe(1);
        var version = await VersionAsync("C1");
        (version.OnSupplement, version.DigitisationRequired, version.Content.Fees.Count).ShouldBe((MotCua.Calendar.SupplementPolicy.Restart, true, 0));
    }

    [Fact]
    public async Task Every_bad_line_is_named_and_nothing_is_written()
    {
        var (_, problems) = await ImportAsync(Header
            + "GOOD1,Tên,Lĩnh vực,3wd,restart,required,0\n"
            + "bad code,Tên,Lĩnh vực,3wd,,,\n"
            + "B1,,Lĩnh vực,3wd,,,\n"
            + "B2,Tên,Lĩnh vực,0wd,,,\n"
            + "B3,Tên,Lĩnh vực,10000wd,,,\n"
            + "B4,Tên,Lĩnh vực,,,,\n"
            + "B5,Tên,Lĩnh vực,3wd,again,,\n"
            + "B6,Tên,Lĩnh vực,3wd,,maybe,\n"
            + "B7,Tên,Lĩnh vực,3wd,,,1.5\n"
            + "B8,Tên,Lĩnh vực,3wd,,,-1\n"
            + $"B9,{new string('a', 301)},Lĩnh vực,3wd,,,\n"
            + "B10,Tên\u202Eđảo,Lĩnh vực,3wd,,,\n"
            + "B11,Tên,Lĩnh vực,3wd,,\n"
            + "GOOD1,Tên khác,Lĩnh vực,3wd,,,\n");

        problems.Select(p => p.Line).Distinct().ShouldBe([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        (await ExistsAsync("GOOD1")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("code,name,field,limit,on_supplement,digitisation\nA,B,C,3wd,,\n")]
    [InlineData("code,name,field,limit,on_supplement,digitisation,fee_vnd,more\nA,B,C,3wd,,,,x\n")]
    public async Task A_file_without_the_right_columns_is_refused(string csv) => (await ImportAsync(csv)).Problems.ShouldNotBeEmpty();

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var (report, _) = await ImportAsync(Header + "DRY1,Tên,Lĩnh vực,3wd,,,\n", dryRun: true);

        report.Added.ShouldBe(1);
        (await ExistsAsync("DRY1")).ShouldBeFalse();
    }

    [Fact]
    public async Task Names_typed_in_parts_are_kept_in_nfc()
    {
        await ImportAsync(Header + "NFD1," + "Đăng ký khai sinh".Normalize(NormalizationForm.FormD) + ",Hộ tịch,3wd,,,\n");

        (await VersionAsync("NFD1")).Name.ShouldBe("Đăng ký khai sinh");
    }

    [Fact]
    public async Task A_later_file_changes_what_is_known_and_keeps_what_the_csv_does_not_say()
    {
        await ImportAsync("""[{"code":"J1","name":"Tên","field":"Lĩnh vực","ministry":null,"level":"Cấp Xã","documents":[{"name":"Tờ khai","original":1,"copy":0,"required":null,"case":null,"has_form":true,"is_note":false}]}]""", json: true);
        database.Clock.Advance(TimeSpan.FromDays(3));

        var (report, problems) = await ImportAsync(Header + "J1,Tên mới,Lĩnh vực,3wd,resume,exempt,8000\n");

        problems.ShouldBeEmpty();
        report.Changed.ShouldBe(1);
        var version = await VersionAsync("J1");
        version.Number.ShouldBe(2);
        version.Name.ShouldBe("Tên mới");
        version.Level.ShouldBe("Cấp xã");
        version.Content.Papers.ShouldHaveSingleItem().Name.ShouldBe("Tờ khai");
        version.Content.FeeFor(FilingChannel.Direct)!.Dong.ShouldBe(8000);
    }

    [Theory]
    [InlineData("{}", 1)]
    [InlineData("[\n{\"code\":\"X1\"}\n]", 2)]
    [InlineData("[\n{\"code\":\"X1\",\"name\":\"a\",\"field\":\"b\",\"what\":1}\n]", 2)]
    [InlineData("[\n{\"code\":\"X1\",\"name\":\"a\",\"field\":\"b\",\"channels\":[{\"channel\":\"pigeon\"}]}\n]", 2)]
    [InlineData("[\n{\"code\":\"X1\",\"name\":\"a\",\"field\":\"b\"},\n{broken\n]", 3)]
    [InlineData("[\n3\n]", 2)]
    [InlineData("[\n{\"code\":\"x\",\"name\":\"a\",\"field\":\"b\"}\n]", 2)]
    [InlineData("[\n{\"code\":\"X1\",\"name\":\"a\",\"field\":\"b\",\"channels\":[{\"channel\":\"direct\",\"duration_value\":0,\"duration_unit\":\"day\"}]}\n]", 2)]
    public async Task A_wrong_json_file_is_refused_with_its_line(string json, int line)
    {
        var (_, problems) = await ImportAsync(json, json: true);

        problems.ShouldNotBeEmpty();
        problems[0].Line.ShouldBe(line);
        (await ExistsAsync("X1")).ShouldBeFalse();
    }

    private Task<(ImportProcedures.Report Report, IReadOnlyList<(int Line, string Reason)> Problems)> ImportFileAsync() =>
        ImportAsync(File.ReadAllText(Repository.File("src", "MotCua.Scenes", "data", "procedures.json")), json: true);

    private Task<(ImportProcedures.Report Report, IReadOnlyList<(int Line, string Reason)> Problems)> ImportAsync(string text, bool json = false, bool dryRun = false) =>
        database.InScopeAsync(async services =>
        {
            var problems = new ImportProblems("file");
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var report = await services.GetRequiredService<ImportProcedures>()
                .RunAsync(new ImportProcedures.Input(stream, json, dryRun), problems, CancellationToken.None);
            return (report, problems.All);
        });

    private Task<ProcedureVersion> VersionAsync(string code) => database.InScopeAsync(async services =>
        (await services.GetRequiredService<MotCuaDb>().Procedures.SingleAsync(p => p.Code == code)).VersionAt(database.Clock.Now().Day)!);

    private Task<bool> ExistsAsync(string code) => database.InScopeAsync(services =>
        services.GetRequiredService<MotCuaDb>().Procedures.AnyAsync(p => p.Code == code));
}

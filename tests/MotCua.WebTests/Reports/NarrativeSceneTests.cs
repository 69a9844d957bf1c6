using Microsoft.Extensions.DependencyInjection;
using MotCua.Database;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Scenes;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>The shipped templates on the scenes they were made after: the sentences give back the seeds' right numbers.</summary>
public sealed class NarrativeSceneTests(PostgresFixture postgres)
{
    [Fact]
    public Task Seed_000_says_861_dossiers_and_47_late() => SaysAsync(
        "seed-000", "xa-6-thang",
        "có 861 hồ sơ phải giải quyết, gồm 1 hồ sơ kỳ trước chuyển sang và 860 hồ sơ mới",
        "Đã giải quyết 849 hồ sơ: trước và đúng hạn 808 hồ sơ, đạt 95,17%; trễ hạn 41 hồ sơ, chiếm 4,83%",
        "có 47 hồ sơ trễ hạn, chiếm 5,46%", "471 hồ sơ thuộc diện phải số hóa, đạt 92,53%; còn 38", "Thu 860 phiếu đánh giá, bằng 99,88%", "800 phiếu hài lòng, đạt 93,02%",
        "Cấp trên giao 9 nhiệm vụ", "quá hạn chưa xong 3 nhiệm vụ", "Công tác cải cách hành chính 6 tháng đầu năm 2022");

    [Fact]
    public Task Seed_002_says_32339_dossiers_and_13_90_percent_overdue() => SaysAsync(
        "seed-002", "van-phong-ke-hoach",
        "có 32.339 hồ sơ phải giải quyết; trong số hồ sơ mới, nhận trực tiếp 32.337 hồ sơ, trực tuyến 2 hồ sơ", "Đã giải quyết 27.755 hồ sơ, đúng hạn 25.775 hồ sơ, trễ hạn 1.980 hồ sơ (chiếm 7,13%",
        "quá hạn 637 hồ sơ (chiếm 13,90%");

    [Fact]
    public Task Seed_004_says_186_dossiers_and_the_rows_of_its_annex() => SaysAsync(
        "seed-004", "phuong-quy", "có 186 hồ sơ phải giải quyết", "Đã giải quyết 181 hồ sơ", "đạt 27,27%", "91 trên 146 hồ sơ được nộp trực tuyến, đạt 62,33%", "7.972 trên kế hoạch vốn 12.175, đạt 65,48%");

    private async Task SaysAsync(string scene, string template, params string[] sentences)
    {
        var seed = SeedScene.Find(scene)!;
        var connection = await postgres.NewDatabaseAsync();
        _ = await seed.LoadIfEmptyAsync(connection, CancellationToken.None);
        await using var services = new ServiceCollection().AddLogging().AddMotCua(connection, new FakeClock("20/11/2026 09:42")).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        var agency = (await AgencyTree.LoadAsync(db)).ByCode(seed.AgencyCode)!.Id;
        var choice = TemplateChoice.AllShipped.Single(t => t.Key == template);
        var report = NarrativeReport.Begin(agency, choice, seed.From, seed.To, new FakeClock("20/11/2026 09:42").Now(), new OfficerId(Ids.New())).Value;
        var content = (await scope.ServiceProvider.GetRequiredService<ComposeNarrative>().RunAsync(new(report), CancellationToken.None)).Value;
        var text = string.Join('\n', content.Document.Blocks.OfType<Paragraph>().Select(p => p.Line.Text)) + string.Join('\n', content.Document.TitleLines);
        foreach (var sentence in sentences)
        {
            text.ShouldContain(sentence);
        }

        content.Figures.ShouldAllBe(f => f.Link.StartsWith('/') && f.Agency == seed.AgencyCode);
        DocxWriter.Write(content.Document).Length.ShouldBeGreaterThan(5000);
    }
}

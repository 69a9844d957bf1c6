using System.Net;
using MotCua.Organization;
using MotCua.Scenes;
using MotCua.TestKit;
using Npgsql;
using Dapper;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>The pages of the forms over the scene of seed 003: every number leads to as many records as it says.</summary>
public sealed class FormPagesTests(SeedDesk app) : IClassFixture<SeedDesk>
{
    private const string Period = "donvi=SEED003&tu=2023-01-01&den=2023-07-31";

    [Theory]
    [InlineData("/bao-cao/b1")]
    [InlineData("/bao-cao/b3")]
    [InlineData("/bao-cao/ii06")]
    public async Task Every_number_leads_to_as_many_records_as_it_says(string path)
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync($"{path}?{Period}");
        var figures = page.Document.QuerySelectorAll("tbody a.mc-fig").Select(a => (Number: a.TextContent.Trim(), Link: a.GetAttribute("href")!)).Where(f => f.Number != "0").ToList();
        figures.Count.ShouldBeGreaterThan(3);
        foreach (var (number, link) in figures.OrderBy(f => f.Link, StringComparer.Ordinal).Take(12))
        {
            (await CountAsync(office, link)).ShouldBe(number, link);
        }
    }

    [Fact]
    public async Task B2_masks_names_shows_them_on_demand_and_leads_to_the_dossier()
    {
        using var office = await app.OpenAsync();
        var masked = await office.OpenAsync($"/bao-cao/b2?{Period}");
        masked.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        masked.One("tbody td:nth-child(4)").TextContent.ShouldEndWith("***");
        masked.One("tbody a.mc-fig").GetAttribute("href")!.ShouldStartWith("/ho-so/SEED003-");

        var whole = await office.OpenAsync($"/bao-cao/b2?{Period}&ten=du");
        whole.One("tbody td:nth-child(4)").TextContent.ShouldNotContain("***");
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        (await connection.ExecuteScalarAsync<int>("select count(*)::int from audit_log where action = 'report.names-shown' and officer_id is not null")).ShouldBe(1);
    }

    [Theory]
    [InlineData("b1")]
    [InlineData("b2")]
    [InlineData("b3")]
    [InlineData("b4")]
    [InlineData("ii06")]
    [InlineData("phu-luc-1")]
    public async Task Every_form_is_a_page_an_Excel_and_a_Word_file_in_both_languages(string form)
    {
        using var office = await app.OpenAsync();
        foreach (var format in new[] { "xlsx", "docx" })
        {
            (await office.GetAsync($"/bao-cao/{form}?{Period}&format={format}")).Status.ShouldBe(HttpStatusCode.OK);
        }

        office.Cookies.Add(Visitor.Host, new Cookie("mc-lang", "en"));
        var page = await office.OpenAsync($"/bao-cao/{form}?{Period}");
        page.Title.ShouldMatch("^(Form|Annex) ");
        page.Words.ShouldNotContain("Tình hình");
        (await office.OpenAsync($"/bao-cao/{form}?donvi=SEED003&tu=2023-07-31&den=2023-01-01")).Errors.Count.ShouldBe(1);
        (await office.OpenAsync($"/bao-cao/{form}?donvi=KHONGCO&tu=2023-01-01&den=2023-07-31")).Errors.Count.ShouldBe(1);
    }

    private static async Task<string> CountAsync(Visitor visitor, string link)
    {
        var count = 0;
        for (var page = 1; ; page++)
        {
            var rows = (await visitor.OpenAsync($"{link}&trang={page}")).Document.QuerySelectorAll("tbody tr").Length;
            count += rows;
            if (rows < 50)
            {
                return $"{count}";
            }
        }
    }
}

/// <summary>The scene of seed 003 beside the test's own province; its office officer looks at it.</summary>
public sealed class SeedDesk(PostgresFixture postgres) : DeskApp(postgres)
{
    public Task<Visitor> OpenAsync(OfficeRole role = OfficeRole.ReportOfficer) => SignedInAt(Seed, role);

    private AgencyId Seed { get; set; }

    protected override async Task PrepareAsync()
    {
        // The scene wants an empty database; the desk's own agencies come back afterwards under other codes.
        await ExecuteAsync("truncate agencies cascade");
        _ = await SeedScene.Find("seed-003")!.LoadIfEmptyAsync(ConnectionString, CancellationToken.None);
        Seed = await WithDbAsync(async db => (await AgencyTree.LoadAsync(db)).ByCode("SEED003")!.Id);
    }
}

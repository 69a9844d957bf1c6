using System.IO.Compression;
using System.Text.Json;
using Dapper;
using MotCua.TestKit;
using MotCua.WebTests.Dossiers;
using Npgsql;
using Shouldly;
using Xunit;
using static MotCua.WebTests.Dossiers.LedgerOffice;

namespace MotCua.WebTests.Reports;

/// <summary>motcua report: formats, wrong usage, and whole names only when asked for and noted.</summary>
public sealed class ReportCommandTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IAsyncLifetime
{
    private static readonly string[] Period = ["--agency", "H57", "--from", "2026-05-01", "--to", "2026-05-31"];

    private readonly CommandRun command = new(database);

    public async ValueTask InitializeAsync()
    {
        var office = new LedgerOffice(database, command);
        await office.OpenAsync();
        (await office.ImportAsync(
            Received("A-1"),
            Line("A-1", "apology_issued", "2026-05-07T09:00:00+07:00", ""","number":"27/XL","new_due":"2026-05-12","cause":"Mất điện","signer":"Lê Vinh" """),
            Line("A-1", "result_ready", "2026-05-15T09:00:00+07:00", ""","outcome":"granted" """))).Errors.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Names_in_B2_are_masked_unless_asked_for_and_that_is_audited()
    {
        var masked = await RunAsync("b2");
        masked.GetProperty("rows")[0].ToString().ShouldSatisfyAllConditions(
            r => r.ShouldContain("Lê Văn A***"), r => r.ShouldContain("\"days_late\": 5"), r => r.ShouldContain("27/XL"), r => r.ShouldContain("Mất điện"));
        (await AuditedAsync()).ShouldBe(0);

        (await RunAsync("b2", "--full", "--basis", "extended")).GetProperty("rows")[0].ToString().ShouldSatisfyAllConditions(
            r => r.ShouldContain("Lê Văn An"), r => r.ShouldContain("\"days_late\": 3"));
        (await AuditedAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("b2", "--by", "agency")]
    [InlineData("b3", "--by", "field")]
    [InlineData("b4", "--by", "agency")]
    [InlineData("annex1", "--by", "agency")]
    [InlineData("b1", "--by", "officer")]
    [InlineData("b1", "--full", "--")]
    [InlineData("b5", "--basis", "original")]
    [InlineData("b1", "--format", "csv")]
    [InlineData("b1", "--format", "docx")]
    [InlineData("b1", "--at", "2026-04-30T23:59:59+07:00")]
    [InlineData("b1", "--at", "2026-05-30T23:59:59")]
    [InlineData("b1", "-o", "/khong/co/thu/muc/nay/b1.json")]
    [InlineData("b1", "-o", "/tmp")]
    public async Task What_cannot_be_asked_is_wrong_usage(string form, string option, string value)
    {
        string[] more = value == "--" ? [option] : [option, value];
        (await command.RunAsync(["report", form, .. Period, .. more])).Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("xlsx", "PK")]
    [InlineData("docx", "PK")]
    [InlineData("pdf", "%PDF")]
    public async Task Every_form_is_written_as_a_file_of_the_format(string format, string begins)
    {
        foreach (var form in MotCua.Reports.Form.All)
        {
            var file = command.Write($"{form.Name}.{format}", "");
            var answer = await command.RunAsync(["report", form.Name, .. Period, "--format", format, "-o", file]);
            answer.Code.ShouldBe(0, answer.Errors);
            (await File.ReadAllTextAsync(file)).ShouldStartWith(begins);
        }
    }

    [Fact]
    public async Task A_rate_of_nothing_is_said_in_words_in_Excel_too()
    {
        var file = command.Write("khong.xlsx", "");
        (await command.RunAsync(["report", "b1", "--agency", Period[1], "--from", "2001-01-01", "--to", "2001-03-31", "--format", "xlsx", "-o", file])).Code.ShouldBe(0);

        using var zip = ZipFile.OpenRead(file);
        var words = string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
        words.ShouldContain("không phát sinh");
    }

    private async Task<JsonElement> RunAsync(string form, params string[] more)
    {
        var answer = await command.RunAsync(["report", form, .. Period, .. more]);
        answer.Code.ShouldBe(0, answer.Errors);
        return JsonDocument.Parse(answer.Output).RootElement;
    }

    private async Task<int> AuditedAsync()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        return await connection.ExecuteScalarAsync<int>("select count(*)::int from audit_log where action = 'report.names-shown'");
    }
}

using System.Net;
using System.Text;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>Another system's list beside the list of one of our figures, over the scene of seed 003.</summary>
public sealed class ReconcileTests(SeedDesk app) : IClassFixture<SeedDesk>
{
    private static readonly (string, string)[] Asked = [("chitieu", "done"), ("donvi", "SEED003"), ("tu", "2023-01-01"), ("den", "2023-07-31")];

    [Fact]
    public async Task Our_own_list_agrees_with_itself()
    {
        using var office = await app.OpenAsync();
        var page = await office.FillAsync("/bao-cao/doi-soat", [.. Asked, ("Words", await ListAsync("done"))]);
        page.Words.ShouldContain("Hai danh sách khớp nhau");
        page.Document.QuerySelectorAll("#ket-qua dd").Select(d => d.TextContent.Trim()).ShouldBe(["493", "493", "493", "0"]);
    }

    [Fact]
    public async Task Each_difference_is_named_with_its_reason()
    {
        var lines = Lines(await ListAsync("done"));
        var pending = Lines(await ListAsync("pending"))[1].Split(',')[0];
        var theirs = lines.Where((_, i) => i != 1).Append(lines[2]).Append("LA-000-0001").Append(pending);
        using var office = await app.OpenAsync();
        var page = await office.FillAsync("/bao-cao/doi-soat", [.. Asked, ("Words", string.Join('\n', theirs))]);

        page.Words.ShouldContain("Lệch 3 hồ sơ");
        page.Words.ShouldContain("Chỉ phần mềm này có: 1 hồ sơ");
        page.Words.ShouldContain(lines[1].Split(',')[0]);
        page.Words.ShouldContain("Phần mềm không có mã này");
        page.Words.ShouldContain("chưa xong: không thuộc con số này");
        page.Document.QuerySelectorAll("#ket-qua dd").Select(d => d.TextContent.Trim()).ShouldBe(["493", "494", "492", "1"]);
    }

    [Fact]
    public async Task Two_hundred_thousand_lines_are_compared_and_the_file_has_every_difference()
    {
        using var office = await app.OpenAsync();
        var file = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, 200_000).Select(n => $"LA-{n:000000}-1")));
        var page = await office.UploadAsync(await office.OpenAsync("/bao-cao/doi-soat"), "main form[method=post]", "Upload", "list.csv", file, [.. Asked, ("format", "csv")]);
        page.Status.ShouldBe(HttpStatusCode.OK);
        Lines(page.Document.Body!.TextContent).Length.ShouldBe(1 + 493 + 200_000);
    }

    [Theory]
    [InlineData("", "Dán danh sách hồ sơ, hoặc chọn tệp")]
    [InlineData("không có mã nào ở đây", "Không đọc được mã hồ sơ nào")]
    [InlineData("Mã hồ sơ\n;", "Không đọc được mã hồ sơ nào")]
    public async Task A_list_without_codes_says_what_to_paste(string words, string told)
    {
        using var office = await app.OpenAsync();
        var page = await office.FillAsync("/bao-cao/doi-soat", [.. Asked, ("Words", words)]);
        page.Words.ShouldContain(told);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_starts_is_refused_and_what_was_pasted_stays()
    {
        using var office = await app.OpenAsync();
        var page = await office.FillAsync("/bao-cao/doi-soat", ("chitieu", "done"), ("donvi", "SEED003"), ("tu", "2023-07-31"), ("den", "2023-01-01"), ("Words", "LA-1-1"));
        page.Errors.ShouldNotBeEmpty();
        page.One("#Words").TextContent.ShouldContain("LA-1-1");
    }

    [Fact]
    public async Task A_clerk_at_the_counter_does_not_reconcile()
    {
        using var counter = await app.OpenAsync(OfficeRole.Receptionist);
        (await counter.GetAsync("/bao-cao/doi-soat")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> ListAsync(string figure)
    {
        using var office = await app.OpenAsync();
        return (await office.GetAsync($"/bao-cao/danh-sach?chitieu={figure}&donvi=SEED003&tu=2023-01-01&den=2023-07-31&format=csv")).Document.Body!.TextContent;
    }

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Net;
using MotCua.Foundation;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>Narrative reports over the scene of seed 003: begun, written, contradicted, mended, downloaded; without scripts.</summary>
public sealed class NarrativePagesTests(SeedDesk app) : IClassFixture<SeedDesk>
{
    [Fact]
    public async Task Every_number_of_a_computed_sentence_opens_its_records()
    {
        using var office = await app.OpenAsync();
        var page = await BeginAsync(office);
        var figures = page.Document.QuerySelectorAll("article a.mc-fig").Select(a => (Number: a.TextContent.Trim(), Link: a.GetAttribute("href")!)).ToList();

        figures.Count.ShouldBeGreaterThan(12);
        page.Words.ShouldContain("505 hồ sơ phải giải quyết, gồm 15 hồ sơ kỳ trước");
        page.Words.ShouldContain("trước và đúng hạn 489 hồ sơ, đạt 99,19%; trễ hạn 4 hồ sơ, chiếm 0,81%");
        page.Words.ShouldContain("có 31 nhiệm vụ, đã hoàn thành 26 nhiệm vụ, đạt 83,87%");
        foreach (var link in figures.Select(f => f.Link).Distinct())
        {
            (await office.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.OK, link);
        }

        (await office.OpenAsync(figures.First(f => f.Number == "4").Link)).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_contradiction_stands_beside_its_passage_until_it_is_mended_or_explained()
    {
        using var office = await app.OpenAsync();
        var page = await BeginAsync(office);
        await office.SubmitAsync(page, "#doan-uu-diem form", ("text", "Trong kỳ không có hồ sơ trễ hạn."));
        page = await office.OpenAsync(page.Path);
        page.One("#doan-uu-diem li").TextContent.ShouldContain("là 4");
        page.One("#doan-uu-diem li a").GetAttribute("href")!.ShouldContain("chitieu=late");
        page.Words.ShouldContain("Còn 1 đoạn mâu thuẫn");

        await office.SubmitAsync(page, "#doan-uu-diem form", ("explanation", "Bốn hồ sơ trễ do phần mềm, đã trả đúng hẹn."));
        (await office.OpenAsync(page.Path)).Words.ShouldNotContain("Còn 1 đoạn mâu thuẫn");
    }

    [Fact]
    public async Task Two_who_write_one_passage_are_told()
    {
        using var office = await app.OpenAsync();
        using var colleague = await app.OpenAsync();
        var page = await BeginAsync(office);
        var seen = await colleague.OpenAsync(page.Path);
        await office.SubmitAsync(page, "#doan-ky-cuong form", ("text", "Bản của người thứ nhất."));
        var answer = await colleague.SubmitAsync(seen, "#doan-ky-cuong form", ("text", "Bản của người thứ hai."));

        answer.Errors.ShouldHaveSingleItem().ShouldContain("Bản của người thứ nhất.");
        answer.One("#text-ky-cuong").TextContent.ShouldContain("người thứ hai");
    }

    [Fact]
    public async Task The_report_is_a_Word_file_and_only_its_office_writes_it()
    {
        using var office = await app.OpenAsync();
        var page = await BeginAsync(office);
        (await office.GetAsync($"{page.Path}?format=docx")).Status.ShouldBe(HttpStatusCode.OK);
        (await office.SubmitAsync(page, "form[action*='handler=Head']", ("Number", "115"), ("SignedOn", "02/08/2023"), ("Signer", "Nguyễn Văn Trí"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await office.OpenAsync(page.Path);
        after.Words.ShouldContain("Số: 115/BC-UBND");
        after.Words.ShouldContain("ngày 02 tháng 8 năm 2023");
        after.Words.ShouldContain("xem xét./.");

        using var signer = await app.OpenAsync(OfficeRole.Signer);
        var shown = await signer.OpenAsync(page.Path);
        shown.One("aside dd").TextContent.ShouldBe("115");
        shown.Document.QuerySelectorAll("main form[method=post] textarea").ShouldBeEmpty();

        using var auditor = await app.OpenAsync(OfficeRole.Auditor);
        var seen = await auditor.OpenAsync(page.Path);
        seen.Document.QuerySelectorAll("textarea").ShouldBeEmpty();
        (await auditor.OpenAsync("/bao-cao/dinh-ky")).Document.QuerySelectorAll("form select[name=Template]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_wants_a_template_and_days_in_order()
    {
        using var office = await app.OpenAsync();
        (await office.FillAsync("/bao-cao/dinh-ky", ("Template", ""))).Errors.ShouldContain("Chọn mẫu báo cáo");
        (await office.FillAsync("/bao-cao/dinh-ky", ("Template", "phuong-quy"), ("From", "31/07/2023"), ("To", "01/01/2023"))).Errors.ShouldHaveSingleItem().ShouldContain("trước khi bắt đầu");
        (await office.FillAsync("/bao-cao/dinh-ky", ("Template", "phuong-quy"), ("From", "01/01/2099"), ("To", "31/03/2099"))).Errors.ShouldHaveSingleItem().ShouldContain("sau hôm nay");
        (await office.OpenAsync($"/bao-cao/dinh-ky/{Ids.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<WebPage> BeginAsync(Visitor office)
    {
        var answer = await office.FillAsync("/bao-cao/dinh-ky", ("Template", "xa-kiem-tra"), ("From", "01/01/2023"), ("To", "31/07/2023"));
        return await office.FollowAsync(answer);
    }
}

using System.Net;
using System.Text;
using MotCua.Documents;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>A report written elsewhere, pasted or uploaded; what does not agree is shown by its rule.</summary>
public sealed class CheckReportPageTests(SeedDesk app) : IClassFixture<SeedDesk>
{
    private const string Form = "form[action='/bao-cao/kiem-tra']";

    [Fact]
    public async Task Contradictions_of_a_pasted_report_stand_under_their_rule()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync("/bao-cao/kiem-tra");
        var answer = await office.SubmitAsync(page, Form, ("From", "01/01/2023"), ("To", "31/07/2023"),
            ("Words", "Đã giải quyết 493 hồ sơ, trễ hạn 04 hồ sơ chiếm 0.2%. Kế hoạch số 44/KH-UBND ngày 10/3/2023; Kế hoạch số 44/KH-UBND ngày 09/3/2022."),
            ("Sheet", "staff.quota_total; 20\nstaff.quota_officials; 11\nstaff.quota_civil_servants; 10"));

        answer.One("section[aria-labelledby=qt-R1]").TextContent.ShouldContain("0,81%");
        answer.One("section[aria-labelledby=qt-R3]").TextContent.ShouldContain("11 + 10 = 21");
        answer.One("section[aria-labelledby=qt-R6]").TextContent.ShouldContain("hai ngày khác nhau");
        answer.One("#Words").TextContent.ShouldContain("trễ hạn 04");
    }

    [Fact]
    public async Task Figures_are_held_against_the_records_when_asked()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync("/bao-cao/kiem-tra");
        var answer = await office.SubmitAsync(page, Form, ("From", "01/01/2023"), ("To", "31/07/2023"), ("Sheet", "received; 500"), ("WithSystem", "true"));

        answer.One("section[aria-labelledby=qt-R5]").TextContent.ShouldContain("hệ thống có 505");
        (await office.OpenAsync(answer.One("section[aria-labelledby=qt-R5] a").GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_Word_file_is_read_and_another_file_refused()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync("/bao-cao/kiem-tra");
        var word = DocxWriter.Write(new OfficialDocument { Name = "Thử", Page = PageSetup.A4, Blocks = [new Paragraph("Trễ hạn 04 trên 493 hồ sơ, chiếm 0.2%. Chữ của tệp Word.")] });
        var read = await office.UploadAsync(page, Form, "WordsFile", "bao-cao.docx", word, ("From", "01/01/2023"), ("To", "31/07/2023"));
        read.One("#Words").TextContent.ShouldContain("Chữ của tệp Word.");
        read.One("section[aria-labelledby=qt-R10]").TextContent.ShouldContain("Viết dấu phẩy");

        var refused = await office.UploadAsync(page, Form, "WordsFile", "bao-cao.docx", Encoding.UTF8.GetBytes("không phải Word"), ("From", "01/01/2023"), ("To", "31/07/2023"));
        refused.Errors.ShouldContain(e => e.Contains("Không đọc được tệp Word này"));
    }

    [Fact]
    public async Task Nothing_to_check_and_days_out_of_order_are_told()
    {
        using var office = await app.OpenAsync();
        var page = await office.OpenAsync("/bao-cao/kiem-tra");
        (await office.SubmitAsync(page, Form)).Errors.ShouldHaveSingleItem().ShouldContain("Dán lời văn hoặc số liệu");
        (await office.SubmitAsync(page, Form, ("Words", "a"), ("From", "31/07/2023"), ("To", "01/01/2023"))).Errors.ShouldHaveSingleItem().ShouldContain("trước khi bắt đầu");
        (await office.SubmitAsync(page, Form, ("Words", "a"), ("From", "01/01/2099"), ("To", "31/03/2099"))).Errors.ShouldHaveSingleItem().ShouldContain("sau hôm nay");
        (await office.SubmitAsync(page, Form, ("Sheet", "[{]"))).Errors.ShouldHaveSingleItem().ShouldContain("Không đọc được bảng số liệu");
        (await office.GetAsync("/bao-cao/kiem-tra?handler=Sheet")).Status.ShouldBe(HttpStatusCode.OK);
        using var clerk = await app.OpenAsync(OfficeRole.Clerk);
        (await clerk.GetAsync("/bao-cao/kiem-tra")).Status.ShouldNotBe(HttpStatusCode.OK);
    }
}

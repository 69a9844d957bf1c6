using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

public sealed class PaperTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task The_slip_says_who_what_and_until_when_with_every_mark()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var slip = await hanh.OpenAsync($"/ho-so/{code}/giay/receipt");

        var words = string.Join(' ', slip.One("article").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
        words.ShouldContain(DossierOffice.Applicant);
        words.ShouldContain("UBND XÃ AN BÌNH");
        words.ShouldContain(code);
        words.ShouldContain("Trước 17 giờ, thứ Hai");
        words.ShouldContain("ngày 30/11/2026");
        words.ShouldContain("8.000 đồng, đã thu tiền mặt");
        words.ShouldContain("Mẫu số 01, Thông tư số 03/2025/TT-VPCP");
        slip.One("button[data-print]").TextContent.ShouldContain("In giấy hẹn, A5");
        slip.Document.QuerySelectorAll("[style], script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_request_to_complete_carries_the_typed_words_and_a_running_number()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        await office.ActAsync<AskForSupplement>(office.Bao, c => c.RunAsync(new(code, null, "Thiếu bản án ly hôn đã có hiệu lực"), default));
        using var bao = await office.LoggedInAsync(office.Bao);

        var words = (await bao.OpenAsync($"/ho-so/{code}/giay/supplement")).One("article").TextContent;

        words.ShouldContain("Thiếu bản án ly hôn đã có hiệu lực");
        words.ShouldMatch(@"Số: \d\d+/HDHS");
        words.ShouldContain("thời hạn tính lại từ đầu: 5 ngày làm việc");
    }

    [Fact]
    public async Task The_control_slip_has_a_line_for_each_hand_over()
    {
        var code = await office.ReadyAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        var slip = await bao.OpenAsync($"/ho-so/{code}/giay/control-slip");

        slip.One("article").TextContent.ShouldContain("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ");
        slip.Document.QuerySelectorAll("article tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task Slips_of_several_dossiers_come_in_one_print_and_strange_codes_are_left_out()
    {
        var (one, two) = (await office.ReadyAsync(), await office.ReadyAsync());
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.OpenAsync($"/phieu-kiem-soat?ma={one}&ma={two}&ma=khong-co")).Document.QuerySelectorAll("article").Length.ShouldBe(2);
        (await bao.GetAsync("/phieu-kiem-soat?ve=/Inbox")).Location.ShouldBe("/Inbox");
    }

    [Fact]
    public async Task A_refusal_and_a_guidance_have_their_papers()
    {
        office.Clock.Set("20/11/2026 09:42");
        var form = office.FormOf("Người Bị Từ Chối") with { Reason = "Việc này thuộc thẩm quyền của cơ quan đăng ký đất đai" };
        var refused = await office.AsAsync(office.Hanh, s => s.GetRequiredService<RefuseAtDoor>().RunAsync(new(form), default));
        var bad = form with { Reason = null, Papers = [new PaperCheck(1, "Tờ khai") { Verdict = PaperVerdict.Missing, Reason = "Chưa có tờ khai" }] };
        var draft = await office.AsAsync(office.Hanh, s => s.GetRequiredService<GuideToComplete>().RunAsync(new(bad, null), default));
        using var hanh = await office.LoggedInAsync(office.Hanh);

        (await hanh.OpenAsync($"/ho-so/{refused.Value}/giay/refusal")).One("article").TextContent.ShouldContain("cơ quan đăng ký đất đai");
        (await hanh.GetAsync($"/ho-so/{refused.Value}/giay/receipt")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hanh.OpenAsync($"/tiep-nhan/nhap/{draft.Value.Id}/phieu-huong-dan")).One("article").TextContent.ShouldContain("Chưa có tờ khai");
        (await hanh.GetAsync($"/tiep-nhan/nhap/{Ids.New()}/phieu-huong-dan")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("pdf", "%PDF-")]
    [InlineData("docx", "PK")]
    public async Task The_slip_is_also_a_file(string format, string begins)
    {
        var code = await office.ReceiveAsync();
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var file = await hanh.GetAsync($"/ho-so/{code}/giay/receipt?format={format}");

        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Document.Body!.TextContent.ShouldStartWith(begins);
    }

    [Fact]
    public async Task The_register_book_counts_from_one_in_the_year_without_a_gap()
    {
        office.Clock.Set("21/11/2026 09:42");
        await office.ReceiveAsync();
        using var hoa = await office.LoggedInAsync(office.Hoa);

        var book = await hoa.OpenAsync("/so-theo-doi?tu=1/1/2026&den=31/12/2026");

        var numbers = book.Document.QuerySelectorAll("article tbody tr td:first-child").Select(c => int.Parse(c.TextContent)).ToList();
        numbers.ShouldBe(Enumerable.Range(1, await office.WithDbAsync(db => db.Dossiers.CountAsync(d => d.ReceivedAt != null))));
        (await hoa.OpenAsync("/so-theo-doi?tu=2/1/2026&den=1/1/2026")).Errors.ShouldHaveSingleItem().ShouldContain("Ngày đầu phải trước ngày cuối");
        (await hoa.OpenAsync("/so-theo-doi?tu=31/2/2026&den=1/3/2026")).Errors.ShouldHaveSingleItem().ShouldContain("31/2/2026");
    }
}

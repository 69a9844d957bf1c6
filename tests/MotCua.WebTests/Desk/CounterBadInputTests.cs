using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Desk;

/// <summary>The same button pressed twice, letters with loose marks, addresses that name nothing.</summary>
public sealed class CounterBadInputTests(IntakeApp app) : IClassFixture<IntakeApp>
{
    [Fact]
    public async Task A_draft_saved_twice_at_once_is_one_draft()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.StartAsync(app.Marital, "051098003131||Lưu Văn Đôi|05051995|Nam|Thôn Đông|20052021");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.PressAsync(page, "Save")));

        (await DraftsAsync("Lưu Văn Đôi")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_guidance_slip_asked_for_twice_has_one_number()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.StartAsync(app.Marital, "051098003232||Mai Thị Hướng|05051995|Nữ|Thôn Đông|20052021");
        (string, string)[] found = [("Papers[0].Verdict", "ok"), ("Papers[1].Verdict", "missing"), ("Papers[1].Reason", "Chưa mang theo")];

        var both = await Task.WhenAll(officer.PressAsync(page, "Guide", found), officer.PressAsync(page, "Guide", found));

        both[0].Location.ShouldNotBeNull(string.Join("; ", both[0].Errors));
        both[1].Location.ShouldBe(both[0].Location);
        (await DraftsAsync("Mai Thị Hướng")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_form_gone_back_to_after_its_draft_became_a_dossier_saves_a_new_draft()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app, "051098003333||Đào Văn Quay|05051995|Nam|Thôn Đông|20052021");
        var saved = await officer.FollowAsync(await officer.PressAsync(page, "Save"));
        var opened = await officer.GetAsync(saved.One("main > .mc-note a").GetAttribute("href")!);
        (await officer.PressAsync(opened, "Receive")).CodeOf();

        (await officer.PressAsync(page, "Save")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await DraftsAsync("Đào Văn Quay")).Count(open => open).ShouldBe(1);
    }

    [Fact]
    public async Task A_card_line_and_a_search_with_loose_marks_are_read_as_composed()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.GetAsync(Counter.Page), "Refresh", ("Q", "tình trạng hôn nhân".Normalize(NormalizationForm.FormD)));
        page.One("button.mc-hit[name=Choose]").GetAttribute("value").ShouldBe(app.Marital.Value.ToString());

        var code = (await officer.PressAsync(await officer.ReadyAsync(app, "051098003434||Đỗ Thị Tuyết Phượng|05051995|Nữ|Thôn Tiền|20052021".Normalize(NormalizationForm.FormD)), "Receive")).CodeOf();

        var applicant = (await app.DossierAsync(code)).Applicant;
        (applicant.Name, applicant.Address).ShouldBe(("Đỗ Thị Tuyết Phượng", "Thôn Tiền"));
        applicant.Sex.ShouldBe("Nữ");
    }

    [Theory]
    [InlineData("https://dichvucong.hoagiang.example/tra-cuu/H99.31-2611")]
    [InlineData("https://dichvucong.hoagiang.example/tra-")]
    [InlineData("H99.31-261120-")]
    [InlineData("051098001234||Bùi Đăng Hưng|1403")]
    public async Task A_slip_scanned_short_offers_nothing_to_hand_over_and_says_so(string scanned)
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.OpenAsync("/tra-ket-qua?ma=" + Uri.EscapeDataString(scanned));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Words.ShouldContain("Không thấy hồ sơ");
        page.Box("ma").ShouldBe(scanned);
        page.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/Admin/Agencies/Show?ma=H00")]
    [InlineData("/Admin/Agencies/Edit?ma=H00")]
    [InlineData("/Admin/Agencies/Succeed?ma=H00")]
    [InlineData("/Admin/Officers/Show?id=00000000-0000-0000-0000-000000000001")]
    [InlineData("/Admin/Officers/Show?id=abc")]
    [InlineData("/Admin/Officers/Edit?id=00000000-0000-0000-0000-000000000001")]
    [InlineData("/Admin/Units/Edit?id=00000000-0000-0000-0000-000000000001")]
    [InlineData("/Admin/Units?co-quan=H00")]
    [InlineData("/quan-tri/thu-tuc/9.999999")]
    [InlineData("/quan-tri/thu-tuc/9.999999/sua")]
    [InlineData("/quan-tri/thu-tuc/%20/bai-bo")]
    public async Task An_address_that_names_nothing_is_not_found_in_words(string path)
    {
        using var administrator = await app.SignedInAt(app.Province, OfficeRole.Administrator);
        var page = await administrator.GetAsync(path);

        page.Status.ShouldBe(HttpStatusCode.NotFound, path);
        page.Words.ShouldContain("Không thấy trang này");
    }

    [Theory]
    [InlineData("/tiep-nhan?draft=00000000-0000-0000-0000-000000000001", "Bản lưu tạm này không còn")]
    [InlineData("/tiep-nhan?from=H00-1", "Tiếp nhận hồ sơ")]
    [InlineData("/tiep-nhan/bo/00000000-0000-0000-0000-000000000001", "Bản lưu tạm này không còn")]
    [InlineData("/phieu-kiem-soat?ma=H00-1&ma=xyz", "Chưa chọn hồ sơ nào có phiếu kiểm soát")]
    [InlineData("/so-theo-doi?tu=31%2F02%2F2026", "31/02/2026")]
    public async Task A_link_to_what_is_gone_says_so_on_the_page_to_go_on_from(string path, string words)
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.OpenAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.Body!.TextContent.ShouldContain(words);
    }

    [Theory]
    [InlineData("/bao-cao/b1?donvi=H00", "Không có đơn vị mã H00")]
    [InlineData("/bao-cao/danh-sach?chitieu=khong-co", "khong-co")]
    [InlineData("/bao-cao/b1?tu=2026-12-01&den=2026-11-01", "01/11/2026")]
    public async Task A_report_of_an_unknown_code_or_a_turned_period_says_what_is_wrong(string path, string words)
    {
        using var officer = await app.SignedInAs(OfficeRole.ReportOfficer);
        var page = await officer.OpenAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Words.ShouldContain(words);
    }

    // Whether each draft of the name is still open.
    private Task<List<bool>> DraftsAsync(string name) => app.WithDbAsync(db =>
        db.IntakeDrafts.Where(d => d.ApplicantKey == Vietnamese.SearchKey(name)).Select(d => d.ClosedAt == null).ToListAsync());
}

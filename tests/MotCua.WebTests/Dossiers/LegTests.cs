using System.Net;
using MotCua.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

/// <summary>Work at other agencies: one after another, side by side, and what their officers may see and do.</summary>
public sealed class LegTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task A_leg_that_waits_for_another_goes_out_with_its_answer()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        await ForwardAsync(bao, code, "H99.61", "Trích lục bản đồ", "5");
        var second = await bao.OpenAsync($"/ho-so/{code}/viec/chuyen-lien-thong");
        second.Words.ShouldContain("Sau khi chặng 1 xong: Chi nhánh Văn phòng đăng ký đất đai khu vực 3");
        var both = await bao.FollowAsync(await bao.SubmitAsync(second, "main form", ("Where", "H99.62"), ("Words", "Xác định nghĩa vụ thuế"), ("LimitCount", "3"), ("Leg", "1")));
        both.Flash!.ShouldContain("Đã ghi chặng 2; gửi đi khi chặng 1 xong");
        both.One("#chang-2").TextContent.ShouldContain("chờ chặng 1");
        both.One("#chang-2").TextContent.ShouldContain("sau chặng 1");
        both.Words.ShouldContain("Đang liên thông");

        using var ly = await office.LoggedInAsync(office.Ly);
        using var dat = await office.LoggedInAsync(office.Dat);
        Applicants(await ly.OpenAsync("/Inbox?nhom=lien-thong-den"), code).ShouldBeTrue();
        Applicants(await dat.OpenAsync("/Inbox?nhom=lien-thong-den"), code).ShouldBeFalse();
        (await ly.OpenAsync("/Inbox")).Words.ShouldMatch("Xem \\d+ việc liên thông đến");

        var answered = await ly.FollowAsync(await ly.FillAsync($"/ho-so/{code}/viec/tra-loi-chang", ("Words", "Đã trích lục, gửi kèm")));
        answered.Flash!.ShouldContain("Đã ghi vào chặng");
        answered.One("#chang-1").TextContent.ShouldContain("Đã trích lục, gửi kèm");
        Applicants(await ly.OpenAsync("/Inbox?nhom=lien-thong-den"), code).ShouldBeFalse();
        Applicants(await dat.OpenAsync("/Inbox?nhom=lien-thong-den"), code).ShouldBeTrue();
        var (dossier, lines) = await office.LoadAsync(code);
        lines[^1].OfficerId.ShouldBe(office.Ly.Id);
        (dossier.AgencyId, dossier.OpenLegAgencies.Single()).ShouldBe((office.Ward, office.Tax.Value));
        dossier.Legs[1].DueAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_inbox_of_the_asked_agency_shows_the_legs_own_deadline_and_only_there()
    {
        var code = await TakenAsync("Người Làm Đất");
        using var bao = await office.LoggedInAsync(office.Bao);
        await ForwardAsync(bao, code, "H99.61", "Trích lục bản đồ", "1");
        office.Clock.Set("25/11/2026 09:00");
        using var ly = await office.LoggedInAsync(office.Ly);

        var page = await ly.OpenAsync("/Inbox?nhom=lien-thong-den");

        var row = page.Document.QuerySelectorAll("tr[data-row]").Single(r => r.TextContent.Contains("Người Làm Đất"));
        row.QuerySelector(".mc-due b")!.TextContent.ShouldStartWith("Quá ");
        row.TextContent.ShouldContain("Trích lục bản đồ");
        row.TextContent.ShouldContain("Ghi trả lời");
        row.QuerySelectorAll("input[type=checkbox]").ShouldBeEmpty();
        page.One("#nhom-viec .nav-link.active .mc-count").TextContent.ShouldBe(page.Document.QuerySelectorAll("tr[data-row]").Length.ToString());
        Applicants(await ly.OpenAsync("/Inbox?nhom=lien-thong-den&han=qua-han"), code).ShouldBeTrue();
        Applicants(await ly.OpenAsync("/Inbox?nhom=lien-thong-den&han=khong-hen-ngay"), code).ShouldBeFalse();
        Applicants(await ly.OpenAsync("/Inbox?nhom=lien-thong-den&q=lam+dat"), code).ShouldBeTrue();
        (await ly.OpenAsync($"/ho-so/{code}?tu=%3Fnhom%3Dlien-thong-den")).Words.ShouldMatch("Hồ sơ \\d+ trong \\d+");
        Applicants(await ly.OpenAsync("/Inbox?nhom=ca-don-vi"), code).ShouldBeFalse();
        await bao.LogInAsync(office.Bao.UserName, DeskApp.Password);
        (await bao.OpenAsync("/Inbox")).One("#nhom-viec").TextContent.ShouldNotContain("Liên thông đến");
    }

    [Fact]
    public async Task An_officer_of_the_asked_agency_reads_everything_and_answers_and_does_nothing_else()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        await ForwardAsync(bao, code, "H99.61", "Trích lục bản đồ", "5");
        await ForwardAsync(bao, code, "H99.62", "Tính thuế", "5");
        using var ly = await office.LoggedInAsync(office.Ly);

        var page = await ly.OpenAsync($"/ho-so/{code}");
        page.Document.QuerySelectorAll(".mc-actions a, .mc-actions button").Select(a => a.TextContent.Trim().Split('\n')[0].Trim()).ShouldHaveSingleItem().ShouldStartWith("Ghi trả lời");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await ly.GetAsync($"/ho-so/{code}/giay/receipt")).Status.ShouldBe(HttpStatusCode.OK);
        (await ly.GetAsync($"/ho-so/{code}/giay/control-slip")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var slug in new[] { "nhan-viec", "trinh-ky", "yeu-cau-bo-sung", "phan-cong", "dung", "xin-loi", "thu-tien", "xac-minh" })
        {
            (await ly.GetAsync($"/ho-so/{code}/viec/{slug}")).Status.ShouldBe(HttpStatusCode.Forbidden, slug);
        }

        var form = await ly.OpenAsync($"/ho-so/{code}/viec/tra-loi-chang");
        form.Document.QuerySelectorAll("input[name=Recalled]").ShouldBeEmpty();
        (await ly.SubmitAsync(form, "main form", ("Leg", "2"), ("Words", "Không phải của tôi"))).Errors.ShouldHaveSingleItem().ShouldContain("gửi cho cơ quan khác");
        (await ly.SubmitAsync(form, "main form", ("Recalled", "true"), ("Words", "Thôi"))).Errors.ShouldHaveSingleItem().ShouldContain("Chỉ cơ quan giải quyết hồ sơ thu hồi được");
        var forced = await office.AsAsync(office.Ly, s => ((TakeDossier)s.GetService(typeof(TakeDossier))!).RunAsync(new(code, null), default));
        forced.Error!.Code.ShouldBe("dossier.not-allowed");
        (await ly.FollowAsync(await ly.SubmitAsync(form, "main form", ("Words", "Xong")))).Words.ShouldContain("Xong");
        (await ly.OpenAsync($"/ho-so/{code}")).Document.QuerySelectorAll(".mc-actions").ShouldBeEmpty();
    }

    [Fact]
    public async Task Legs_side_by_side_are_chosen_by_name_and_hold_the_signature_back_until_answered_or_called_back()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        await ForwardAsync(bao, code, "H99.61", "Trích lục bản đồ", "5");
        await ForwardAsync(bao, code, "H99.62", "Tính thuế", "5");
        (await bao.OpenAsync($"/ho-so/{code}")).One("#chang-2").TextContent.ShouldContain("cùng lúc với chặng 1");

        (await bao.FillAsync($"/ho-so/{code}/viec/trinh-ky", ("Officer", office.Vinh.Id.Value.ToString()))).Errors.ShouldHaveSingleItem().ShouldContain("còn chặng 1 chưa có trả lời");
        var form = await bao.OpenAsync($"/ho-so/{code}/viec/tra-loi-chang");
        (await bao.SubmitAsync(form, "main form", ("Words", "Xong"))).Errors.ShouldBe(["Chọn chặng"]);
        await bao.FollowAsync(await bao.SubmitAsync(form, "main form", ("Leg", "2"), ("Words", "Không phát sinh thuế")));
        var recalled = await bao.FollowAsync(await bao.FillAsync($"/ho-so/{code}/viec/tra-loi-chang", ("Recalled", "true"), ("Words", "Đã có trích lục cũ")));
        recalled.One("#chang-1").TextContent.ShouldContain("Đã thu hồi");
        (await bao.FollowAsync(await bao.FillAsync($"/ho-so/{code}/viec/trinh-ky", ("Officer", office.Vinh.Id.Value.ToString())))).Flash!.ShouldContain("Đã trình");

        var slip = (await bao.OpenAsync($"/ho-so/{code}/giay/control-slip")).One("article").TextContent;
        slip.ShouldContain("Chặng 1: Trích lục bản đồ");
        slip.ShouldContain("Chặng 2: Không phát sinh thuế");
        slip.ShouldContain("Thuế cơ sở 5");
    }

    [Fact]
    public async Task An_opinion_leaves_the_clock_running()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        var asked = await bao.FollowAsync(await bao.FillAsync(
            $"/ho-so/{code}/viec/lay-y-kien", ("Where", "Đoàn Luật sư tỉnh"), ("Words", "Cách hiểu Điều 5"), ("LimitCount", "2"), ("LimitUnit", "wd")));

        asked.Words.ShouldContain("Đang lấy ý kiến");
        asked.Words.ShouldContain("Lấy ý kiến Đoàn Luật sư tỉnh: Cách hiểu Điều 5");
        var dossier = (await office.LoadAsync(code)).Dossier;
        (dossier.StoppedAt, dossier.DueDay).ShouldBe((null, new DateOnly(2026, 11, 30)));
    }

    private static bool Applicants(WebPage page, string code) => page.Document.QuerySelectorAll($"a[href*='{code}']").Length > 0;

    private static async Task ForwardAsync(Visitor bao, string code, string agency, string task, string days) =>
        await bao.FollowAsync(await bao.FillAsync($"/ho-so/{code}/viec/chuyen-lien-thong", ("Where", agency), ("Words", task), ("LimitCount", days)));

    private async Task<string> TakenAsync(string name = DossierOffice.Applicant)
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync(name);
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        return code;
    }
}

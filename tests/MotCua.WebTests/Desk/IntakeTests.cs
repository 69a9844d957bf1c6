using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Procedures;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Desk;

/// <summary>From the counter to the slip, the guidance, the refusal, and what the page finds by itself.</summary>
public sealed class IntakeTests(IntakeApp app) : IClassFixture<IntakeApp>
{
    [Fact]
    public async Task Search_choose_scan_tick_and_receive_gives_a_dossier_and_its_slip()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.GetAsync(Counter.Page), "Refresh", ("Q", "tinh trang hon nhan"));
        page.One("button.mc-hit[name=Choose]").GetAttribute("value").ShouldBe(app.Marital.Value.ToString());

        page = await officer.StartAsync(app.Marital);
        page.Box("Applicant_Name").ShouldBe("Bùi Đăng Hưng");
        page.Box("Applicant_BornOn").ShouldBe("14/03/1998");
        page.Words.ShouldContain("Thứ Năm 26/11/2026");
        page.Words.ShouldContain("Nghỉ: Ngày Văn hóa Việt Nam");
        page.Words.ShouldContain("1 không cần, 2 chưa xem");

        var answer = await officer.PressAsync(page, "Receive",
            ("Papers[0].Verdict", "ok"), ("Papers[1].Verdict", "ok"), ("Applicant.Phone", "0912 345 678"), ("Request", "Đăng ký kết hôn"), ("PaidBy", "cash"));

        answer.Location.ShouldBe($"/ho-so/{answer.CodeOf()}/giay/receipt?ve=tiep-nhan");
        var dossier = await app.DossierAsync(answer.CodeOf());
        dossier.ShouldSatisfyAllConditions(
            d => d.Status.ShouldBe(DossierStatus.Received),
            d => d.Applicant.Name.ShouldBe("Bùi Đăng Hưng"),
            d => d.ApplicantPhone.ShouldBe("0912345678"),
            d => d.DueDay.ShouldBe(new DateOnly(2026, 11, 26)),
            d => (d.FeeDong, d.PaidDong).ShouldBe((15_000, 15_000)),
            d => d.Papers.Select(p => p.Verdict).ShouldBe([PaperVerdict.Ok, PaperVerdict.Ok, PaperVerdict.NotNeeded]),
            d => d.Papers[0].Originals.ShouldBe(1));
        (await app.WithDbAsync(db => db.DossierEvents.Where(e => e.DossierId == dossier.Id).Select(e => e.Kind).ToListAsync())).ShouldBe([EventKind.Received, EventKind.Paid]);
    }

    [Fact]
    public async Task Enter_presses_a_button_that_only_reads()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.GetAsync(Counter.Page);

        // A browser presses the form's first submit button in document order, wherever it stands.
        page.Document.QuerySelectorAll("button").First(b => b.GetAttribute("form") == "tiep-nhan" || b.Closest("#tiep-nhan") is not null)
            .GetAttribute("formaction").ShouldBe("/tiep-nhan?handler=Refresh");
        var before = await CountAsync();
        (await officer.PressAsync(await officer.ReadyAsync(app), "Refresh", ("Scan", IntakeApp.Card))).Status.ShouldBe(HttpStatusCode.OK);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Htmx_gets_the_form_alone()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.StartAsync(app.Marital);
        page.Document.QuerySelector("header.mc-bar").ShouldNotBeNull();
        page.Document.QuerySelectorAll("#tn-thu-tuc,#tn-nguoi,#tn-giay-to,#tn-phi,#tn-han").Length.ShouldBe(5);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_dossier()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app);
        var before = await CountAsync();

        var both = await Task.WhenAll(officer.PressAsync(page, "Receive"), officer.PressAsync(page, "Receive"));

        both[0].CodeOf().ShouldBe(both[1].CodeOf());
        (await CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task An_immediate_procedure_is_done_paid_and_handed_over_on_one_screen_without_a_slip()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app.Certified);
        page.One("#tn-han").TextContent.ShouldContain("Trả ngay");

        (await officer.PressAsync(page, "Finish")).Errors.ShouldBe(["Trả ngay thì thu tiền ngay: chọn tiền mặt hoặc chuyển khoản."]);
        var answer = await officer.PressAsync(page, "Finish", ("FeeDong", "6.000"), ("PaidBy", "cash"));

        answer.Location.ShouldBe(Counter.Page);
        var next = await officer.FollowAsync(answer);
        next.Flash!.ShouldContain("Đã trả ngay hồ sơ H99.31-261120-");
        var dossier = await app.DossierAsync(next.One("main > .mc-note a").GetAttribute("href")!.Split('/')[2]);
        (dossier.Status, dossier.Slip, dossier.PaidDong).ShouldBe((DossierStatus.Returned, false, 6_000));
    }

    [Fact]
    public async Task Missing_papers_are_guided_in_writing_and_nothing_is_keyed_twice_when_the_citizen_is_back()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.StartAsync(app.Marital, "051098005555||Trần Thị Hướng|02021990|Nữ|Thôn Tây|20052021");
        (string, string)[] found = [("Papers[0].Verdict", "ok"), ("Papers[1].Verdict", "ok"), ("Papers[2].Verdict", "missing")];

        var silent = await officer.PressAsync(page, "Guide", found);
        silent.Errors.ShouldBe(["Giấy tờ 3: ghi thiếu gì hoặc sai ở đâu."]);
        silent.One(".mc-errsum a").GetAttribute("href").ShouldBe("#Papers_2__Reason");
        silent.Document.QuerySelector("#Papers_2__Reason").ShouldNotBeNull();

        var guided = await officer.PressAsync(page, "Guide", [.. found, ("Papers[2].Reason", "Chưa có bản án ly hôn")]);
        guided.Location!.ShouldMatch("^/tiep-nhan/nhap/[0-9a-f-]{36}/phieu-huong-dan$");
        var draft = guided.Location!.Split('/')[3];

        var desk = await officer.GetAsync("/tiep-nhan?tim=tran+thi+huong");
        desk.One(".mc-drafts tbody").TextContent.ShouldContain("Trần Thị Hướng");
        var again = await officer.GetAsync($"/tiep-nhan?draft={draft}");
        again.Box("Applicant_IdNumber").ShouldBe("051098005555");
        again.Box("Papers_2__Reason").ShouldBe("Chưa có bản án ly hôn");
        again.One("#Papers_0__Verdict").HasAttribute("checked").ShouldBeTrue();

        var received = await officer.PressAsync(again, "Receive", ("Papers[2].Verdict", "ok"));
        (await app.DossierAsync(received.CodeOf())).Papers.ShouldAllBe(p => p.Verdict == PaperVerdict.Ok);
        (await officer.FollowAsync(await officer.GetAsync($"/tiep-nhan?draft={draft}"))).Flash!.ShouldContain("không còn");
    }

    [Fact]
    public async Task Papers_missing_may_be_taken_with_a_reason()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app);
        (string, string)[] wrong = [("Papers[1].Verdict", "wrong"), ("Papers[1].Reason", "Bản sao mờ")];

        (await officer.PressAsync(page, "Receive", wrong)).Errors.ShouldBe(["Còn 1 giấy tờ thiếu hoặc sai. In phiếu hướng dẫn bổ sung, hoặc ghi lý do để vẫn nhận."]);
        var code = (await officer.PressAsync(page, "Receive", [.. wrong, ("Reason", "Cam kết nộp chiều nay")])).CodeOf();

        (await app.DossierAsync(code)).Papers[1].Reason.ShouldBe("Bản sao mờ");
    }

    [Fact]
    public async Task A_refusal_is_asked_once_more_and_needs_its_legal_reason()
    {
        using var officer = await app.ReceptionistAsync();
        var asked = await officer.PressAsync(await officer.StartAsync(app.Marital), "AskRefusal", ("Request", "Xác nhận cho con"));
        asked.Words.ShouldContain("Từ chối nhận hồ sơ của Bùi Đăng Hưng?");

        var silent = await officer.SubmitAsync(asked, "form.mc-refuse");
        silent.Errors.ShouldBe(["Ghi căn cứ và lý do từ chối; người nộp nhận phiếu này."]);
        silent.Title.ShouldStartWith("Lỗi:");

        var back = await officer.PressBackAsync(asked);
        back.Box("Request").ShouldBe("Xác nhận cho con");

        var refused = await officer.SubmitAsync(silent, "form.mc-refuse", ("Reason", "Khoản 1 Điều 21: không cư trú tại xã"));
        refused.Location.ShouldBe($"/ho-so/{refused.CodeOf()}/giay/refusal");
        (await app.DossierAsync(refused.CodeOf())).Status.ShouldBe(DossierStatus.RefusedAtDoor);
    }

    [Fact]
    public async Task What_the_source_does_not_say_is_asked_and_not_guessed()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.StartAsync(app.Silent);
        page.One("#tn-han").TextContent.ShouldContain("Chưa tính được");
        page.Words.ShouldContain("Nguồn công bố không ghi mức lệ phí");

        (await officer.PressAsync(page, "Receive")).Errors.ShouldBe(
            ["Nguồn công bố không ghi mức lệ phí. Ghi số tiền, hoặc ghi 0 nếu không thu.", "Nguồn công bố không ghi thời hạn của thủ tục này. Ghi thời hạn, ví dụ 3 ngày làm việc."],
            ignoreOrder: true);
        var code = (await officer.PressAsync(page, "Receive", ("Limit", "5"), ("LimitUnit", "wd"), ("FeeDong", "0"))).CodeOf();

        (await app.DossierAsync(code)).Limit.ShouldBe("5wd");
    }

    [Fact]
    public async Task The_fee_may_be_waived_only_with_a_reason()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app);
        page.One("#tn-phi").TextContent.ShouldContain("15.000 đồng");

        (await officer.PressAsync(page, "Receive", ("FeeDong", "0"))).Errors.ShouldBe(["Ghi lý do miễn, giảm so với mức 15.000 đồng."]);
        var code = (await officer.PressAsync(page, "Receive", ("FeeDong", "0"), ("FeeNote", "Hộ nghèo"))).CodeOf();

        (await app.DossierAsync(code)).FeeDong.ShouldBe(0);
    }

    [Fact]
    public async Task A_result_by_post_needs_an_address()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app);

        (await officer.PressAsync(page, "Receive", ("ReturnBy", "postal"))).Errors.ShouldBe(["Ghi địa chỉ để bưu chính gửi kết quả."]);
        (await officer.PressAsync(page, "Receive", ("ReturnBy", "postal"), ("ReturnTo", "12 Trần Phú"))).Location.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_online_filing_keyed_at_the_counter_is_marked_as_assisted()
    {
        using var officer = await app.ReceptionistAsync();
        var code = (await officer.PressAsync(await officer.ReadyAsync(app), "Receive", ("Channel", "online"))).CodeOf();

        var dossier = await app.DossierAsync(code);
        dossier.Channel.ShouldBe(FilingChannel.Online);
        var facts = await app.WithDbAsync(db => db.DossierEvents.Where(e => e.DossierId == dossier.Id).Select(e => e.Facts).FirstAsync());
        facts.ShouldContain("\"assistedOnline\":true");
    }

    [Fact]
    public async Task Somebody_else_may_stand_at_the_counter_and_the_second_card_is_theirs()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app);
        page = await officer.PressAsync(page, "Refresh", ("ForAnother", "yes"), ("Scan", "051075009999||Vương Thị Khánh|01011975|Nữ|Thôn Bắc|20052021"));
        page.Box("Applicant_Name").ShouldBe("Bùi Đăng Hưng");
        page.Box("Submitter_Name").ShouldBe("Vương Thị Khánh");

        (await app.DossierAsync((await officer.PressAsync(page, "Receive")).CodeOf())).Submitter!.Name.ShouldBe("Vương Thị Khánh");
    }

    [Fact]
    public async Task A_likely_duplicate_is_warned_of_and_not_forbidden()
    {
        using var officer = await app.ReceptionistAsync();
        const string card = "051098007777||Lý Văn Trùng|03031993|Nam|Thôn Nam|20052021";
        var first = (await officer.PressAsync(await officer.ReadyAsync(app, card), "Receive")).CodeOf();

        var same = await officer.ReadyAsync(app, card);
        same.One("#tn-bao").TextContent.ShouldContain("có thể nộp trùng");
        same.One("#tn-bao a").GetAttribute("href").ShouldBe($"/ho-so/{first}");
        var other = await officer.StartAsync(app.Silent, card);
        other.One("#tn-bao").TextContent.ShouldContain("1 hồ sơ đang xử lý");
        (await officer.PressAsync(same, "Receive")).CodeOf().ShouldNotBe(first);
    }

    [Theory]
    [InlineData("051098008888")]
    [InlineData("huyen tram")]
    [InlineData("0905 111 222")]
    public async Task A_person_who_filed_here_before_is_found_again(string text)
    {
        using var officer = await app.ReceptionistAsync();
        const string card = "051098008888||Ngô Thị Huyền Trâm|04041994|Nữ|Thôn Đông|20052021";
        await officer.PressAsync(await officer.ReadyAsync(app, card), "Receive", ("Applicant.Phone", "0905111222"));

        var page = await officer.PressAsync(await officer.StartAsync(app.Marital, null), "Refresh", ("Scan", text));
        if (page.Document.QuerySelector("button[name=Take]") is { } found)
        {
            page = await officer.PressAsync(page, "Refresh", ("Take", found.GetAttribute("value")!));
        }

        page.Box("Applicant_Name").ShouldBe("Ngô Thị Huyền Trâm");
        page.Box("Applicant_Phone").ShouldBe("0905111222");
    }

    [Fact]
    public async Task The_next_dossier_of_the_same_person_starts_with_the_person()
    {
        using var officer = await app.ReceptionistAsync();
        var code = (await officer.PressAsync(await officer.ReadyAsync(app), "Receive")).CodeOf();

        (await officer.GetAsync($"/tiep-nhan?from={code}")).Box("Applicant_Name").ShouldBe("Bùi Đăng Hưng");
        using var neighbour = await app.SignedInAt(app.OtherWard, OfficeRole.Receptionist);
        (await neighbour.GetAsync($"/tiep-nhan?from={code}")).Box("Applicant_Name").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_name_typed_with_loose_marks_is_kept_composed()
    {
        using var officer = await app.ReceptionistAsync();
        var name = "Nguyễn Thị Đào".Normalize(NormalizationForm.FormD);
        var code = (await officer.PressAsync(await officer.ReadyAsync(app), "Receive", ("Applicant.Name", name))).CodeOf();

        (await app.DossierAsync(code)).Applicant.Name.ShouldBe("Nguyễn Thị Đào".Normalize(NormalizationForm.FormC));
    }

    private Task<int> CountAsync() => app.WithDbAsync(db => db.Dossiers.CountAsync());
}

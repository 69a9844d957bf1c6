using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Desk;

/// <summary>A courier brings a dossier that another commune settles: received and handed back here, worked on there.</summary>
public sealed class IntakeForAnotherAgencyTests(IntakeApp app) : IClassFixture<IntakeApp>
{
    [Theory]
    [InlineData("binh minh")]
    [InlineData("ubnd xã bình minh")]
    [InlineData("xa binh m")]
    [InlineData("H99.32")]
    [InlineData("h99.3")]
    public async Task An_agency_is_found_by_code_or_name_without_marks(string typed)
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.StartAsync(app.Marital), "Refresh", ("CompetentQ", typed));

        page.Document.QuerySelectorAll("#tn-cq-ds button[name=ChooseAgency]").Select(b => b.GetAttribute("value")).ShouldContain(app.OtherWard.Value.ToString());
        page.One("details#tn-co-quan").HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task A_decomposed_name_finds_the_same_and_a_strange_one_says_what_to_try()
    {
        using var officer = await app.ReceptionistAsync();
        var start = await officer.StartAsync(app.Marital);
        start.One("details#tn-co-quan").HasAttribute("open").ShouldBeFalse();
        start.One("#tn-co-quan summary").TextContent.ShouldContain("Cơ quan giải quyết: UBND xã An Bình (nơi tiếp nhận)");

        (await officer.PressAsync(start, "Refresh", ("CompetentQ", "Bình Minh".Normalize(NormalizationForm.FormD)))).One("#tn-cq-ds button").TextContent.ShouldContain("H99.32");
        (await officer.PressAsync(start, "Refresh", ("CompetentQ", "Xứ Lạ"))).One("#tn-cq-khop").TextContent.ShouldContain("Không thấy cơ quan nào đang hoạt động tên “Xứ Lạ”");
    }

    [Fact]
    public async Task A_courier_files_for_the_neighbour_and_every_paper_and_page_names_both_agencies()
    {
        using var officer = await app.ReceptionistAsync();
        using var _ = await app.SignedInAt(app.OtherWard, OfficeRole.Specialist);
        var page = await ForNeighbourAsync(officer);
        page.One("#tn-co-quan summary").TextContent.ShouldContain("UBND xã Bình Minh (không phải nơi tiếp nhận)");
        page.One("#tn-co-quan").TextContent.ShouldNotContain("chưa có cán bộ chuyên môn");

        var code = (await officer.PressAsync(page, "Receive",
            ("Channel", "postal"), ("ForAnother", "yes"), ("Submitter.Name", "Trần Văn Bưu"), ("Submitter.Phone", "0905 000 111"))).CodeOf();

        var dossier = await app.DossierAsync(code);
        dossier.ShouldSatisfyAllConditions(
            d => (d.AgencyId, d.DeskId).ShouldBe((app.OtherWard, app.Ward)),
            d => d.Code.ShouldStartWith("H99.31-"),
            d => d.DueDay.ShouldBe(new DateOnly(2026, 11, 26)),
            d => d.Submitter!.Name.ShouldBe("Trần Văn Bưu"));
        (await officer.OpenAsync($"/ho-so/{code}/giay/receipt")).Words.ShouldSatisfyAllConditions(
            w => w.ShouldContain("Cơ quan giải quyết: UBND xã Bình Minh"),
            w => w.ShouldContain("Trần Văn Bưu"));
        (await officer.OpenAsync($"/ho-so/{code}")).Words.ShouldContain("Nơi tiếp nhận: UBND xã An Bình · Cơ quan giải quyết: UBND xã Bình Minh");
    }

    [Fact]
    public async Task The_competent_agency_works_on_it_and_the_receiving_desk_hands_it_back()
    {
        using var officer = await app.ReceptionistAsync();
        using var here = await app.SignedInAs(OfficeRole.Specialist, OfficeRole.Signer);
        using var there = await app.SignedInAt(app.OtherWard, OfficeRole.Specialist, OfficeRole.Signer, OfficeRole.Clerk);
        var code = (await officer.PressAsync(await ForNeighbourAsync(officer), "Receive")).CodeOf();

        var inbox = await there.OpenAsync("/Inbox?nhom=cho-phan-cong");
        inbox.Words.ShouldContain("Nơi tiếp nhận: UBND xã An Bình");
        (await here.OpenAsync("/Inbox?nhom=ca-don-vi")).Words.ShouldNotContain(DossierCode.Short(code));
        (await officer.OpenAsync($"/ho-so/{code}")).Document.QuerySelectorAll(".mc-actions form, .mc-actions a[href*='/viec/']").Select(a => a.TextContent)
            .ShouldNotContain(words => words.Contains("Nhận việc", StringComparison.Ordinal) || words.Contains("Phân công", StringComparison.Ordinal));
        (await here.GetAsync($"/ho-so/{code}/viec/trinh-ky")).Status.ShouldBe(HttpStatusCode.Forbidden);

        await there.FollowAsync(await there.SubmitAsync(await there.OpenAsync($"/ho-so/{code}"), ".mc-actions form"));
        var me = (await app.DossierAsync(code)).HolderId!.Value;
        await there.FollowAsync(await there.FillAsync($"/ho-so/{code}/viec/trinh-ky", ("Officer", me.Value.ToString())));
        await there.FollowAsync(await there.FillAsync($"/ho-so/{code}/viec/ky"));
        var sure = await there.FillAsync($"/ho-so/{code}/viec/co-ket-qua", ("Outcome", "Granted"));
        await there.SubmitAsync(sure, "main form", ("Sure", "true"));
        (await app.DossierAsync(code)).Status.ShouldBe(DossierStatus.Done);

        var waiting = await officer.OpenAsync("/Inbox/Waiting");
        waiting.Words.ShouldContain(DossierCode.Short(code));
        waiting.Words.ShouldContain("Cơ quan giải quyết: UBND xã Bình Minh");
        (await officer.OpenAsync("/tra-ket-qua")).Words.ShouldContain(DossierCode.Short(code));
        var found = await officer.OpenAsync($"/tra-ket-qua?ma={code}");
        found.Document.QuerySelectorAll("main form[method=post]").ShouldNotBeEmpty(found.Words);
        (await officer.FollowAsync(await officer.SubmitAsync(found, "main form[method=post]"))).Flash!.ShouldContain("Đã trả kết quả");
        (await app.DossierAsync(code)).Status.ShouldBe(DossierStatus.Returned);
    }

    [Fact]
    public async Task The_desk_may_not_do_the_neighbours_work_by_any_address()
    {
        using var officer = await app.ReceptionistAsync();
        var (id, _) = await app.NewOfficerAsync(app.Ward, OfficeRole.Specialist, OfficeRole.Signer, OfficeRole.Clerk);
        var code = (await officer.PressAsync(await ForNeighbourAsync(officer), "Receive")).CodeOf();

        var results = await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<MotCuaDb>();
            var account = db.Set<Account>().Single(a => a.OfficerId == id).Id;
            var (session, agencies) = (await services.GetRequiredService<OfficerSessions>().LoadAsync(account, app.Clock.Now().Day, default))!.Value;
            services.GetRequiredService<CurrentOfficer>().Become(session, agencies, app.Clock.Now().Day);
            return new[]
            {
                await services.GetRequiredService<TakeDossier>().RunAsync(new(code, null), default),
                await services.GetRequiredService<AssignDossier>().RunAsync(new(code, null, id), default),
                await services.GetRequiredService<SignDossier>().RunAsync(new(code, null), default),
                await services.GetRequiredService<AskForSupplement>().RunAsync(new(code, null, "Thiếu"), default),
            };
        });
        results.ShouldAllBe(r => r.Error != null && r.Error.Code == "dossier.not-allowed");
    }

    [Fact]
    public async Task Nothing_is_finished_at_once_for_another_agency()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.ReadyAsync(app.Certified), "Refresh", ("ChooseAgency", app.OtherWard.Value.ToString()));

        page.One("#tn-han").TextContent.ShouldNotContain("Trả ngay");
        (await officer.PressAsync(page, "Finish", ("PaidBy", "cash"))).Errors.ShouldHaveSingleItem().ShouldContain("không trả ngay tại quầy này");
        var back = await officer.PressAsync(page, "Refresh", ("ChooseAgency", "own"));
        back.One("#tn-han").TextContent.ShouldContain("Trả ngay");
    }

    [Fact]
    public async Task An_agency_typed_and_not_chosen_an_unknown_one_and_one_that_ended_are_named_in_words()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.ReadyAsync(app);

        (await officer.PressAsync(page, "Receive", ("CompetentQ", "Bình Minh"))).Errors.ShouldBe(
            ["Chưa chọn cơ quan giải quyết. Bấm một cơ quan trong danh sách tìm được, hoặc xóa ô này."]);
        (await officer.PressAsync(page, "Receive", ("Competent", "xã bên"))).Errors.ShouldBe(["Chọn một trong các mục có sẵn."]);
        var old = await app.InScopeAsync(async services => (await services.GetRequiredService<FoundAgency>()
            .RunAsync(new("H99.88", "UBND xã Cũ", AgencyLevel.Commune, "H99", new DateOnly(2025, 7, 1)), null, default)).Value);
        await app.ExecuteAsync($"update agency_versions set valid_to = '2026-11-19' where agency_id = '{old.Value}'; update settings set value = value || 'x' where key = 'agencies.revision'");

        var ended = await officer.PressAsync(page, "Receive", ("Competent", old.Value.ToString()));
        ended.Errors.ShouldBe(["Cơ quan giải quyết UBND xã Cũ hôm nay không hoạt động. Tìm và chọn cơ quan kế thừa."]);
        ended.One(".mc-errsum a").GetAttribute("href").ShouldBe("#CompetentQ");
        ended.Document.GetElementById("CompetentQ").ShouldNotBeNull();
        (await officer.PressAsync(page, "Refresh", ("CompetentQ", "xã cũ"))).Document.QuerySelectorAll("#tn-cq-ds button").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_keeps_the_agency()
    {
        using var officer = await app.ReceptionistAsync();
        var saved = await officer.FollowAsync(await officer.PressAsync(await ForNeighbourAsync(officer), "Save"));
        var again = await officer.GetAsync(saved.One("main > .mc-note a").GetAttribute("href")!);

        again.One("#tn-co-quan summary").TextContent.ShouldContain("UBND xã Bình Minh");
    }

    [Fact]
    public async Task A_courier_who_comes_again_is_one_button_and_a_missing_name_is_asked_for()
    {
        using var officer = await app.ReceptionistAsync();
        for (var i = 0; i < 2; i++)
        {
            (await officer.PressAsync(await officer.ReadyAsync(app), "Receive", ("ForAnother", "yes"), ("Submitter.Name", "Lò Thị Thư"), ("Submitter.IdNumber", "051090001212"))).CodeOf();
        }

        var page = await officer.PressAsync(await officer.ReadyAsync(app), "Refresh", ("ForAnother", "yes"));
        page.One("#tn-hay-nop button").TextContent.ShouldBe("Lò Thị Thư");
        (await officer.PressAsync(page, "Receive")).Errors.ShouldBe(["Ghi họ, chữ đệm, tên của người đứng ở quầy; hoặc bỏ dấu “Nộp thay người khác”."]);
        var taken = await officer.PressAsync(page, "Refresh", ("TakeSubmitter", page.One("#tn-hay-nop button").GetAttribute("value")!));

        (taken.Box("Submitter_Name"), taken.Box("Submitter_IdNumber"), taken.Box("Applicant_Name")).ShouldBe(("Lò Thị Thư", "051090001212", "Bùi Đăng Hưng"));
    }

    private async Task<WebPage> ForNeighbourAsync(Visitor officer) =>
        await officer.PressAsync(await officer.ReadyAsync(app), "Refresh", ("ChooseAgency", app.OtherWard.Value.ToString()));
}

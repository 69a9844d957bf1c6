using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Leader;

/// <summary>At risk, late, drafted, signed: a dossier stands on exactly the list where somebody must act.</summary>
public sealed class ApologiesTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Page = "/dieu-hanh/xin-loi?nhom=";

    [Fact]
    public async Task A_late_dossier_goes_from_the_violation_list_over_the_draft_to_the_signed_apologies()
    {
        var late = await office.AddAsync("3001", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var row = (await vinh.OpenAsync(Page + "chua-xin-loi")).Row(late);
        row.ShouldContain("Thẩm định");
        row.ShouldContain("Soạn xin lỗi");

        var id = await office.ProposeApologyAsync(late);
        var drafted = await vinh.OpenAsync(Page + "chua-xin-loi");
        drafted.Row(late).ShouldContain("Văn bản xin lỗi chờ ký");
        drafted.Row(late).ShouldContain("Ký văn bản xin lỗi");
        (await vinh.OpenAsync(Page + "cho-ky")).Row(late).ShouldContain("27/11/2026");

        (await office.AsAsync(office.Vinh, s => s.GetRequiredService<DecideProposal>().RunAsync(new(id, true), default))).Succeeded.ShouldBeTrue();

        (await vinh.OpenAsync(Page + "chua-xin-loi")).Codes().ShouldNotContain(DossierCode.Short(late));
        (await vinh.OpenAsync(Page + "cho-ky")).Codes().ShouldNotContain(DossierCode.Short(late));
        var signed = (await vinh.OpenAsync(Page + "da-ky")).Row(late);
        signed.ShouldContain("/PXL");
        signed.ShouldContain("cơ quan phối hợp chậm");
        (await vinh.OpenAsync($"/ho-so/{late}")).Words.ShouldContain("27/11");
    }

    [Fact]
    public async Task The_fault_is_where_and_with_whom_it_was_when_it_became_late_not_where_it_is_now()
    {
        var late = await office.AddAsync("3101", LeaderDesk.OverdueSince, d =>
        {
            office.Presented("13/11/2026 08:00")(d);
            d.SendBack(office.Tu.Id, "Sửa họ tên", LeaderDesk.At("18/11/2026 08:00"), Actor.Of(office.Vinh.Id), step: 2).Must();
        });
        var nobody = await office.AddAsync("3102", LeaderDesk.OverdueSince);
        var names = await NamesAsync();
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Page + "chua-xin-loi");

        page.Row(late).ShouldContain($"Trình ký{names[office.Vinh.Id]}");
        page.Row(nobody).ShouldContain("Phân côngchưa ai giữ");
    }

    [Fact]
    public async Task Oldest_first_and_only_what_is_overdue_and_still_owes_an_apology()
    {
        var older = await office.AddAsync("3201", "02/11/2026 08:00", office.Taken("02/11/2026 09:00"));
        var newer = await office.AddAsync("3202", "10/11/2026 08:00", office.Taken("10/11/2026 09:00"));
        var running = await office.AddAsync("3203", "18/11/2026 08:00", office.Taken("18/11/2026 09:00"));
        var paused = await office.AddAsync("3204", LeaderDesk.OverdueSince, d => d.AskForSupplement("Thiếu", LeaderDesk.At("12/11/2026 08:00"), Actor.Of(office.Bao.Id)).Must());
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var codes = (await vinh.OpenAsync(Page + "chua-xin-loi")).Codes().ToList();

        codes.IndexOf(DossierCode.Short(older)).ShouldBeLessThan(codes.IndexOf(DossierCode.Short(newer)));
        codes.ShouldNotContain(DossierCode.Short(running));
        codes.ShouldNotContain(DossierCode.Short(paused));
    }

    [Fact]
    public async Task A_dossier_is_at_risk_while_its_steps_need_more_than_is_left()
    {
        // Due Monday 23/11: 12 hours 48 minutes left. Appraisal, signature and register need 30; signature and register 7.5.
        var risky = await office.AddAsync("3301", "16/11/2026 08:00", office.Taken("16/11/2026 09:00"));
        var safe = await office.AddAsync("3302", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        var lastDay = await office.AddAsync("3303", "13/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        var overdue = await office.AddAsync("3304", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        using var bao = await office.LoggedInAsync(office.Bao);

        var page = await bao.OpenAsync(Page + "sap-tre");

        page.Codes().ShouldContain(DossierCode.Short(risky));
        page.Codes().ShouldContain(DossierCode.Short(lastDay));
        page.Codes().ShouldNotContain(DossierCode.Short(safe));
        page.Codes().ShouldNotContain(DossierCode.Short(overdue));
        page.Row(risky).ShouldContain("Các bước còn lại cần 4 ngày làm việc");
        page.Document.QuerySelector($"a[href='/ho-so/{risky}/viec/xin-loi']").ShouldNotBeNull();
        await office.ActAsync<SendForSignature>(office.Bao, c => c.RunAsync(new(risky, null, office.Vinh.Id), default));
        (await bao.OpenAsync(Page + "sap-tre")).Codes().ShouldNotContain(DossierCode.Short(risky));
    }

    [Fact]
    public async Task The_leader_makes_the_one_at_fault_write_the_apology_today()
    {
        var late = await office.AddAsync("3401", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        using var vinh = await office.LoggedInAsync(office.Vinh);
        using var bao = await office.LoggedInAsync(office.Bao);

        var asked = await vinh.FollowAsync(await vinh.FillAsync($"/dieu-hanh/giao-soan?ma={late}"));

        asked.Flash!.ShouldContain("Đã giao soạn 1 văn bản xin lỗi, trong hôm nay.");
        asked.Row(late).ShouldContain("Đã giao");
        var todo = await bao.OpenAsync(Page + "giao-toi-soan");
        todo.Codes().ShouldContain(DossierCode.Short(late));
        int.Parse(todo.One("[data-count=apologies]").TextContent).ShouldBe(todo.Codes().Count);
        await office.ProposeApologyAsync(late);
        (await bao.OpenAsync(Page + "giao-toi-soan")).Codes().ShouldNotContain(DossierCode.Short(late));
    }

    [Fact]
    public async Task Only_a_leader_of_the_agency_asks_and_only_of_somebody_who_may_write()
    {
        var late = await office.AddAsync("3501", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        Task<Result> Ask((OfficerId Id, string UserName) by, OfficerId writer) => office.AsAsync(by, s => s.GetRequiredService<AskForApology>().RunAsync(new(late, writer), default));
        var stranger = await office.NewOfficerAsync(office.OtherWard, OfficeRole.Signer);

        (await Ask(office.Bao, office.Bao.Id)).Error!.Code.ShouldBe("dossier.not-allowed");
        (await Ask(stranger, office.Bao.Id)).Error!.Code.ShouldBe("dossier.not-found");
        (await Ask(office.Vinh, office.Hoa.Id)).Error!.Code.ShouldBe("dossier.writer-unfit");
        (await Ask(office.Vinh, office.Tu.Id)).Succeeded.ShouldBeTrue();
        (await Ask(office.Vinh, office.Bao.Id)).Succeeded.ShouldBeTrue();
        using var bao = await office.LoggedInAsync(office.Bao);
        (await bao.GetAsync($"/dieu-hanh/giao-soan?ma={late}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var vinh = await office.LoggedInAsync(office.Vinh);
        (await vinh.FollowAsync(await vinh.GetAsync("/dieu-hanh/giao-soan"))).Flash!.ShouldContain("Chưa chọn hồ sơ trễ nào");
    }

    [Fact]
    public async Task What_was_done_late_without_an_apology_stays_listed_with_the_reason_given_at_hand_over()
    {
        var late = await office.AddAsync("3601", "02/11/2026 08:00", d => d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At("18/11/2026 10:00"), Actor.Of(office.Hoa.Id)).Must());
        var ontime = await office.AddAsync("3602", "16/11/2026 08:00", d => d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At("18/11/2026 10:00"), Actor.Of(office.Hoa.Id)).Must());
        await office.ActAsync<ReturnResult>(office.Hanh, c => c.RunAsync(new(late, null, Note: "Người nộp đã đồng ý chờ qua điện thoại"), default));
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Page + "xong-tre-chua-xin-loi");

        page.Row(late).ShouldContain("Người nộp đã đồng ý chờ qua điện thoại");
        page.Codes().ShouldNotContain(DossierCode.Short(ontime));
        (await vinh.OpenAsync(Page + "xong-tre-chua-xin-loi&tu=19/11/2026")).Codes().ShouldNotContain(DossierCode.Short(late));
    }

    private Task<Dictionary<OfficerId, string>> NamesAsync() => office.WithDbAsync(db => Task.FromResult(db.Officers.ToDictionary(o => o.Id, o => o.Name)));
}

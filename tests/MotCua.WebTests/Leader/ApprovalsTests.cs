using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Leader;

/// <summary>What waits for the leader: seen, signed in one go, sent back, and never half done.</summary>
public sealed class ApprovalsTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Page = "/cho-duyet";

    [Fact]
    public async Task The_list_holds_my_results_those_of_nobody_and_the_proposals_of_my_agency_the_most_urgent_first()
    {
        var other = await office.NewOfficerAsync(office.Ward, OfficeRole.Signer);
        var late = await office.AddAsync("1001", LeaderDesk.OverdueSince, office.Presented("12/11/2026 08:00"));
        var soon = await office.AddAsync("1002", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        var theirs = await office.AddAsync("1003", "16/11/2026 08:00", office.Presented("18/11/2026 08:00", other));
        var apology = await office.AddAsync("1004", "10/11/2026 08:00", office.Taken("10/11/2026 09:00"));
        var elsewhere = await office.AddAsync("1005", LeaderDesk.OverdueSince, office.Presented("12/11/2026 08:00"), agency: office.OtherWard);
        await office.ProposeApologyAsync(apology);
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Page);

        var codes = page.Codes().Where(c => c.EndsWith("1001", StringComparison.Ordinal) || c.EndsWith("1002", StringComparison.Ordinal) || c.EndsWith("1004", StringComparison.Ordinal)).ToList();
        codes.ShouldBe([DossierCode.Short(late), DossierCode.Short(apology), DossierCode.Short(soon)]);
        page.Words.ShouldNotContain(DossierCode.Short(theirs));
        page.Words.ShouldNotContain("Người Nộp 1005");
        page.Row(apology).ShouldContain("cơ quan phối hợp chậm");
        page.Row(apology).ShouldContain("thứ Sáu 27/11/2026");
        page.Row(apology).ShouldContain("Chi nhánh đất đai chưa trả lời");
        page.Row(late).ShouldContain("Dự thảo trích lục");
        page.One("[data-count=approvals]").TextContent.ShouldBe(page.One(".nav-link.active .mc-count").TextContent);
        elsewhere.ShouldNotBeNull();
    }

    [Fact]
    public async Task Five_results_and_one_apology_are_signed_in_one_go_and_one_is_sent_back_with_a_remark()
    {
        var results = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            results.Add(await office.AddAsync($"110{i}", "16/11/2026 08:00", office.Presented("18/11/2026 08:00")));
        }

        var late = await office.AddAsync("1109", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        await office.ProposeApologyAsync(late);
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var page = await vinh.OpenAsync(Page);
        (string, string)[] ticked = [.. results.Take(5).Select(c => ("viec", page.KeyOf(c, proposal: false))), ("viec", page.KeyOf(late, proposal: true)), ("tat-ca", "agree")];

        var signed = await vinh.FollowAsync(await vinh.SubmitAsync(page, "#duyet", ticked));
        signed.Flash!.ShouldContain("Đã ký, đồng ý 6 việc.");
        var back = signed.KeyOf(results[5], proposal: false);
        var sent = await vinh.FollowAsync(await vinh.SubmitAsync(signed, "#duyet", ($"y-kien-{back}", "Sửa lại họ tên theo thẻ căn cước"), ("mot", $"refuse|{back}")));

        sent.Flash!.ShouldContain("Đã trả lại, từ chối 1 việc");
        foreach (var code in results.Take(5))
        {
            (await office.LoadAsync(code)).Dossier.Status.ShouldBe(DossierStatus.Signed);
        }

        var (apologised, lines) = await office.LoadAsync(late);
        apologised.ExtendedDue.ShouldBe(new DateOnly(2026, 11, 27));
        lines[^1].Kind.ShouldBe(EventKind.ApologyIssued);
        lines[^1].ReadFacts().ConsentBy.ShouldBe(office.Vinh.Id);
        var (returned, history) = await office.LoadAsync(results[5]);
        returned.Status.ShouldBe(DossierStatus.InProcess);
        returned.HolderId.ShouldBe(office.Bao.Id);
        history[^1].Note.ShouldBe("Sửa lại họ tên theo thẻ căn cước");
        foreach (var code in results.Append(late))
        {
            sent.Words.ShouldNotContain(DossierCode.Short(code));
        }
    }

    [Fact]
    public async Task One_that_cannot_be_signed_does_not_hold_back_the_others_and_is_named()
    {
        var good = await office.AddAsync("1201", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        var gone = await office.AddAsync("1202", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var page = await vinh.OpenAsync(Page);
        await office.ActAsync<CloseWithoutResult>(office.Bao, c => c.RunAsync(new(gone, null, Withdrawn: true, "Người nộp xin rút"), default));

        var after = await vinh.FollowAsync(await vinh.SubmitAsync(page, "#duyet", ("viec", page.KeyOf(good, false)), ("viec", page.KeyOf(gone, false)), ("tat-ca", "agree")));

        after.Flash!.ShouldContain("Đã ký, đồng ý 1 việc.");
        after.Flash!.ShouldContain("1 việc không làm được.");
        after.One("[role=alert]").TextContent.ShouldContain(gone);
        (await office.LoadAsync(good)).Dossier.Status.ShouldBe(DossierStatus.Signed);
        (await office.LoadAsync(gone)).Dossier.Status.ShouldBe(DossierStatus.Withdrawn);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once_and_says_that_it_is_done()
    {
        var result = await office.AddAsync("1301", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        var late = await office.AddAsync("1302", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        await office.ProposeApologyAsync(late);
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var page = await vinh.OpenAsync(Page);
        (string, string)[] form = [("viec", page.KeyOf(result, false)), ("viec", page.KeyOf(late, true)), ("tat-ca", "agree")];

        await vinh.FollowAsync(await vinh.SubmitAsync(page, "#duyet", form));
        var again = await vinh.FollowAsync(await vinh.SubmitAsync(page, "#duyet", form));

        again.Flash!.ShouldContain("Đã ký, đồng ý 2 việc.");
        (await office.LoadAsync(result)).Lines.Count(l => l.Kind is EventKind.Signed).ShouldBe(1);
        (await office.LoadAsync(late)).Lines.Count(l => l.Kind is EventKind.ApologyIssued).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_leaders_who_decide_at_once_one_wins_and_the_other_is_told()
    {
        var other = await office.NewOfficerAsync(office.Ward, OfficeRole.Signer);
        var late = await office.AddAsync("1401", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        var id = await office.ProposeApologyAsync(late);
        Task<Result<string>> Decide((OfficerId Id, string UserName) leader, bool agree) => office.AsAsync(leader, s =>
            s.GetRequiredService<DecideWaiting>().RunAsync(new DecideWaiting.Input(id, null, null, agree, agree ? null : "Chưa đúng nguyên nhân"), default));

        var answers = await Task.WhenAll(Decide(office.Vinh, true), Decide(other, false));

        answers.Count(a => a.Succeeded).ShouldBe(1);
        answers.Single(a => !a.Succeeded).Error!.Code.ShouldBe("dossier.proposal-decided");
        var proposal = await office.ProposalAsync(id);
        var (dossier, _) = await office.LoadAsync(late);
        (dossier.ApologyAt is not null).ShouldBe(proposal.Decision is ProposalDecision.Agreed);
    }

    [Fact]
    public async Task A_proposal_whose_dossier_moved_is_refused_clearly_and_nothing_is_half_done()
    {
        var late = await office.AddAsync("1501", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        var id = await office.ProposeApologyAsync(late);
        var numbers = await NumbersAsync();
        await office.ActAsync<CloseWithoutResult>(office.Bao, c => c.RunAsync(new(late, null, Withdrawn: true, "Người nộp xin rút"), default));
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var page = await vinh.OpenAsync(Page);
        page.Row(late).ShouldContain("đã rút, không thể xin lỗi và hẹn lại");

        var after = await vinh.FollowAsync(await vinh.SubmitAsync(page, "#duyet", ("mot", $"agree|{page.KeyOf(late, true)}")));

        after.Flash!.ShouldContain("Chưa việc nào được ghi.");
        after.One("[role=alert]").TextContent.ShouldContain("đã rút, không thể xin lỗi và hẹn lại");
        (await office.ProposalAsync(id)).Decision.ShouldBeNull();
        (await office.LoadAsync(late)).Lines.ShouldNotContain(l => l.Kind == EventKind.ApologyIssued);
        (await NumbersAsync()).ShouldBe(numbers);

        var key = after.KeyOf(late, true);
        await vinh.FollowAsync(await vinh.SubmitAsync(after, "#duyet", ($"y-kien-{key}", "Hồ sơ đã rút"), ("mot", $"refuse|{key}")));
        (await office.ProposalAsync(id)).Decision.ShouldBe(ProposalDecision.Refused);
    }

    [Fact]
    public async Task Sending_back_needs_a_remark_and_keeps_what_was_ticked()
    {
        var result = await office.AddAsync("1601", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var page = await vinh.OpenAsync(Page);
        var key = page.KeyOf(result, false);

        var bulk = await vinh.SubmitAsync(page, "#duyet", ("viec", key), ("tat-ca", "refuse"));
        var one = await vinh.SubmitAsync(page, "#duyet", ("mot", $"refuse|{key}"));

        bulk.Errors.ShouldBe(["Ghi cần sửa gì, để người trình sửa một lần là xong"]);
        bulk.Document.QuerySelectorAll("input[name=viec][checked]").Length.ShouldBe(1);
        one.Document.GetElementById(one.One(".mc-errsum a").GetAttribute("href")![1..]).ShouldNotBeNull();
        (await office.LoadAsync(result)).Dossier.Status.ShouldBe(DossierStatus.ForSignature);
    }

    [Fact]
    public async Task An_act_keyed_late_is_told_with_its_times_and_the_verdict_that_it_changes()
    {
        var code = await office.AddAsync("1701", LeaderDesk.OverdueSince, d =>
        {
            office.Presented("12/11/2026 08:00")(d);
            d.Sign(null, LeaderDesk.At("12/11/2026 09:00"), Actor.Of(office.Vinh.Id), step: 4).Must();
        });
        await office.ProposeAsync(office.Hoa, new ActOrder(EventKind.ResultReady, code) { Late = new LateEntry(LeaderDesk.At("16/11/2026 16:00").Instant, "Mất điện cả chiều") });
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Page + "?loai=ghi-muon");

        var row = page.Row(code);
        row.ShouldContain("16/11/2026 16:00, ghi lúc 20/11/2026 09:42");
        row.ShouldContain("Mất điện cả chiều");
        row.ShouldContain("trễ hạn; đồng ý thì thành đúng hạn");
        await vinh.FollowAsync(await vinh.SubmitAsync(page, "#duyet", ("mot", $"agree|{page.KeyOf(code, true)}")));
        (await office.LoadAsync(code)).Dossier.Verdict.ShouldBe(MotCua.Calendar.Verdict.OnTime);
    }

    [Fact]
    public async Task A_second_request_for_papers_shows_what_the_first_one_asked()
    {
        var code = await office.AddAsync("1801", "16/11/2026 08:00", d =>
        {
            office.Taken("16/11/2026 09:00")(d);
            d.AskForSupplement("Thiếu bản sao sổ hộ khẩu", LeaderDesk.At("17/11/2026 09:00"), Actor.Of(office.Bao.Id)).Must();
            d.Supplement(LeaderDesk.Clock, LeaderDesk.At("18/11/2026 09:00"), Actor.Of(office.Hanh.Id)).Must();
        });
        await office.ProposeAsync(office.Bao, new ActOrder(EventKind.SupplementRequested, code) { Words = "Thiếu bản án ly hôn" });
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var row = (await vinh.OpenAsync(Page + "?loai=bo-sung")).Row(code);

        row.ShouldContain("Thiếu bản án ly hôn");
        row.ShouldContain("Thiếu bản sao sổ hộ khẩu");
    }

    [Fact]
    public async Task Only_a_leader_opens_the_list_and_another_wards_leader_cannot_decide()
    {
        var late = await office.AddAsync("1901", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        var id = await office.ProposeApologyAsync(late);
        using var bao = await office.LoggedInAsync(office.Bao);
        (await bao.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await office.SignedInAt(office.OtherWard, OfficeRole.Signer);
        var empty = await stranger.OpenAsync(Page);
        empty.Words.ShouldContain("Không còn việc nào chờ anh/chị");
        var mine = await office.AddAsync("1902", "16/11/2026 08:00", d => d.SendForSignature(office.Vinh.Id, LeaderDesk.At("18/11/2026 08:00"), Actor.Of(office.Bao.Id)), agency: office.OtherWard);
        var leader = await office.NewOfficerAsync(office.OtherWard, OfficeRole.Signer);
        mine.ShouldNotBeNull();

        var answer = await office.AsAsync(leader, s => s.GetRequiredService<DecideWaiting>().RunAsync(new DecideWaiting.Input(id, null, null, true, null), default));

        answer.Error!.Code.ShouldBe("dossier.proposal-not-found");
        (await office.ProposalAsync(id)).Decision.ShouldBeNull();
    }

    private Task<long> NumbersAsync() => office.WithDbAsync(db => db.Database.SqlQuery<long>($"select coalesce(sum(last), 0)::bigint as \"Value\" from series where name like 'PXL%'").SingleAsync());
}

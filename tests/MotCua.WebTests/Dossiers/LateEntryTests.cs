using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

/// <summary>What was forgotten is recorded as it was: the hour it happened, the hour it was keyed, why, and who agreed.</summary>
public sealed class LateEntryTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task Yesterdays_hand_over_is_recorded_at_its_hour_from_the_scan()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReadyAsync("Người Đã Nhận");
        office.Clock.Set("23/11/2026 08:05");
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var scanned = await hanh.OpenAsync($"/tra-ket-qua?ma={code}");
        (await hanh.SubmitAsync(scanned, "main form[method=post]", ("LateReason", "Mất điện"))).Errors.ShouldBe(["Ghi ngày và giờ việc đã xảy ra"]);
        (await hanh.SubmitAsync(scanned, "main form[method=post]", ("HappenedAt", "20/11/2026 16:30"))).Errors.ShouldBe(["Ghi vì sao đến nay mới ghi việc này."]);
        await hanh.FollowAsync(await hanh.SubmitAsync(scanned, "main form[method=post]", ("HappenedAt", "20/11/2026 16:30"), ("LateReason", "Mất điện cuối chiều")));

        var line = (await office.LoadAsync(code)).Lines[^1];
        (line.Kind, line.At, line.EnteredAt).ShouldBe((EventKind.Returned, TestKit.FakeClock.Instant("20/11/2026 16:30"), TestKit.FakeClock.Instant("23/11/2026 08:05")));
        var page = await hanh.OpenAsync($"/ho-so/{code}");
        page.One("[aria-labelledby=lich-su-h] .mc-tl li").TextContent.ShouldContain("xảy ra");
        page.Words.ShouldContain("20/11, 16:30 ");
        page.Words.ShouldContain("ghi lúc 23/11/2026 08:05 · vì: Mất điện cuối chiều");
    }

    [Theory]
    [InlineData("21/11/2026 09:00", "Quên ghi", "Giờ xảy ra không thể ở sau bây giờ.")]
    [InlineData("19/11/2026 09:00", "Quên ghi", "Giờ ghi sớm hơn việc gần nhất")]
    [InlineData("20/11/2026 10:00", " ", "Ghi vì sao đến nay mới ghi việc này.")]
    [InlineData("", "Quên ghi", "Ghi ngày và giờ việc đã xảy ra")]
    [InlineData("hôm qua", "Quên ghi", "Không có giờ “hôm qua”")]
    public async Task A_time_that_cannot_be_or_lacks_its_reason_is_refused_at_its_box(string at, string reason, string words)
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        office.Clock.Set("20/11/2026 14:00");
        using var bao = await office.LoggedInAsync(office.Bao);

        var answer = await bao.FillAsync($"/ho-so/{code}/viec/nhan-viec", ("HappenedAt", at), ("LateReason", reason));

        answer.Errors.ShouldHaveSingleItem().ShouldContain(words);
        answer.One(".mc-errsum a").GetAttribute("href").ShouldBeOneOf("#HappenedAt", "#LateReason");
        answer.One("main details").HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task What_changes_no_verdict_is_recorded_at_once()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        office.Clock.Set("23/11/2026 08:00");
        using var bao = await office.LoggedInAsync(office.Bao);

        var page = await bao.FollowAsync(await bao.FillAsync($"/ho-so/{code}/viec/nhan-viec", ("HappenedAt", "20/11/2026 10:00"), ("LateReason", "Máy hỏng")));

        page.Words.ShouldContain("vì: Máy hỏng");
        (await office.LoadAsync(code)).Lines[^1].EnteredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_turns_late_into_in_time_waits_for_the_leader_and_then_tells_who_agreed()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync("Người Được Ghi Muộn");
        await office.SignedAsync(code);
        office.Clock.Set("01/12/2026 09:00");
        using var hoa = await office.LoggedInAsync(office.Hoa);
        var page = $"/ho-so/{code}/viec/co-ket-qua";
        (string, string)[] typed = [("Number", "9/GKS"), ("HappenedAt", "27/11/2026 15:00"), ("LateReason", "Quên ghi khi giao cho quầy"), ("Sure", "true")];

        var sent = await hoa.FollowAsync(await hoa.FillAsync(page, typed));
        sent.Flash!.ShouldContain("Giờ xảy ra làm đổi kết luận thời hạn nên phải được lãnh đạo đồng ý");
        (await office.LoadAsync(code)).Dossier.FinishedAt.ShouldBeNull();
        var proposal = await office.WithDbAsync(db => db.Proposals.SingleAsync(p => p.ProposedBy == office.Hoa.Id && p.DecidedAt == null));
        (await office.AsAsync(office.Vinh, s => ((DecideProposal)s.GetService(typeof(DecideProposal))!).RunAsync(new(proposal.Id, true), default))).Succeeded.ShouldBeTrue();

        (await office.LoadAsync(code)).Dossier.Verdict.ShouldBe(MotCua.Calendar.Verdict.Early);
        (await hoa.OpenAsync($"/ho-so/{code}")).Words.ShouldMatch("vì: Quên ghi khi giao cho quầy · Phan Quốc . \\d+ đồng ý");
        using var auditor = await office.SignedInAs(OfficeRole.Auditor);
        var list = await auditor.OpenAsync("/viec-ghi-muon?tu=1/11/2026&den=31/12/2026&dong-y=co");
        var row = list.Document.QuerySelectorAll("tr[data-row]").Single(r => r.TextContent.Contains("Người Được Ghi Muộn"));
        row.TextContent.ShouldContain("Đổi kết luận");
        row.TextContent.ShouldContain("Quên ghi khi giao cho quầy");
        row.QuerySelector("td")!.TextContent.ShouldMatch("\\d ngày");
        list.Document.QuerySelectorAll("tr[data-row]").ShouldAllBe(r => r.TextContent.Contains("đồng ý"));
    }

    [Fact]
    public async Task The_list_is_for_who_watches_filters_by_its_address_and_is_a_spreadsheet_too()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync("Người Trong Danh Sách");
        office.Clock.Set("20/11/2026 16:00");
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null) { Late = new(TestKit.FakeClock.Instant("20/11/2026 10:00"), "Bận họp") }, default));
        using var auditor = await office.SignedInAs(OfficeRole.Auditor);

        Names(await auditor.OpenAsync("/viec-ghi-muon")).ShouldContain(code);
        Names(await auditor.OpenAsync("/viec-ghi-muon?viec=taken")).ShouldContain(code);
        Names(await auditor.OpenAsync("/viec-ghi-muon?viec=returned")).ShouldNotContain(code);
        Names(await auditor.OpenAsync("/viec-ghi-muon?dong-y=co")).ShouldNotContain(code);
        Names(await auditor.OpenAsync("/viec-ghi-muon?tu=1/1/2026&den=19/11/2026")).ShouldNotContain(code);
        (await auditor.OpenAsync("/viec-ghi-muon?tu=31/2/2026")).Errors.ShouldHaveSingleItem().ShouldContain("31/2/2026");
        (await auditor.OpenAsync("/viec-ghi-muon?trang=x&viec=la")).Status.ShouldBe(HttpStatusCode.OK);
        (await auditor.OpenAsync("/viec-ghi-muon")).Document.QuerySelectorAll(".mc-side a[aria-current]").ShouldHaveSingleItem().TextContent.ShouldContain("Việc ghi muộn");
        (await auditor.GetAsync("/viec-ghi-muon?format=xlsx")).Document.Body!.TextContent.ShouldStartWith("PK");
        using var neighbour = await office.SignedInAt(office.OtherWard, OfficeRole.Auditor);
        Names(await neighbour.OpenAsync("/viec-ghi-muon")).ShouldBeEmpty();
        using var bao = await office.LoggedInAsync(office.Bao);
        (await bao.GetAsync("/viec-ghi-muon")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static IReadOnlyList<string> Names(WebPage page) => [.. page.Document.QuerySelectorAll("tr[data-row] a").Select(a => a.GetAttribute("href")!["/ho-so/".Length..])];
}

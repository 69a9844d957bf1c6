using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Submissions;
using MotCua.Web.Shell;
using MotCua.WebTests.Dossiers;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>A quarter's report through the hands of its office and up: pages, roles, what stays frozen, what the agency above sees.</summary>
public sealed class SubmissionDeskTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Quarter = "tu=2026-09-15&den=2026-12-14";

    [Fact]
    public async Task A_quarters_report_is_written_checked_signed_sent_returned_and_sent_again()
    {
        var people = await PeopleAsync("b1");
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync("Người Trong Báo Cáo");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        using var hoa = await office.LoggedInAsync(office.Hoa);
        using var vinh = await office.LoggedInAsync(office.Vinh);
        using var thinh = await office.LoggedInAsync(people.Above);

        var calendar = await lien.OpenAsync("/bao-cao/lich");
        calendar.Words.ShouldContain("Quý IV/2026");
        var report = await lien.FollowAsync(await lien.SubmitAsync(calendar, "form[action='/bao-cao/lap']:has(input[value='b1']):has(input[value='15/09/2026'])"));
        report.Words.ShouldContain("Đang lập");
        report.Document.QuerySelectorAll("form[action*=Check]").ShouldBeEmpty();
        var path = report.Path;
        (await thinh.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is the office's own");
        (await thinh.OpenAsync("/bao-cao/lich?donvi=H99.31")).Document.QuerySelectorAll($"a[href='{path}']").ShouldBeEmpty();

        await StepAsync(hoa, path, "Check", "Đã kiểm tra");
        await StepAsync(vinh, path, "Sign", "Đã ký, chờ gửi");
        (await thinh.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        await StepAsync(lien, path, "Submit", "Đã gửi");

        var below = await thinh.OpenAsync($"/bao-cao/cap-duoi?bieu=b1&{Quarter}");
        below.One(".mc-note").TextContent.Trim().ShouldBe("1 trên 2 đơn vị chưa gửi: UBND xã Bình Minh.");
        await StepAsync(thinh, path, "Return", "Bị trả lại", ("Remarks", "Kiểm tra lại hồ sơ tháng 11"));
        (await thinh.OpenAsync($"/bao-cao/cap-duoi?bieu=b1&{Quarter}")).One(".mc-note").TextContent.Trim().ShouldStartWith("2 trên 2 đơn vị chưa gửi");

        (await lien.OpenAsync(path)).Words.ShouldContain("Cấp trên yêu cầu: Kiểm tra lại hồ sơ tháng 11");
        var again = await lien.FollowAsync(await lien.SubmitAsync(await lien.OpenAsync($"{path}/so-sanh"), "form#lap-lai"));
        again.Words.ShouldContain("Lần 2");
        again.Words.ShouldContain("Lý do lập lại: Cấp trên yêu cầu: Kiểm tra lại hồ sơ tháng 11");
        await StepAsync(hoa, again.Path, "Check", "Đã kiểm tra");
        await StepAsync(vinh, again.Path, "Sign", "Đã ký, chờ gửi");
        await StepAsync(lien, again.Path, "Submit", "Đã gửi");
        await StepAsync(thinh, again.Path, "Accept", "Cấp trên đã nhận");

        // From the sum to the ward's number to its list to one dossier.
        var sum = await thinh.OpenAsync($"/bao-cao/cap-duoi?bieu=b1&{Quarter}&cot=total");
        var own = sum.Document.QuerySelectorAll("section[aria-labelledby=don-vi] tr").Single(r => r.TextContent.Contains("An Bình", StringComparison.Ordinal));
        var list = await thinh.OpenAsync(own.QuerySelector("td[data-l='Đã gửi'] a.mc-fig")!.GetAttribute("href")!);
        list.Words.ShouldContain("giữ nguyên như khi gửi");
        list.One($"a[href='/ho-so/{code}']").TextContent.ShouldBe(code);
        list.One("h1").TextContent.ShouldEndWith($": {own.QuerySelector("td[data-l='Đã gửi'] a")!.TextContent}");
        (await thinh.GetAsync($"/ho-so/{code}")).Status.ShouldBe(HttpStatusCode.OK);
        (await lien.OpenAsync(again.Path)).Document.QuerySelectorAll("[aria-labelledby=lich-su-h] li").Length.ShouldBe(5);
    }

    [Fact]
    public async Task Every_number_of_a_kept_report_opens_as_many_records_as_it_says()
    {
        var people = await PeopleAsync("ii06");
        office.Clock.Set("20/11/2026 09:42");
        await office.ReceiveAsync("Người Được Đếm");
        await office.ReadyAsync("Người Có Kết Quả");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        foreach (var form in new[] { "ii06", "b3", "b4", "annex1", "b2" })
        {
            var page = await lien.FollowAsync(await lien.FillAsync("/bao-cao/lap", ("Form", form), ("Period", "free"), ("From", "01/10/2026"), ("To", "30/11/2026")));
            page.Words.ShouldContain("Đang lập");
            foreach (var number in page.Document.QuerySelectorAll("a.mc-fig").Where(a => a.GetAttribute("href")!.Contains("danh-sach", StringComparison.Ordinal)))
            {
                (await lien.OpenAsync(number.GetAttribute("href")!)).One("h1").TextContent.ShouldEndWith($": {number.TextContent}", customMessage: $"{form} {number.GetAttribute("href")}");
            }
        }
    }

    [Fact]
    public async Task A_dossier_corrected_after_submission_leaves_the_report_as_it_was_and_makes_a_restatement_that_says_why()
    {
        var people = await PeopleAsync("none");
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync("Người Được Ghi Sau");
        await office.SignedAsync(code);
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var path = await SentAsync(people, lien, "b1", "01/11/2026", "05/12/2026");
        var sent = (await lien.OpenAsync(path)).One("table.mc-form").TextContent;
        (await lien.OpenAsync($"{path}/so-sanh")).Words.ShouldContain("Mọi số vẫn như khi tính");

        office.Clock.Set("16/12/2026 08:30");
        using var hoa = await office.LoggedInAsync(office.Hoa);
        await hoa.FollowAsync(await hoa.FillAsync(
            $"/ho-so/{code}/viec/co-ket-qua", ("Number", "9/GKS"), ("HappenedAt", "27/11/2026 15:00"), ("LateReason", "Quên ghi khi giao cho quầy"), ("Sure", "true")));
        var proposal = await office.WithDbAsync(db => db.Proposals.SingleAsync(p => p.ProposedBy == office.Hoa.Id && p.DecidedAt == null));
        (await office.AsAsync(office.Vinh, s => s.GetRequiredService<DecideProposal>().RunAsync(new(proposal.Id, true), default))).Succeeded.ShouldBeTrue();

        using var later = await office.LoggedInAsync(people.Office);
        (await later.OpenAsync(path)).One("table.mc-form").TextContent.ShouldBe(sent);
        var compared = await later.OpenAsync($"{path}/so-sanh");
        var row = compared.Document.QuerySelectorAll("[aria-labelledby=ho-so-doi-h] tbody tr").Single();
        row.TextContent.ShouldContain(code);
        row.QuerySelector("[data-l='Không còn tính vào']")!.TextContent.ShouldContain("Đang giải quyết, quá hạn");
        row.QuerySelector("[data-l='Nay tính vào']")!.TextContent.ShouldContain("Giải quyết đúng hạn, kể cả trước hạn");
        row.TextContent.ShouldContain("Quên ghi khi giao cho quầy");
        row.TextContent.ShouldContain("lúc 27/11/2026 15:00");
        compared.Document.QuerySelectorAll("[aria-labelledby=so-doi-h] tbody tr").Length.ShouldBeGreaterThan(3);

        (await later.SubmitAsync(compared, "form#lap-lai", ("Reason", " "))).Errors.ShouldBe(["Ghi lý do lập lại báo cáo đã gửi."]);
        var restated = await later.FollowAsync(await later.SubmitAsync(compared, "form#lap-lai", ("Reason", "Hồ sơ ghi kết quả muộn")));
        restated.Words.ShouldContain("Lý do lập lại: Hồ sơ ghi kết quả muộn");
        restated.One("table.mc-form").TextContent.ShouldNotBe(sent);
        (await later.OpenAsync(path)).One("table.mc-form").TextContent.ShouldBe(sent);
        (await later.OpenAsync($"{restated.Path}/so-sanh")).Words.ShouldContain("Mọi số vẫn như khi tính");
        (await later.PostAsync($"{path}/so-sanh", ("Reason", "Lần nữa"))).Status.ShouldBe(HttpStatusCode.BadRequest, "without the form's token");
        (await later.OpenAsync($"{path}/so-sanh")).Document.QuerySelectorAll("form#lap-lai").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agency_abolished_in_the_period_is_not_missing_and_the_report_says_that_its_part_counts()
    {
        var people = await PeopleAsync("none");
        await office.InScopeAsync(async s => (await s.GetRequiredService<FoundAgency>().RunAsync(new("H99.39", "UBND xã Tân Cũ", AgencyLevel.Commune, "H99", new DateOnly(2025, 7, 1)), null, default)).Value);
        await office.ExecuteAsync("update agency_versions set valid_to = '2026-12-01' where name = 'UBND xã Tân Cũ'");
        office.Clock.Set("15/12/2026 09:00");
        using var thinh = await office.LoggedInAsync(people.Above);

        var page = await thinh.FollowAsync(await thinh.FillAsync("/bao-cao/lap", ("Form", "b1"), ("Period", "free"), ("From", "01/11/2026"), ("To", "05/12/2026")));
        page.Words.ShouldContain("UBND xã Tân Cũ kết thúc ngày 01/12/2026. Phần của đơn vị này vẫn tính trong báo cáo.");
        page.Words.ShouldContain("Gửi cấp trên ngoài hệ thống");
        var below = await thinh.OpenAsync("/bao-cao/cap-duoi?bieu=b1&tu=2026-11-01&den=2026-12-05");
        below.One(".mc-note").TextContent.ShouldNotContain("Tân Cũ");
        below.One("section[aria-labelledby=don-vi]").TextContent.ShouldContain("Kết thúc 01/12/2026; phần này hệ thống tính");
        (await thinh.OpenAsync("/bao-cao/cap-duoi?bieu=b1&tu=2026-12-02&den=2026-12-05")).One("section[aria-labelledby=don-vi]").TextContent.ShouldNotContain("Tân Cũ");
    }

    [Fact]
    public async Task What_was_sent_cannot_be_changed_with_SQL_either()
    {
        var people = await PeopleAsync("none");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var id = (await SentAsync(people, lien, "b3", "02/11/2026", "05/12/2026"))["/bao-cao/nop/".Length..];

        foreach (var sql in new[]
        {
            $"update report_submissions set content = content || '{{\"agencyName\":\"X\"}}' where id = '{id}'",
            $"delete from report_frozen_lists where submission_id = '{id}'",
            $"insert into report_frozen_lists values ('{id}', '', 'H99.31', '{{new}}', '{{X}}')",
        })
        {
            (await Should.ThrowAsync<PostgresException>(() => office.ExecuteAsync(sql))).MessageText.ShouldContain("frozen");
        }
    }

    [Theory]
    [InlineData("free", "05/12/2026", "01/12/2026", "Kỳ báo cáo kết thúc (01/12/2026) trước khi bắt đầu (05/12/2026).")]
    [InlineData("free", "01/02/2027", "05/02/2027", "Kỳ báo cáo bắt đầu ngày 01/02/2027, chưa tới. Chọn kỳ đã bắt đầu.")]
    [InlineData("quarter", "01/10/2026", "14/12/2026", "Ngày không khớp với kỳ đã chọn")]
    [InlineData("free", "01/01/2020", "31/12/2020", "không hoạt động ngày nào trong kỳ này")]
    [InlineData("free", "31/02/2026", "05/12/2026", "31/02/2026")]
    [InlineData("free", "", "05/12/2026", "Ghi từ ngày nào")]
    public async Task Days_that_cannot_be_are_refused_in_words(string period, string from, string to, string words)
    {
        var people = await PeopleAsync("none");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);

        (await lien.FillAsync("/bao-cao/lap", ("Form", "b1"), ("Period", period), ("From", from), ("To", to))).Errors.ShouldHaveSingleItem().ShouldContain(words);
    }

    [Fact]
    public async Task A_running_period_can_be_written_but_not_checked_before_it_ends()
    {
        var people = await PeopleAsync("none");
        office.Clock.Set("10/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var page = await lien.FollowAsync(await lien.FillAsync("/bao-cao/lap", ("Form", "b3"), ("Period", "quarter"), ("From", "15/09/2026"), ("To", "14/12/2026")));
        using var hoa = await office.LoggedInAsync(office.Hoa);
        (await hoa.SubmitAsync(await hoa.OpenAsync(page.Path), "form[action*=Check]")).Errors.ShouldHaveSingleItem().ShouldContain("kỳ chưa hết");

        office.Clock.Set("15/12/2026 09:00");
        using var after = await office.LoggedInAsync(people.Office);
        await StepAsync(after, page.Path, "Recount", "Đang lập");
        using var clerk = await office.LoggedInAsync(office.Hoa);
        await StepAsync(clerk, page.Path, "Check", "Đã kiểm tra");
    }

    [Fact]
    public async Task The_neighbour_reads_nothing_and_nobody_acts_out_of_role()
    {
        var people = await PeopleAsync("none");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var path = await SentAsync(people, lien, "b1", "03/11/2026", "05/12/2026");
        using var neighbour = await office.SignedInAt(office.OtherWard, OfficeRole.ReportOfficer);
        foreach (var address in new[] { path, $"{path}/danh-sach?chitieu=received", $"{path}/so-sanh" })
        {
            (await neighbour.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await neighbour.OpenAsync("/bao-cao/lich?donvi=H99.31")).Errors.Count.ShouldBe(1);
        (await neighbour.OpenAsync($"/bao-cao/cap-duoi?donvi=H99&{Quarter}")).Errors.Count.ShouldBe(1);
        (await neighbour.GetAsync("/bao-cao/lich/yeu-cau?donvi=H99")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.GetAsync("/bao-cao/lap?donvi=H99.31")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var bao = await office.LoggedInAsync(office.Bao);
        (await bao.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);

        var id = Guid.Parse(path["/bao-cao/nop/".Length..]);
        var refused = await office.AsAsync(people.Office, s => s.GetRequiredService<AcceptReport>().RunAsync(new(id, 4), default));
        refused.Error!.Code.ShouldBe("submission.not-allowed");
        var stale = await office.AsAsync(people.Above, s => s.GetRequiredService<AcceptReport>().RunAsync(new(id, 1), default));
        stale.Error!.Code.ShouldBe("submission.changed-meanwhile");
    }

    [Fact]
    public async Task The_agency_above_asks_and_stops_asking()
    {
        var people = await PeopleAsync("none");
        office.Clock.Set("15/12/2026 09:00");
        using var thinh = await office.LoggedInAsync(people.Above);
        var empty = await thinh.OpenAsync("/bao-cao/lich/yeu-cau");
        (await thinh.SubmitAsync(empty, "form#them", ("Document", " "))).Errors.ShouldBe(["Ghi văn bản yêu cầu báo cáo."]);
        var page = await thinh.FollowAsync(await thinh.SubmitAsync(empty, "form#them", ("Form", "b4"), ("Period", "month"), ("Document", "Công văn 77/UBND-KSTT"), ("From", "01/11/2026")));
        page.Words.ShouldContain("Công văn 77/UBND-KSTT");
        using var lien = await office.LoggedInAsync(people.Office);
        (await lien.OpenAsync("/bao-cao/lich")).Words.ShouldContain("Tháng 11/2026");

        // The newest in force stands first.
        await thinh.FollowAsync(await thinh.SubmitAsync(page, "form[action*=End]"));
        (await office.WithDbAsync(db => db.ReportDuties.CountAsync(d => d.Document == "Công văn 77/UBND-KSTT" && d.InForceTo == new DateOnly(2026, 12, 15)))).ShouldBe(1);
    }

    [Fact]
    public void Every_step_period_and_act_has_its_English()
    {
        Enum.GetValues<SubmissionState>().Select(s => s.Label()).Concat(ReportPeriods.Labels).Concat(ReportPeriods.Sentences)
            .Where(s => !English.Sentences.ContainsKey(s)).ShouldBeEmpty();
    }

    private sealed record People((OfficerId Id, string UserName) Office, (OfficerId Id, string UserName) Above);

    /// <summary>An office and the province's, and a quarter's duty for a form.</summary>
    private async Task<People> PeopleAsync(string form)
    {
        office.Clock.Set("20/11/2026 09:42");
        var people = new People(await office.NewOfficerAsync(office.Ward, OfficeRole.ReportOfficer), await office.NewOfficerAsync(office.Province, OfficeRole.ReportOfficer));
        if (Form.Find(form) is not null)
        {
            var facts = new DutyFacts(form, PeriodKind.Quarter, AgencyLevel.Commune, 5, new DateOnly(2026, 7, 1), null, "Nghị định 09/2019/NĐ-CP");
            (await office.AsAsync(people.Above, s => s.GetRequiredService<RequireReport>().RunAsync(new(office.Province, facts), default))).Succeeded.ShouldBeTrue();
        }

        return people;
    }

    private async Task<string> SentAsync(People people, Visitor lien, string form, string from, string to)
    {
        var page = await lien.FollowAsync(await lien.FillAsync("/bao-cao/lap", ("Form", form), ("Period", "free"), ("From", from), ("To", to)));
        var id = Guid.Parse(page.Path["/bao-cao/nop/".Length..]);
        (await office.AsAsync(office.Hoa, s => s.GetRequiredService<CheckReport>().RunAsync(new(id, 1, null), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(office.Vinh, s => s.GetRequiredService<SignReport>().RunAsync(new(id, 2), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(people.Office, s => s.GetRequiredService<SubmitReport>().RunAsync(new(id, 3), default))).Succeeded.ShouldBeTrue();
        return page.Path;
    }

    private static async Task StepAsync(Visitor who, string path, string act, string state, params (string, string)[] fields)
    {
        var after = await who.FollowAsync(await who.SubmitAsync(await who.OpenAsync(path), $"form[action*={act}]", fields));
        after.One(".mc-head .mc-tag").TextContent.Trim().ShouldBe(state);
    }
}

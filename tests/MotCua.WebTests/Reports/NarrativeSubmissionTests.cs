using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;
using MotCua.WebTests.Dossiers;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>A report in words on its way up: what was checked is what was signed and sent, and each of its numbers opens what it counted.</summary>
public sealed class NarrativeSubmissionTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Template = "phuong-quy";

    [Fact]
    public async Task The_calendar_leads_to_the_template_and_the_report_goes_up_signed_numbered_and_frozen()
    {
        var people = await PeopleAsync();
        var code = await office.ReceiveAsync("Người Trong Lời Văn");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        using var hoa = await office.LoggedInAsync(office.Hoa);
        using var vinh = await office.LoggedInAsync(office.Vinh);
        using var thinh = await office.LoggedInAsync(people.Above);

        var calendar = await lien.OpenAsync("/bao-cao/lich");
        var start = await lien.OpenAsync(calendar.One($"a[href*='mau={Template}'][href*='tu=2026-09-15']").GetAttribute("href")!.Split('#')[0]);
        var written = await lien.FollowAsync(await lien.SubmitAsync(start, "#lap form"));
        await SaveAsync(lien, written.Path, "chi-dao", "Giao ban vào sáng thứ Hai hằng tuần.");
        var report = await lien.FollowAsync(await lien.SubmitAsync(await lien.OpenAsync(written.Path), "form[action*=PutForward]"));
        report.Words.ShouldContain("Giao ban vào sáng thứ Hai hằng tuần.");
        report.Words.ShouldContain("Số: ……/");
        (await lien.SubmitAsync(await lien.OpenAsync(written.Path), "form[action*=Head]", ("Number", "5"))).Status.ShouldBe(HttpStatusCode.Redirect, "the written one stays open");
        (await thinh.GetAsync(report.Path)).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is the office's own");

        await StepAsync(hoa, report.Path, "Check", "Đã kiểm tra");
        await StepAsync(vinh, report.Path, "Sign", "Đã ký, chờ gửi");
        (await lien.SubmitAsync(await lien.OpenAsync(report.Path), "form[action*=Submit]", ("Number", " "))).Errors.ShouldBe(["Ghi số văn bản trước khi gửi."]);
        (await lien.SubmitAsync(await lien.OpenAsync(report.Path), "form[action*=Submit]", ("Number", "431"), ("SignedOn", "16/12/2026"))).Errors.ShouldHaveSingleItem().ShouldContain("đến hôm nay");
        (await lien.SubmitAsync(await lien.OpenAsync(report.Path), "form[action*=Submit]", ("Number", "431/TB-UBND"), ("SignedOn", "15/12/2026"))).Errors.ShouldHaveSingleItem().ShouldContain("Chỉ ghi số");
        await StepAsync(lien, report.Path, "Submit", "Đã gửi", ("Number", "431/BC-UBND"), ("SignedOn", "15/12/2026"));

        var sent = await thinh.OpenAsync(report.Path);
        sent.Words.ShouldContain("Số: 431/BC-UBND");
        sent.Words.ShouldContain("ngày 15 tháng 12 năm 2026");
        sent.One("article.mc-doc").TextContent.ShouldContain(await office.WithDbAsync(db => db.Officers.Where(o => o.Id == office.Vinh.Id).Select(o => o.Name).SingleAsync()));
        foreach (var number in sent.Document.QuerySelectorAll("article.mc-doc a.mc-fig"))
        {
            var list = await thinh.OpenAsync(number.GetAttribute("href")!);
            if (number.TextContent.All(c => char.IsDigit(c) || c == '.'))
            {
                list.One("h1").TextContent.ShouldEndWith($": {number.TextContent}", customMessage: number.GetAttribute("href"));
            }
        }

        sent.Document.QuerySelectorAll("article.mc-doc a.mc-fig").Length.ShouldBeGreaterThan(5);
        (await thinh.OpenAsync(sent.Document.QuerySelectorAll("a.mc-fig").First(a => a.GetAttribute("href")!.Contains("chitieu=received&", StringComparison.Ordinal)).GetAttribute("href")!))
            .One($"a[href='/ho-so/{code}']").TextContent.ShouldBe(code);
        (await lien.OpenAsync("/bao-cao/dinh-ky")).Words.ShouldContain("431/");
        (await thinh.OpenAsync($"/bao-cao/cap-duoi?bieu=narrative.{Template}&tu=2026-09-15&den=2026-12-14")).One(".mc-note").TextContent.Trim().ShouldContain("chưa gửi: UBND xã Bình Minh");
        (await thinh.GetAsync($"{report.Path}?format=docx")).Status.ShouldBe(HttpStatusCode.OK);

        var id = report.Path["/bao-cao/nop/".Length..];
        (await Should.ThrowAsync<PostgresException>(() => office.ExecuteAsync($"update report_submissions set content = content || '{{\"agencyName\":\"X\"}}' where id = '{id}'"))).MessageText.ShouldContain("frozen");

        // Words changed afterwards enter the next version only.
        await SaveAsync(lien, written.Path, "chi-dao", "Giao ban hai lần một tuần.");
        (await lien.OpenAsync(report.Path)).Words.ShouldNotContain("hai lần một tuần");
        var compared = await lien.OpenAsync($"{report.Path}/so-sanh");
        compared.Words.ShouldContain("Lời văn của báo cáo đã được sửa");
        var again = await lien.FollowAsync(await lien.SubmitAsync(compared, "form#lap-lai", ("Reason", "Sửa phần chỉ đạo")));
        again.Words.ShouldContain("Giao ban hai lần một tuần.");
        again.Words.ShouldContain("Lần 2");
    }

    [Fact]
    public async Task Words_changed_while_it_waits_are_said_and_taken_by_counting_again()
    {
        var people = await PeopleAsync();
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var (written, report) = await PutForwardAsync(people, lien, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        (await lien.OpenAsync(report)).Words.ShouldNotContain("Lời văn đã được sửa");

        await SaveAsync(lien, written, "chi-dao", "Thêm một câu.");
        var page = await lien.OpenAsync(report);
        page.Words.ShouldContain("Lời văn đã được sửa từ khi trình");
        page.Words.ShouldNotContain("Thêm một câu.");
        var after = await lien.FollowAsync(await lien.SubmitAsync(page, "form[action*=Recount]"));
        after.Words.ShouldContain("Thêm một câu.");
        after.Words.ShouldNotContain("Lời văn đã được sửa");
        (await lien.SubmitAsync(await lien.OpenAsync(written), "form[action*=Head]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lien.OpenAsync(report)).Words.ShouldNotContain("Lời văn đã được sửa", Case.Sensitive, "a number is no word of the text");
    }

    [Fact]
    public async Task A_contradiction_that_nobody_explained_must_be_explained_by_whoever_checks()
    {
        var people = await PeopleAsync();
        await office.ReceiveAsync("Người Mâu Thuẫn");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        using var hoa = await office.LoggedInAsync(office.Hoa);
        var (_, report) = await PutForwardAsync(people, lien, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 30), ("uu-diem", "Trong kỳ tiếp nhận 9999 hồ sơ."));

        (await hoa.OpenAsync(report)).Words.ShouldContain("phép kiểm tra không khớp");
        (await hoa.SubmitAsync(await hoa.OpenAsync(report), "form[action*=Check]", ("Words", ""))).Errors.ShouldHaveSingleItem().ShouldContain("Ghi giải thích");
        await StepAsync(hoa, report, "Check", "Đã kiểm tra", ("Words", "Số của cả nhiệm kỳ"));
    }

    [Fact]
    public async Task Whoever_is_next_is_told_and_nobody_of_his_own_step()
    {
        var people = await PeopleAsync();
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var (_, path) = await PutForwardAsync(people, lien, new DateOnly(2026, 9, 15), new DateOnly(2026, 10, 31));
        var id = Guid.Parse(path["/bao-cao/nop/".Length..]);
        (await office.AsAsync(office.Hoa, s => s.GetRequiredService<MotCua.Reports.Submissions.CheckReport>().RunAsync(new(id, 1, null), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(office.Vinh, s => s.GetRequiredService<SignReport>().RunAsync(new(id, 2), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(people.Office, s => s.GetRequiredService<SubmitReport>().RunAsync(new(id, 3, new PaperNumber("9", new DateOnly(2026, 12, 15))), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(people.Above, s => s.GetRequiredService<ReturnReport>().RunAsync(new(id, 4, "Thiếu phụ lục"), default))).Succeeded.ShouldBeTrue();

        var orders = (await office.WithDbAsync(db => db.Outbox.Where(m => m.Kind == NoticeOrder.Kind).OrderBy(m => m.CreatedAt).Select(m => m.Payload).ToListAsync()))
            .Where(p => p.Contains($"{id}", StringComparison.Ordinal)).Select(p => System.Text.Json.JsonSerializer.Deserialize<NoticeOrder>(p, MotCua.Foundation.JsonColumn.Options)!).ToList();

        orders.Select(o => o.Template).ShouldBe(
            [OfficerTemplates.ReportToCheck, OfficerTemplates.ReportToSign, OfficerTemplates.ReportToSend, OfficerTemplates.ReportReceived, OfficerTemplates.ReportReturned], ignoreOrder: true);
        orders.ShouldAllBe(o => o.Link == path);
        var told = orders.ToDictionary(o => o.Template, o => o.Officers);
        told[OfficerTemplates.ReportToCheck].ShouldContain(office.Hoa.Id.Value);
        told[OfficerTemplates.ReportToCheck].ShouldNotContain(people.Office.Id.Value);
        told[OfficerTemplates.ReportToSign].ShouldContain(office.Vinh.Id.Value);
        told[OfficerTemplates.ReportReceived].ShouldContain(people.Above.Id.Value);
        told[OfficerTemplates.ReportReturned].ShouldBe([people.Office.Id.Value, office.Vinh.Id.Value], ignoreOrder: true);
        var returned = orders.Single(o => o.Template == OfficerTemplates.ReportReturned).Values;
        returned["ly_do"].ShouldBe("Thiếu phụ lục");
        returned["noi_bao_cao"].ShouldContain("UBND tỉnh");
    }

    [Fact]
    public async Task An_own_template_with_its_table_first_and_two_comparisons_goes_up_and_every_number_opens()
    {
        var people = await PeopleAsync();
        var code = await office.ReceiveAsync("Người Trong Bảng");
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var key = await OwnTemplateAsync(people, lien, text => text with
        {
            Blocks =
            [
                new TemplateBlock { Kind = BlockKind.Section, Level = 1, Text = "KẾT QUẢ" },
                new TemplateBlock { Kind = BlockKind.Table, Form = "b1" },
                new TemplateBlock { Kind = BlockKind.Sentence, Text = "Tổng {received} hồ sơ, {received|change} so với kỳ trước, {received|change_year} so với cùng kỳ; gồm {received|by:agency}; nhiệm vụ quá hạn {directives.overdue}." },
            ],
        });
        var written = (await office.AsAsync(people.Office, s => s.GetRequiredService<StartNarrative>().RunAsync(new(office.Ward, key, new DateOnly(2026, 9, 16), new DateOnly(2026, 12, 10)), default))).Value;
        var page = await lien.FollowAsync(await lien.SubmitAsync(await lien.OpenAsync($"/bao-cao/dinh-ky/{written}"), "form[action*=PutForward]"));

        var numbers = page.Document.QuerySelectorAll("article.mc-doc a.mc-fig").ToList();
        numbers.ShouldContain(n => n.GetAttribute("href")!.Contains("not_started_overdue%2Cin_progress_overdue", StringComparison.Ordinal));
        foreach (var number in numbers.Where(n => n.TextContent.All(c => char.IsDigit(c) || c == '.')))
        {
            (await lien.OpenAsync(number.GetAttribute("href")!)).One("h1").TextContent.ShouldEndWith($": {number.TextContent}", customMessage: number.GetAttribute("href"));
        }

        (await lien.OpenAsync(numbers.First(n => n.GetAttribute("href")!.Contains("chitieu=received&", StringComparison.Ordinal)).GetAttribute("href")!)).Words.ShouldContain(code);
        (await lien.OpenAsync($"{page.Path}/so-sanh")).Words.ShouldContain("Mọi số vẫn như khi tính");

        // What it does not say is no zero above.
        using var thinh = await office.LoggedInAsync(people.Above);
        var id = Guid.Parse(page.Path["/bao-cao/nop/".Length..]);
        (await office.AsAsync(office.Hoa, s => s.GetRequiredService<MotCua.Reports.Submissions.CheckReport>().RunAsync(new(id, 1, "Đã xem"), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(office.Vinh, s => s.GetRequiredService<SignReport>().RunAsync(new(id, 2), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(people.Office, s => s.GetRequiredService<SubmitReport>().RunAsync(new(id, 3, new PaperNumber("9", new DateOnly(2026, 12, 15))), default))).Succeeded.ShouldBeTrue();
        var below = await thinh.OpenAsync($"/bao-cao/cap-duoi?bieu=narrative.{Template}&tu=2026-09-16&den=2026-12-10&cot=done");
        below.Document.QuerySelectorAll("section[aria-labelledby=don-vi] tr").Single(r => r.TextContent.Contains("An Bình", StringComparison.Ordinal))
            .QuerySelector("td[data-l='Chênh']")!.TextContent.Trim().ShouldBe("–");
        (await thinh.GetAsync($"/bao-cao/dinh-ky/{written}")).Status.ShouldBe(HttpStatusCode.NotFound, "what is being written is the office's own");
    }

    [Fact]
    public async Task A_number_of_an_annex_that_changed_is_a_number_and_not_a_word()
    {
        var people = await PeopleAsync();
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        var (_, path) = await PutForwardAsync(people, lien, new DateOnly(2026, 10, 2), new DateOnly(2026, 11, 29));
        await lien.FollowAsync(await lien.FillAsync("/bao-cao/phu-luc-1/ke-khai?tu=2026-10-02&den=2026-11-29", ("f-6.1.plan", "12.175"), ("Document", "Quyết định 9/QĐ-UBND")));

        var report = await lien.OpenAsync(path);
        report.Words.ShouldContain("số đã đổi");
        report.Words.ShouldNotContain("Lời văn đã được sửa");
        var compared = await lien.OpenAsync($"{path}/so-sanh");
        compared.One("[aria-labelledby=so-doi-h]").TextContent.ShouldContain("12.175");
        compared.Words.ShouldNotContain("Lời văn của báo cáo đã được sửa");
    }

    [Fact]
    public async Task A_report_sent_back_bears_no_signature_and_whoever_looked_is_told_to_look_again()
    {
        var people = await PeopleAsync();
        office.Clock.Set("15/12/2026 09:00");
        using var lien = await office.LoggedInAsync(people.Office);
        using var hoa = await office.LoggedInAsync(office.Hoa);
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var (_, path) = await PutForwardAsync(people, lien, new DateOnly(2026, 10, 3), new DateOnly(2026, 11, 28));
        var vinhName = await office.WithDbAsync(db => db.Officers.Where(o => o.Id == office.Vinh.Id).Select(o => o.Name).SingleAsync());
        await StepAsync(hoa, path, "Check", "Đã kiểm tra");
        await StepAsync(vinh, path, "Sign", "Đã ký, chờ gửi");
        (await lien.OpenAsync(path)).One("article.mc-doc").TextContent.ShouldContain(vinhName);
        await StepAsync(hoa, path, "SendBack", "Đang lập", ("Remarks", "Thiếu phần hạn chế"));

        (await lien.OpenAsync(path)).One("article.mc-doc").TextContent.ShouldNotContain(vinhName);
        await StepAsync(lien, path, "Recount", "Đang lập");
        var toCheck = (await office.WithDbAsync(db => db.Outbox.Where(m => m.Kind == NoticeOrder.Kind).Select(m => m.Payload).ToListAsync()))
            .Count(p => p.Contains(path, StringComparison.Ordinal) && p.Contains(OfficerTemplates.ReportToCheck, StringComparison.Ordinal));
        toCheck.ShouldBe(2, "when it was put forward, and when it was counted again");
    }

    [Fact]
    public async Task The_calendar_leads_to_what_has_been_begun()
    {
        var people = await PeopleAsync();
        office.Clock.Set("15/12/2026 09:00");
        var (from, to) = (new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 20));
        var facts = new DutyFacts($"narrative.{Template}", PeriodKind.Free, AgencyLevel.Commune, 5, new DateOnly(2026, 7, 1), null, "Công văn 81/UBND-KSTT") { Free = (from, to) };
        (await office.AsAsync(people.Above, s => s.GetRequiredService<RequireReport>().RunAsync(new(office.Province, facts), default))).Succeeded.ShouldBeTrue();
        using var lien = await office.LoggedInAsync(people.Office);
        (await lien.OpenAsync("/bao-cao/lich")).One($"a[href*='mau={Template}'][href*='tu=2026-11-03']").TextContent.ShouldContain("Viết báo cáo");

        var begun = (await office.AsAsync(people.Office, s => s.GetRequiredService<StartNarrative>().RunAsync(new(office.Ward, Template, from, to), default))).Value;
        (await lien.OpenAsync("/bao-cao/lich")).One($"a[href='/bao-cao/dinh-ky/{begun}']").TextContent.ShouldContain("Viết tiếp");
        (await office.AsAsync(people.Above, s => s.GetRequiredService<RequireReport>().RunAsync(new(office.Province, facts with { Form = $"narrative.{begun}" }), default))).Error!.Code.ShouldBe("submission.form-unknown");
    }

    private async Task<string> OwnTemplateAsync(People people, Visitor lien, Func<TemplateText, TemplateText> change)
    {
        var shipped = TemplateChoice.AllShipped.Single(t => t.Key == Template).Text;
        var draft = (await office.AsAsync(people.Office, s => s.GetRequiredService<CopyTemplate>().RunAsync(new(office.Ward, Template), default))).Value;
        (await office.AsAsync(people.Office, s => s.GetRequiredService<ChangeTemplate>().RunAsync(new(draft, change(shipped with { Name = "Mẫu của xã" }), 0), default))).Succeeded.ShouldBeTrue();
        (await office.AsAsync(people.Office, s => s.GetRequiredService<PublishTemplate>().RunAsync(new(draft, new DateOnly(2026, 12, 15), 1), default))).Succeeded.ShouldBeTrue();
        return await office.WithDbAsync(db => db.NarrativeTemplates.Where(t => t.Id == draft).Select(t => t.TemplateId.ToString()).SingleAsync());
    }

    private sealed record People((OfficerId Id, string UserName) Office, (OfficerId Id, string UserName) Above);

    private async Task<People> PeopleAsync()
    {
        office.Clock.Set("20/11/2026 09:42");
        var people = new People(await office.NewOfficerAsync(office.Ward, OfficeRole.ReportOfficer), await office.NewOfficerAsync(office.Province, OfficeRole.ReportOfficer));
        var facts = new DutyFacts($"narrative.{Template}", PeriodKind.Quarter, AgencyLevel.Commune, 5, new DateOnly(2026, 7, 1), null, "Nghị định 09/2019/NĐ-CP");
        (await office.AsAsync(people.Above, s => s.GetRequiredService<RequireReport>().RunAsync(new(office.Province, facts), default))).Succeeded.ShouldBeTrue();
        return people;
    }

    private async Task<(string Written, string Report)> PutForwardAsync(People people, Visitor lien, DateOnly from, DateOnly to, params (string Name, string Text)[] passages)
    {
        var written = (await office.AsAsync(people.Office, s => s.GetRequiredService<StartNarrative>().RunAsync(new(office.Ward, Template, from, to), default))).Value;
        foreach (var (name, text) in passages)
        {
            (await office.AsAsync(people.Office, s => s.GetRequiredService<SavePassage>().RunAsync(new(written, name, text, null, 0), default))).Succeeded.ShouldBeTrue();
        }

        var report = await lien.FollowAsync(await lien.SubmitAsync(await lien.OpenAsync($"/bao-cao/dinh-ky/{written}"), "form[action*=PutForward]"));
        return ($"/bao-cao/dinh-ky/{written}", report.Path);
    }

    private static async Task SaveAsync(Visitor who, string path, string passage, string text) =>
        await who.FollowAsync(await who.SubmitAsync(await who.OpenAsync(path), $"#doan-{passage} form", ("text", text)));

    private static async Task StepAsync(Visitor who, string path, string act, string state, params (string, string)[] fields)
    {
        var after = await who.FollowAsync(await who.SubmitAsync(await who.OpenAsync(path), $"form[action*={act}]", fields));
        after.One(".mc-head .mc-tag").TextContent.Trim().ShouldBe(state);
    }
}

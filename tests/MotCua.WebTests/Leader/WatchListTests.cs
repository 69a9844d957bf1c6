using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Leader;

/// <summary>A dossier is on a watch list exactly while it hangs.</summary>
public sealed class WatchListTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Lists = "/dieu-hanh/danh-sach/";

    [Fact]
    public async Task What_nobody_touched_for_five_working_days_lies_still_until_somebody_acts()
    {
        var still = await office.AddAsync("2001", "09/11/2026 08:00", office.Taken("13/11/2026 16:00"), "10wd");
        var fresh = await office.AddAsync("2002", "09/11/2026 08:00", office.Taken("16/11/2026 08:00"), "10wd");
        var paused = await office.AddAsync("2003", "02/11/2026 08:00", d => d.AskForSupplement("Thiếu bản sao", LeaderDesk.At("03/11/2026 08:00"), Actor.Of(office.Bao.Id)).Must(), "10wd");

        var codes = await CodesAsync("khong-chuyen-dong");
        codes.ShouldContain(DossierCode.Short(still));
        codes.ShouldNotContain(DossierCode.Short(fresh));
        codes.ShouldNotContain(DossierCode.Short(paused));

        await office.ActAsync<AssignDossier>(office.Vinh, c => c.RunAsync(new(still, null, office.Tu.Id), default));
        (await CodesAsync("khong-chuyen-dong")).ShouldNotContain(DossierCode.Short(still));
    }

    [Fact]
    public async Task A_result_lies_at_the_counter_from_the_fifteenth_day_until_it_is_handed_over()
    {
        var old = await office.AddAsync("2101", "02/11/2026 08:00", d => d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At("05/11/2026 16:00"), Actor.Of(office.Hoa.Id)).Must());
        var young = await office.AddAsync("2102", "02/11/2026 08:00", d => d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At("06/11/2026 08:00"), Actor.Of(office.Hoa.Id)).Must());

        (await CodesAsync("chua-tra")).ShouldBe([DossierCode.Short(old)]);
        (await CodesAsync("cho-tra")).ShouldContain(DossierCode.Short(young));

        await office.ActAsync<ReturnResult>(office.Hanh, c => c.RunAsync(new(old, null), default));
        (await CodesAsync("chua-tra")).ShouldNotContain(DossierCode.Short(old));
    }

    [Fact]
    public async Task Thirty_days_of_waiting_for_papers_propose_a_stop()
    {
        Action<Dossier> Asked(string at) => d => d.AskForSupplement("Thiếu bản án ly hôn", LeaderDesk.At(at), Actor.Of(office.Bao.Id)).Must();
        var old = await office.AddAsync("2201", "19/10/2026 08:00", Asked("21/10/2026 08:00"));
        var young = await office.AddAsync("2202", "19/10/2026 08:00", Asked("22/10/2026 08:00"));
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Lists + "cho-bo-sung-lau");

        page.Codes().ShouldContain(DossierCode.Short(old));
        page.Codes().ShouldNotContain(DossierCode.Short(young));
        page.Row(old).ShouldContain("Thiếu bản án ly hôn");
        page.Row(old).ShouldContain("Đề nghị dừng");
        page.Document.QuerySelector($"a[href='/ho-so/{old}/viec/dung']").ShouldNotBeNull();
        await office.ActAsync<ReceiveSupplement>(office.Hanh, c => c.RunAsync(new(old, null), default));
        (await CodesAsync("cho-bo-sung-lau")).ShouldNotContain(DossierCode.Short(old));
    }

    [Fact]
    public async Task A_place_that_answers_late_is_named_until_it_answers()
    {
        var code = await office.AddAsync("2301", "10/11/2026 08:00", d =>
        {
            office.Taken("10/11/2026 09:00")(d);
            d.SendLeg(new LegOrder(1, "Trích lục bản đồ", office.OtherWard, Limit: "2wd", DueAt: LeaderDesk.At("13/11/2026 17:00").Instant), LeaderDesk.At("11/11/2026 09:00"), Actor.Of(office.Bao.Id)).Must();
        }, "10wd");
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Lists + "chang-tre");

        page.Row(code).ShouldContain("UBND xã Bình Minh chưa trả lời");
        await office.ActAsync<RecordLegAnswer>(office.Bao, c => c.RunAsync(new(code, null, 1, "Đã có trích lục", false), default));
        (await CodesAsync("chang-tre")).ShouldNotContain(DossierCode.Short(code));
    }

    [Fact]
    public async Task A_dossier_in_the_hands_of_somebody_who_left_shows_until_it_is_given_to_another()
    {
        var gone = await office.NewOfficerAsync(office.Ward, OfficeRole.Specialist);
        var stands = await office.NewOfficerAsync(office.Ward);
        Action<Dossier> Held((OfficerId Id, string UserName) by) => d => d.Take(by.Id, LeaderDesk.At("18/11/2026 09:00"), Actor.Of(by.Id)).Must();
        var left = await office.AddAsync("2401", "18/11/2026 08:00", Held(gone));
        var delegated = await office.AddAsync("2402", "18/11/2026 08:00", Held(stands));
        await office.ExecuteAsync($"update officers set valid_to = '2026-11-19' where id = '{gone.Id.Value}'");
        (await CodesAsync("vang-nguoi")).Order().ShouldBe([DossierCode.Short(left), DossierCode.Short(delegated)]);

        // Who acts on behalf of another has that officer's roles while the delegation runs.
        await office.ExecuteAsync($"""insert into delegations (id, from_officer_id, to_officer_id, roles, valid_from, valid_to, reason, created_at) values (gen_random_uuid(), '{office.Bao.Id.Value}', '{stands.Id.Value}', '["specialist"]', '2026-11-19', '2026-11-25', 'nghỉ phép', now())""");
        (await CodesAsync("vang-nguoi")).ShouldBe([DossierCode.Short(left)]);

        await office.ActAsync<AssignDossier>(office.Vinh, c => c.RunAsync(new(left, null, office.Tu.Id), default));
        (await CodesAsync("vang-nguoi")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_applicant_whom_no_notice_reached_is_listed_until_one_arrives_or_the_result_is_handed_over()
    {
        Task DeliverAsync(string code, string channel, string state) => office.ExecuteAsync($"""
            insert into notice_deliveries (id, source, template, channel, recipient, agency_id, dossier_id, event_seq, subject, body, state, attempts, due_at, created_at, sent_at)
            select gen_random_uuid(), 'dossier:' || d.id || ':1', 'received', '{channel}', '0912345678', d.agency_id, d.id, 1, 'x', 'x', '{state}', 5, now(), now(), case when '{state}' = 'sent' then now() end
            from dossiers d where d.code = '{code}'
            """);
        var stuck = await office.AddAsync("2551", "18/11/2026 08:00");
        var reached = await office.AddAsync("2552", "18/11/2026 08:00");
        var waiting = await office.AddAsync("2553", "18/11/2026 08:00");
        await DeliverAsync(stuck, "sms", "stuck");
        await DeliverAsync(reached, "sms", "failed");
        await DeliverAsync(reached, "email", "sent");
        await DeliverAsync(waiting, "sms", "waiting");
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync(Lists + "tin-khong-toi");

        page.Codes().ShouldBe([DossierCode.Short(stuck)]);
        page.Row(stuck).ShouldContain("Gọi báo 0912345678");
        await DeliverAsync(stuck, "email", "sent");
        (await CodesAsync("tin-khong-toi")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_nobody_holds_today_is_said_on_top()
    {
        await office.AddAsync("2501", "18/11/2026 08:00", agency: office.OtherWard);
        using var leader = await office.SignedInAt(office.OtherWard, OfficeRole.Signer);

        var page = await leader.OpenAsync(Lists + "vang-nguoi");

        page.Words.ShouldContain("UBND xã Bình Minh: hôm nay không ai giữ vai Công chức tiếp nhận");
        page.Words.ShouldNotContain("không ai giữ vai Lãnh đạo");
    }

    [Fact]
    public async Task The_limits_of_the_agency_decide_and_its_administrator_sets_them()
    {
        var code = await office.AddAsync("2601", "16/11/2026 08:00", office.Taken("18/11/2026 08:00"), "10wd", office.OtherWard);
        using var leader = await office.SignedInAt(office.OtherWard, OfficeRole.Signer);
        (await leader.OpenAsync(Lists + "khong-chuyen-dong")).Codes().ShouldNotContain(DossierCode.Short(code));
        using var admin = await office.SignedInAt(office.OtherWard, OfficeRole.Administrator);

        var refused = await admin.FillAsync("/quan-tri/canh-bao", ("Still", "0"));
        var saved = await admin.FollowAsync(await admin.FillAsync("/quan-tri/canh-bao", ("Still", "2"), ("Shelf", "7"), ("Supplement", "20")));

        refused.Errors.ShouldBe(["Số ngày từ 1 đến 365."]);
        saved.Flash!.ShouldContain("Đã lưu ngưỡng cảnh báo của UBND xã Bình Minh");
        saved.One("#Still").GetAttribute("value").ShouldBe("2");
        var page = await leader.OpenAsync(Lists + "khong-chuyen-dong");
        page.Codes().ShouldContain(DossierCode.Short(code));
        page.Words.ShouldContain("2 ngày làm việc rồi không ai ghi việc gì");
        (await admin.GetAsync("/quan-tri/canh-bao?don-vi=H99.31")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.GetAsync("/quan-tri/canh-bao")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_count_is_the_length_of_its_list_for_every_set()
    {
        await office.AddAsync("2701", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        await office.AddAsync("2702", "16/11/2026 08:00", office.Presented("18/11/2026 08:00"));
        await office.AddAsync("2703", "02/11/2026 08:00", d => d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At("18/11/2026 16:00"), Actor.Of(office.Hoa.Id)).Must());
        await office.InScopeAsync(async services =>
        {
            var query = services.GetRequiredService<WatchQuery>();
            var counts = await query.CountsAsync([office.Ward, office.OtherWard], WatchSets.All, new WatchFilter { Writer = office.Bao.Id.Value }, default);
            foreach (var set in WatchSets.All)
            {
                var rows = await query.ListAsync([office.Ward, office.OtherWard], set, new WatchFilter { Writer = office.Bao.Id.Value }, 0, 1000, default);
                rows.Count.ShouldBe(counts[set.Slug], set.Slug);
                rows.ShouldAllBe(r => r.Total == rows.Count);
            }

            counts[WatchSets.Late.Slug].ShouldBe(counts[WatchSets.Overdue.Slug] + counts[WatchSets.DoneLate.Slug]);
            return 0;
        });
    }

    [Theory]
    [InlineData("?trang=abc&tu=x&den=99/99/9999&buoc=khong&nguoi=ai")]
    [InlineData("?trang=99999999999&q=%25%27;drop")]
    [InlineData("?nguoi=00000000-0000-0000-0000-000000000001&buoc=sign&linh-vuc=Kh%C3%B4ng")]
    public async Task A_broken_address_shows_a_list(string query)
    {
        using var vinh = await office.LoggedInAsync(office.Vinh);
        foreach (var set in WatchSets.All)
        {
            (await vinh.GetAsync(Lists + set.Slug + query)).Status.ShouldBe(HttpStatusCode.OK, set.Slug);
        }
    }

    [Fact]
    public async Task An_unknown_list_is_not_found_and_another_ward_shows_nothing()
    {
        var code = await office.AddAsync("2801", LeaderDesk.OverdueSince, agency: office.OtherWard);
        using var vinh = await office.LoggedInAsync(office.Vinh);

        (await vinh.GetAsync(Lists + "khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await vinh.OpenAsync(Lists + "qua-han?don-vi=H99.32")).Words.ShouldContain("Không có hồ sơ nào như vậy");
        (await vinh.OpenAsync(Lists + "qua-han")).Words.ShouldNotContain(DossierCode.Short(code));
    }

    [Fact]
    public async Task A_list_comes_as_a_spreadsheet_with_whose_fault_it_was()
    {
        var code = await office.AddAsync("2901", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        using var vinh = await office.LoggedInAsync(office.Vinh);
        var link = (await vinh.OpenAsync(Lists + "chua-xin-loi?q=2901")).One("a.btn[href*=Export]").GetAttribute("href")!;
        using var client = office.NewHttpClient();
        client.DefaultRequestHeaders.Add("Cookie", vinh.Cookies.GetCookieHeader(Visitor.Host));

        using var answer = await client.GetAsync(link);

        answer.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".xlsx");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = await sheet.ReadToEndAsync();
        text.ShouldContain(code);
        text.ShouldContain("Thẩm định");
    }

    private async Task<IReadOnlyList<string>> CodesAsync(string slug)
    {
        using var vinh = await office.LoggedInAsync(office.Vinh);
        return (await vinh.OpenAsync(Lists + slug)).Codes();
    }
}

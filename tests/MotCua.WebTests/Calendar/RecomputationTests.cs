using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Dossiers.Recomputations;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Calendar;

/// <summary>Each test closes the ward on a day of its own and looks at dossiers of its own weeks.</summary>
public sealed class RecomputationTests(CalendarOffice office) : IClassFixture<CalendarOffice>, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System;

    public async ValueTask InitializeAsync()
    {
        // What an earlier test left open is none of this one's business.
        await office.ExecuteAsync("update dossiers set finished_at = received_at, finish_kind = 'withdrawn', verdict = 'on_time', verdict_extended = 'on_time' where finished_at is null");
        office.Clock.Set("20/11/2026 09:42");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_closing_tells_how_many_dates_would_move_and_moves_none()
    {
        var moves = await office.AddAsync("19/11/2026 08:10"); // due Wednesday 25/11, since the 24th is a holiday
        await office.AddAsync("19/11/2026 08:10", "1wd"); // due on the 20th
        await office.AddAsync("19/11/2026 08:10", agency: office.OtherWard);
        await office.AddAsync("19/11/2026 08:10", "none");
        using var browser = await office.SignedInAs(OfficeRole.Administrator);

        var told = await browser.FollowAsync(await browser.FillAsync("/quan-tri/lich/nghi", ("From", "23/11/2026"), ("Reason", "Nghỉ tránh bão"), ("DecisionNo", "15/QĐ-UBND")));

        told.Flash.ShouldNotBeNull().ShouldContain("1 hồ sơ đang mở sẽ đổi ngày hẹn nếu tính lại");
        var list = await browser.OpenAsync(told.One("main > .mc-note[role=status] a").GetAttribute("href")!);
        list.One("h1").TextContent.ShouldBe("1 hồ sơ đang mở sẽ đổi ngày hẹn");
        list.One("tbody tr").TextContent.ShouldSatisfyAllConditions(
            row => row.ShouldContain(moves), row => row.ShouldContain("Trần Thị Thanh Hương"), row => row.ShouldContain("Đăng ký lại khai sinh"),
            row => row.ShouldContain("T4 25/11/2026"), row => row.ShouldContain("T5 26/11/2026"), row => row.ShouldContain("Muộn hơn"));
        list.One("tbody input[name=Ticked]").HasAttribute("checked").ShouldBeTrue();
        list.One("input[name=Choice][checked]").GetAttribute("value").ShouldBe("KeepPromises", "keeping the promise is the default");
        (await office.FindAsync(moves)).DueDay.ShouldBe(new DateOnly(2026, 11, 25));
        (await browser.GetAsync("/quan-tri/lich")).Words.ShouldContain("Chờ quyết định: 1 hồ sơ sẽ đổi ngày hẹn");
    }

    [Fact]
    public async Task A_decision_moves_the_ticked_dates_with_a_line_in_each_ledger_a_notice_and_one_audit_entry()
    {
        var (one, two) = (await office.AddAsync("26/11/2026 08:10"), await office.AddAsync("26/11/2026 09:10"));
        office.Clock.Set("26/11/2026 10:00");
        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        await office.CloseAsync(office.Ward, new(2026, 11, 30));
        var list = await PreviewAsync(browser);
        list.One("h1").TextContent.ShouldBe("2 hồ sơ đang mở sẽ đổi ngày hẹn");
        var ticks = list.Document.QuerySelectorAll("tbody input[name=Ticked]").Select(i => i.GetAttribute("value")!).ToList();

        var unfounded = await SubmitAsync(browser, list, [("Choice", "Ticked"), ("Ticked", ticks[0])]);
        unfounded.Errors.ShouldHaveSingleItem().ShouldContain("Ghi số quyết định");
        unfounded.Document.QuerySelectorAll("tbody input[name=Ticked][checked]").Length.ShouldBe(1, "the ticks are kept");

        var asked = await SubmitAsync(browser, unfounded, [("Choice", "Ticked"), ("Ticked", ticks[0]), ("DecisionNo", "31/QĐ-UBND")]);
        asked.One("h1").TextContent.ShouldBe("Dời ngày hẹn của 1 hồ sơ?");
        (await office.FindAsync(one)).DueDay.ShouldBe(new DateOnly(2026, 12, 1));
        var done = await browser.FollowAsync(await browser.SubmitAsync(asked, "main form"));

        done.Words.ShouldContain("Đã làm xong 1 hồ sơ theo 31/QĐ-UBND");
        done.Words.ShouldContain("Giữ ngày cũ");
        var moved = await office.FindAsync(one);
        (moved.DueDay, moved.Status).ShouldBe((new DateOnly(2026, 12, 2), DossierStatus.Received));
        (await office.FindAsync(two)).DueDay.ShouldBe(new DateOnly(2026, 12, 1));
        var lines = await office.WithDbAsync(db => db.DossierEvents.AsNoTracking().Where(e => e.DossierId == moved.Id).OrderBy(e => e.Seq).ToListAsync());
        lines[^1].Kind.ShouldBe(EventKind.DueRecomputed);
        ((DueFacts)lines[^1].ReadFacts()).Reason.ShouldBe("31/QĐ-UBND");
        lines[^1].OfficerId.ShouldNotBeNull();
        DossierLedger.FirstBroken(lines, moved.LastSeq, moved.LastHash).ShouldBeNull();
        (await office.AskAsync<DateTime>("select due_day::timestamp from dossier_spans where dossier_id = @id", new { id = moved.Id.Value })).ShouldBe(new DateTime(2026, 12, 1));
        (await office.AskAsync<string>("select payload ->> 'code' from outbox where kind = 'due-recomputed' and payload ->> 'decisionNo' = '31/QĐ-UBND'")).ShouldBe(one);
        (await office.AskAsync<string>("select details from audit_log where action = 'due.recomputed' and details like '%31/QĐ-UBND'")).ShouldBe("1 trên 2 hồ sơ, 31/QĐ-UBND");

        using var specialist = await office.SignedInAs(OfficeRole.Specialist);
        (await specialist.GetAsync($"/ho-so/{one}")).Words.ShouldContain("tính lại ngày hẹn theo 31/QĐ-UBND");
        (await SubmitAsync(browser, list, [("Choice", "All"), ("DecisionNo", "x"), ("Sure", "true")])).Errors.ShouldHaveSingleItem().ShouldContain("đã được quyết định");
    }

    [Fact]
    public async Task Kept_promises_are_not_asked_about_again()
    {
        office.Clock.Set("03/12/2026 09:00");
        var code = await office.AddAsync("03/12/2026 08:10");
        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        await office.CloseAsync(office.Ward, new(2026, 12, 7));
        var kept = await browser.FollowAsync(await SubmitAsync(browser, await PreviewAsync(browser), [("Choice", "KeepPromises")]));
        kept.Words.ShouldContain("Đã quyết định giữ nguyên mọi ngày hẹn");
        (await office.FindAsync(code)).DueDay.ShouldBe(new DateOnly(2026, 12, 8));
        (await office.AskAsync<string>("select details from audit_log where action = 'due.kept' order by at desc limit 1")).ShouldBe("0 trên 1 hồ sơ");

        var again = await PreviewAsync(browser);
        again.Words.ShouldContain("Không ngày hẹn nào phải đổi");
        again.Words.ShouldContain("1 hồ sơ đã quyết định giữ ngày cũ không hỏi lại");

        await office.CloseAsync(office.Ward, new(2026, 12, 8));
        (await PreviewAsync(browser)).One("h1").TextContent.ShouldBe("1 hồ sơ đang mở sẽ đổi ngày hẹn", "another date is another question");
    }

    [Fact]
    public async Task Past_promises_apologies_and_earlier_dates_are_shown_but_not_ticked_and_none_becomes_late_at_once()
    {
        office.Clock.Set("18/12/2026 09:00");
        var later = await office.AddAsync("16/12/2026 08:10"); // due Monday 21st
        var past = await office.AddAsync("11/12/2026 08:10"); // was due on the 16th
        var sorry = await office.AddAsync("16/12/2026 08:20", then: d =>
            d.Apologise(new ApologyFacts("1/XL", new(2026, 12, 24), "Mất điện", "Lê Vinh"), DossierStory.At("17/12/2026 08:00"), Somebody).Succeeded.ShouldBeTrue());
        await office.CloseAsync(office.Ward, new(2026, 12, 14));
        await office.CloseAsync(office.Ward, new(2026, 12, 17));

        // Promised as if those days were off: two dates that the plain calendar would draw nearer, one into the past.
        var (earlier, already) = (await office.AddAsync("16/12/2026 08:30"), await office.AddAsync("11/12/2026 08:30", "1wd"));
        await office.ExecuteAsync($"update dossiers set due_day = '2026-12-25', due_at = '2026-12-25 17:00+07' where code = '{earlier}'");
        await office.ExecuteAsync($"update dossiers set due_day = '2026-12-25', due_at = '2026-12-25 17:00+07' where code = '{already}'");
        using var browser = await office.SignedInAs(OfficeRole.Administrator);

        var list = await PreviewAsync(browser);

        Row(list, later).ShouldBe((true, false));
        Row(list, past).ShouldBe((false, false));
        Row(list, sorry).ShouldBe((false, false));
        Row(list, earlier).ShouldBe((false, false));
        Row(list, already).ShouldBe((false, true));
        list.Words.ShouldContain("hẹn lại 24/12/2026");
        (await browser.GetAsync(list.Path + "?huong=som-hon")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);

        await browser.FollowAsync(await browser.SubmitAsync(await SubmitAsync(browser, list, [("Choice", "All"), ("DecisionNo", "40/QĐ")]), "main form"));
        (await office.FindAsync(past)).DueDay.ShouldBe(new DateOnly(2026, 12, 18));
        var apologised = await office.FindAsync(sorry);
        (apologised.DueDay, apologised.ExtendedDue).ShouldBe((new DateOnly(2026, 12, 22), new DateOnly(2026, 12, 24)));
        (await office.FindAsync(earlier)).DueDay.ShouldBe(new DateOnly(2026, 12, 22));
        (await office.FindAsync(already)).DueDay.ShouldBe(new DateOnly(2026, 12, 25), "it would be late at once");
    }

    [Fact]
    public async Task A_dossier_that_stands_keeps_standing_and_one_that_changed_or_ended_meanwhile_is_left_alone()
    {
        office.Clock.Set("05/01/2027 09:00");
        var standing = await office.AddAsync("04/01/2027 08:10", then: d => d.Pause(PauseReason.Verification, null, DossierStory.At("05/01/2027 08:00"), Somebody).Succeeded.ShouldBeTrue());
        var (changed, ended) = (await office.AddAsync("04/01/2027 08:20"), await office.AddAsync("04/01/2027 08:30"));
        await office.CloseAsync(office.Ward, new(2027, 1, 6));
        var id = await PreviewAsync(office.Ward);
        await office.ExecuteAsync($"update dossiers set due_at = '2027-01-09 17:00+07', due_day = '2027-01-09' where code = '{changed}'");
        await office.ExecuteAsync($"update dossiers set finished_at = now(), finish_kind = 'withdrawn', verdict = 'on_time', verdict_extended = 'on_time' where code = '{ended}'");

        (await DecideAsync(id, RecomputationChoice.All, "50/QĐ")).Succeeded.ShouldBeTrue();

        await FinishAsync(id);

        var stood = await office.FindAsync(standing);
        (stood.DueDay, stood.StoppedAt, stood.Status).ShouldBe((new DateOnly(2027, 1, 8), DossierStory.At("05/01/2027 08:00").Instant, DossierStatus.Verifying));
        (await office.FindAsync(changed)).DueDay.ShouldBe(new DateOnly(2027, 1, 9));
        (await office.AskAsync<string>("select string_agg(outcome, ',' order by no) from recomputation_items where recomputation_id = @id", new { id }))
            .ShouldBe("moved,changed_meanwhile,finished_meanwhile");
        (await office.AskAsync<string>("select state from recomputations where id = @id", new { id })).ShouldBe("done");
    }

    [Fact]
    public async Task A_decision_needs_the_calendar_of_its_preview()
    {
        office.Clock.Set("11/01/2027 09:00");
        await office.AddAsync("11/01/2027 08:10");
        await office.CloseAsync(office.Ward, new(2027, 1, 12));
        var id = await PreviewAsync(office.Ward);
        await office.CloseAsync(office.Ward, new(2027, 1, 13));
        (await DecideAsync(id, RecomputationChoice.All, "51/QĐ")).Error.ShouldNotBeNull().Code.ShouldBe("recomputation.calendar-changed");
    }

    [Fact]
    public async Task Many_dossiers_are_moved_a_thousand_at_a_time_and_the_work_may_be_taken_up_again()
    {
        office.Clock.Set("18/01/2027 09:00");
        await office.AddManyAsync(2300, "18/01/2027 08:10");
        await office.CloseAsync(office.Ward, new(2027, 1, 19));
        var id = await PreviewAsync(office.Ward);
        (await DecideAsync(id, RecomputationChoice.Ticked, "52/QĐ")).Succeeded.ShouldBeTrue();
        using var browser = await office.SignedInAs(OfficeRole.Administrator);

        (await CarryOutAsync(id)).ShouldBeInRange(0, 1000); // the worker of the program may be at it as well
        await FinishAsync(id);

        (await browser.GetAsync($"/quan-tri/lich/tinh-lai/{id}?trang=46")).Words.ShouldContain("2.251–2.300 trong 2.300 hồ sơ");
        (await office.AskAsync<int>("select count(*)::int from dossiers where due_day = '2027-01-22' and last_seq = 2")).ShouldBe(2300);
        (await office.AskAsync<int>("select count(*)::int from outbox where payload ->> 'decisionNo' = '52/QĐ'")).ShouldBe(2300);
        (await office.AskAsync<int>("select count(*)::int from audit_log where details like '%52/QĐ'")).ShouldBe(1);
        (await CarryOutAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task The_list_is_exported_as_it_is_filtered_and_only_the_agencys_administrator_sees_it()
    {
        office.Clock.Set("25/01/2027 09:00");
        var code = await office.AddAsync("25/01/2027 08:10");
        var inHours = await office.AddAsync("25/01/2027 16:30", "8h");
        await office.CloseAsync(office.Ward, new(2027, 1, 26));
        var id = await PreviewAsync(office.Ward);
        using var browser = await office.SignedInAs(OfficeRole.Administrator);
        var list = await browser.GetAsync($"/quan-tri/lich/tinh-lai/{id}");
        list.One($"tr:has(a[href$='{inHours}'])").TextContent.ShouldContain("17:00 T3 26/01/2027");

        using var http = office.NewHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/quan-tri/lich/tinh-lai/{id}?handler=Export");
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(Visitor.Host));
        using var answer = await http.SendAsync(request);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        (await sheet.ReadToEndAsync()).ShouldContain(code);

        using var other = await office.SignedInAt(office.OtherWard, OfficeRole.Administrator);
        (await other.GetAsync($"/quan-tri/lich/tinh-lai/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.GetAsync($"/quan-tri/lich/tinh-lai/{id}?handler=Export")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.GetAsync($"/quan-tri/lich/tinh-lai/{Ids.New()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_closing_hour_moves_no_date_but_a_limit_in_hours_is_looked_at_to_the_minute()
    {
        office.Clock.Set("01/02/2027 09:00");
        await office.AddAsync("01/02/2027 08:10", agency: office.OtherWard);
        await office.AddAsync("01/02/2027 16:30", "2h", office.OtherWard); // due 09:00 on the 2nd
        using var browser = await office.SignedInAt(office.OtherWard, OfficeRole.Administrator);
        var saved = await browser.FillAsync("/quan-tri/lich/gio", ("ValidFrom", "02/02/2027"), ("MorningFrom", "08:00"), ("MorningTo", "12:00"), ("AfternoonFrom", "13:30"), ("AfternoonTo", "17:30"), ("DecisionNo", "7/TB"));
        var told = await browser.FollowAsync(saved);
        told.Flash.ShouldNotBeNull().ShouldContain("1 hồ sơ đang mở");
        (await browser.OpenAsync(told.One("main > .mc-note[role=status] a").GetAttribute("href")!)).Words.ShouldContain("09:00 T3 02/02/2027");
    }

    private static (bool Ticked, bool Locked) Row(WebPage list, string code)
    {
        var box = list.One($"tr:has(a[href$='{code}']) input[name=Ticked]");
        return (box.HasAttribute("checked"), box.HasAttribute("disabled"));
    }

    private static async Task<WebPage> PreviewAsync(Visitor browser) =>
        await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/quan-tri/lich"), "form[action*=Preview]"));

    private Task<Guid> PreviewAsync(AgencyId agency) => office.InScopeAsync(async services =>
        (await services.GetRequiredService<PreviewRecomputation>().RunAsync(new(agency), new OfficerId(Ids.New()), default)).Value);

    private Task<Result> DecideAsync(Guid id, RecomputationChoice choice, string decision) => office.InScopeAsync(services =>
        services.GetRequiredService<DecideRecomputation>().RunAsync(new(id, choice, decision), new OfficerId(Ids.New()), default));

    private Task<int> CarryOutAsync(Guid id) => office.InScopeAsync(async services => (await services.GetRequiredService<CarryOutRecomputation>().RunAsync(new(id), default)).Value);

    private async Task FinishAsync(Guid id)
    {
        for (var round = 0; round < 50 && await office.AskAsync<string>("select state from recomputations where id = @id", new { id }) == "running"; round++)
        {
            await CarryOutAsync(id);
        }
    }

    // The ticks of a page are those given; the other boxes stand as they are.
    private static Task<WebPage> SubmitAsync(Visitor browser, WebPage page, (string Name, string Value)[] fields) => browser.SubmitAsync(page, "main form[action*=Decide]", fields);
}

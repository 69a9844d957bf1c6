using System.Net;
using Dapper;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using MotCua.WebTests.Public;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Registers;

/// <summary>Ratings on paper and at the counter's device: into B.3 with a dossier or by their field, opened to the form they came from.</summary>
public sealed class RatingFormTests(DossierOffice office) : IClassFixture<DossierOffice>, IAsyncLifetime
{
    private const string Period = "tu=2026-09-15&den=2026-12-14";

    private static int minute;

    public async ValueTask InitializeAsync()
    {
        Tick();
        await office.ExecuteAsync("truncate survey_forms");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_pile_of_paper_forms_is_saved_at_once_and_counts_in_B3()
    {
        var code = await FinishedAsync();
        using var counter = await office.SignedInAs(OfficeRole.Receptionist);
        var before = await B3Async(counter);
        var entered = await counter.FollowAsync(await counter.FillAsync(
            "/danh-gia/phieu-giay",
            ("Rows[0].Code", code.ToLowerInvariant()), ("Rows[0].Rating", "5"), ("Rows[0].Staff", "4"),
            ("Rows[3].Field", "Hộ tịch"), ("Rows[3].Rating", "2"), ("Rows[3].Cost", "1")));
        entered.Flash!.ShouldContain("Đã ghi 2 phiếu");

        (await B3Async(counter)).ShouldBe((before.Surveyed + 2, before.Satisfied + 1));
        (await AskAsync<string>($"select string_agg(e.facts ->> 'via', ',') from dossier_events e join dossiers d on d.id = e.dossier_id where d.code = '{code}' and e.kind = 'rated'")).ShouldBe("paper");
        var paper = await counter.OpenAsync($"/danh-gia?kenh=paper&{Period}");
        paper.Words.ShouldContain(code);
        paper.Words.ShouldContain("Phiếu không ghi hồ sơ");

        var list = await counter.OpenAsync($"/bao-cao/danh-sach?chitieu=rated&{Period}");
        list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(before.Surveyed + 2);
        list.Words.ShouldContain("Phiếu không ghi hồ sơ");
        using var lien = await office.SignedInAs(OfficeRole.ReportOfficer);
        var annex = await lien.OpenAsync($"/bao-cao/phu-luc-1?{Period}");
        foreach (var (row, values) in new[] { ("1.7.surveyed", new[] { "1" }), ("1.7.forms", [$"{before.Surveyed + 2}"]), ("1.7.method", ["1", "2"]) })
        {
            var words = annex.One($"[id='f-{row}']").TextContent;
            words.ShouldContain("Hệ thống tính", customMessage: row);
            values.ShouldContain(v => annex.One($"[id='f-{row}'] td:nth-child(4), [id='f-{row}'] .r").TextContent.Trim() == v, $"{row}: {words}");
        }

        (await counter.GetAsync($"/bao-cao/con-so/rated?theo=procedure&{Period}")).Status.ShouldBe(HttpStatusCode.OK);
        (await counter.GetAsync($"/bao-cao/con-so/rated?theo=channel&{Period}")).Status.ShouldBe(HttpStatusCode.OK);
        (await counter.GetAsync($"/bao-cao/con-so/rated?theo=officer&{Period}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_wrong_line_and_no_form_is_saved_and_every_wrong_line_is_named()
    {
        var code = await FinishedAsync();
        var open = await (await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10")).WrittenAsync();
        using var counter = await office.SignedInAs(OfficeRole.ReportOfficer);
        var refused = await counter.FillAsync(
            "/danh-gia/phieu-giay",
            ("Rows[0].Code", code), ("Rows[0].Rating", "5"),
            ("Rows[1].Code", code), ("Rows[1].Rating", "4"),
            ("Rows[2].Rating", "4"),
            ("Rows[3].Code", "H99.31-250101-9999"), ("Rows[3].Rating", "4"),
            ("Rows[4].Code", open), ("Rows[4].Rating", "4"));
        refused.Errors.Count.ShouldBe(4);
        foreach (var words in new[] { "Dòng 2: Hồ sơ", "Dòng 3: Phiếu không có mã", "Dòng 4: ", "Dòng 5: " })
        {
            refused.Errors.ShouldContain(e => e.StartsWith(words, StringComparison.Ordinal), words);
        }

        (await counter.FillAsync("/danh-gia/phieu-giay", ("Rows[0].Code", code), ("Rows[0].Rating", "6"), ("Rows[1].Code", code))).Errors.Count.ShouldBe(2);
        (await counter.FillAsync("/danh-gia/phieu-giay", ("Day", "13/11/2026"), ("Rows[0].Field", "Hộ tịch"), ("Rows[0].Rating", "5"))).Errors.Single().ShouldContain("chưa tới");
        (await AskAsync<int>($"select count(*)::int from dossiers where code = '{code}' and rated_at is not null")).ShouldBe(0);
        (await AskAsync<int>("select count(*)::int from survey_forms")).ShouldBe(0);
    }

    [Fact]
    public async Task A_check_saves_nothing_and_a_form_of_yesterday_counts_yesterday()
    {
        var code = await FinishedAsync();
        using var counter = await office.SignedInAs(OfficeRole.Receptionist);
        var page = await counter.OpenAsync("/danh-gia/phieu-giay");
        var token = page.One("main form[method=post] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var looked = await counter.PostAsync("/danh-gia/phieu-giay?handler=Check", ("Day", "11/11/2026"), ("Rows[0].Code", code), ("Rows[0].Rating", "3"), ("__RequestVerificationToken", token));
        looked.Words.ShouldContain("1 phiếu đều ghi được");
        (await AskAsync<int>($"select count(*)::int from dossiers where code = '{code}' and rated_at is not null")).ShouldBe(0);

        await counter.FollowAsync(await counter.FillAsync("/danh-gia/phieu-giay", ("Day", "11/11/2026"), ("Rows[0].Code", code), ("Rows[0].Rating", "3")));
        (await AskAsync<string>($"select ((rated_at at time zone interval '7 hours')::date)::text from dossiers where code = '{code}'")).ShouldBe("2026-11-11");
    }

    [Fact]
    public async Task Only_who_may_rate_for_a_citizen_keys_forms_and_opens_devices()
    {
        using var specialist = await office.SignedInAs(OfficeRole.Specialist);
        (await specialist.GetAsync("/danh-gia/phieu-giay")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await specialist.GetAsync("/danh-gia/may")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await specialist.OpenAsync("/danh-gia")).Document.QuerySelectorAll("main a[href='/danh-gia/phieu-giay']").ShouldBeEmpty();
        using var nobody = office.NewVisitor();
        (await nobody.GetAsync("/danh-gia")).Location!.ShouldContain("/Account/LogIn");
        (await nobody.GetAsync("/kiosk")).Status.ShouldBe(HttpStatusCode.Forbidden);
        nobody.Cookies.Add(new Cookie("mc-may-danh-gia", "tu-ghi", "/", "localhost"));
        (await nobody.GetAsync("/kiosk")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_device_takes_ratings_with_and_without_a_slip_and_goes_back_to_its_start()
    {
        var code = await FinishedAsync();
        using var device = await OpenedAsync("Quầy số 2");
        using var reader = await office.SignedInAs(OfficeRole.ReportOfficer);
        var before = await B3Async(reader);

        var marks = await device.OpenAsync($"/kiosk?ma={code}");
        var thanks = await device.FollowAsync(await device.SubmitAsync(marks, "form.mc-marks", ("rating", "5")));
        thanks.Words.ShouldContain("Cảm ơn");
        (await RefreshAsync(device, "/kiosk?xong=true")).ShouldBe("8; url=/kiosk");
        (await device.OpenAsync($"/kiosk?ma={code}")).Words.ShouldContain("đã được đánh giá");

        var field = await device.OpenAsync((await device.OpenAsync("/kiosk")).One(".mc-fields a").GetAttribute("href")!);
        await device.FollowAsync(await device.SubmitAsync(field, "form.mc-marks", ("rating", "1")));
        (await device.OpenAsync("/kiosk?ma=H99.31-250101-9999")).Words.ShouldContain("Quầy này không có hồ sơ");

        (await B3Async(reader)).ShouldBe((before.Surveyed + 2, before.Satisfied + 1));
        var list = await reader.OpenAsync($"/danh-gia?kenh=kiosk&{Period}");
        list.Words.ShouldContain(code);
        list.Words.ShouldContain("Máy đánh giá · Quầy số 2");
        list.One(".nav-link.active .mc-count").TextContent.ShouldBe("2");
    }

    [Fact]
    public async Task A_device_is_logged_out_and_shows_nothing_of_a_dossier_of_another_counter()
    {
        using var device = await OpenedAsync("Quầy số 1");
        (await device.GetAsync("/Inbox")).Location!.ShouldContain("/Account/LogIn");
        var code = await FinishedAsync();
        await office.ExecuteAsync($"update dossiers set agency_id = '{office.OtherWard.Value}', desk_id = '{office.OtherWard.Value}' where code = '{code}'");
        var page = await device.OpenAsync($"/kiosk?ma={code}");
        page.Words.ShouldContain("Quầy này không có hồ sơ");
        page.Document.QuerySelector("form.mc-marks").ShouldBeNull();
    }

    [Fact]
    public async Task A_device_that_is_pressed_without_end_is_held_back()
    {
        using var device = await OpenedAsync("Quầy số 3");
        var page = await device.OpenAsync("/kiosk?linhvuc=H%E1%BB%99%20t%E1%BB%8Bch");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 14; i++)
        {
            answers.Add((await device.SubmitAsync(page, "form.mc-marks", ("rating", "5"))).Status);
        }

        answers.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private async Task<string> FinishedAsync() => await (await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10")).Ready("11/11/2026 09:00").WrittenAsync();

    private async Task<Visitor> OpenedAsync(string name)
    {
        var device = await office.SignedInAs(OfficeRole.Receptionist);
        var opened = await device.FollowAsync(await device.FillAsync("/danh-gia/may", ("Name", name)));
        opened.Words.ShouldContain("Mời anh/chị đánh giá");
        return device;
    }

    private async Task<string?> RefreshAsync(Visitor device, string path)
    {
        using var client = office.NewHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", device.Cookies.GetCookieHeader(Visitor.Host));
        using var answer = await client.SendAsync(request);
        return answer.Headers.TryGetValues("Refresh", out var values) ? values.Single() : null;
    }

    // Figures look at what was before now, and this clock stands until it is told.
    private void Tick() => office.Clock.Set($"12/11/2026 10:{++minute:00}");

    private async Task<(int Surveyed, int Satisfied)> B3Async(Visitor visitor)
    {
        Tick();
        var page = await visitor.OpenAsync($"/bao-cao/b3?{Period}");
        var cells = page.Document.QuerySelectorAll("tr.mc-sum td").Select(c => c.TextContent.Trim()).Where(c => int.TryParse(c, out _)).Select(c => int.Parse(c)).ToList();
        return cells.Count < 3 ? (0, 0) : (cells[^2], cells[^1]);
    }

    private async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(office.ConnectionString);
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}

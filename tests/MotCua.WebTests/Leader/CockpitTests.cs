using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Leader;

/// <summary>Every number of the cockpit opens exactly its dossiers.</summary>
public sealed partial class CockpitTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task Every_number_opens_a_list_of_that_length()
    {
        await LifeAsync();
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync("/dieu-hanh");

        var checkedLinks = 0;
        foreach (var link in page.Document.QuerySelectorAll("main a.mc-fig, main a.mc-tile").Where(a => a.GetAttribute("href")!.Contains("/danh-sach", StringComparison.Ordinal)))
        {
            if (NumberOf(link) is not { } number)
            {
                continue;
            }

            var list = await vinh.OpenAsync(link.GetAttribute("href")!);
            list.Status.ShouldBe(HttpStatusCode.OK);
            LengthOf(list).ShouldBe(number, $"{link.GetAttribute("href")}: {link.TextContent}");
            checkedLinks++;
        }

        checkedLinks.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task What_was_done_and_late_is_what_the_reports_count()
    {
        await LifeAsync();
        using var vinh = await office.LoggedInAsync(office.Vinh);
        foreach (var (set, figure) in new[] { ("da-xong", "done"), ("xong-tre", "done.late") })
        {
            var mine = await vinh.OpenAsync($"/dieu-hanh/danh-sach/{set}?don-vi=H99.31&tu=2026-11-01&den=2026-11-20");
            var report = await vinh.OpenAsync($"/bao-cao/danh-sach?chitieu={figure}&donvi=H99.31&tu=2026-11-01&den=2026-11-20");

            var codes = report.Document.QuerySelectorAll("tbody a.fw-bold").Select(a => DossierCode.Short(a.TextContent.Trim())).ToList();
            mine.Codes().Order().ShouldBe(codes.Order());
            codes.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task The_month_of_the_rates_can_be_chosen_and_nonsense_shows_this_month()
    {
        await LifeAsync();
        using var vinh = await office.LoggedInAsync(office.Vinh);

        (await vinh.OpenAsync("/dieu-hanh?thang=2026-10")).Words.ShouldContain("Đúng hạn theo lĩnh vực, tháng 10");
        (await vinh.OpenAsync("/dieu-hanh?thang=2026-13")).Words.ShouldContain("Đúng hạn theo lĩnh vực, tháng 11");
        (await vinh.OpenAsync("/dieu-hanh?thang=2099-01")).Words.ShouldContain("Đúng hạn theo lĩnh vực, tháng 11");
        (await vinh.GetAsync("/dieu-hanh?don-vi=H99.32")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Leader_auditor_and_report_officer_see_it_and_nobody_else()
    {
        foreach (var (role, status) in new[] { (OfficeRole.Signer, HttpStatusCode.OK), (OfficeRole.Auditor, HttpStatusCode.OK), (OfficeRole.ReportOfficer, HttpStatusCode.OK), (OfficeRole.Specialist, HttpStatusCode.Forbidden) })
        {
            using var browser = await office.SignedInAs(role);
            (await browser.GetAsync("/dieu-hanh")).Status.ShouldBe(status, role.ToString());
        }
    }

    [Fact]
    public async Task The_province_sees_all_its_wards_and_one_of_them()
    {
        await office.AddAsync("5901", LeaderDesk.OverdueSince, agency: office.OtherWard);
        using var browser = await office.SignedInAt(office.Province, OfficeRole.Auditor);

        var all = await browser.OpenAsync("/dieu-hanh");
        var one = await browser.OpenAsync("/dieu-hanh?don-vi=H99.32");

        all.One("select[name=don-vi]").TextContent.ShouldContain("UBND xã Bình Minh");
        one.One("a.mc-tile[href*=qua-han] b").TextContent.ShouldBe("1");
        LengthOf(await browser.OpenAsync(one.One("a.mc-tile[href*=qua-han]").GetAttribute("href")!)).ShouldBe(1);
    }

    private int lived;

    private async Task LifeAsync()
    {
        if (Interlocked.Increment(ref lived) > 1 || (await office.WithDbAsync(db => Task.FromResult(db.Set<Dossier>().Any(d => d.Code.EndsWith("5001"))))))
        {
            return;
        }

        Action<Dossier> Done(string presented, string ready) => d =>
        {
            office.Presented(presented)(d);
            d.Sign(null, LeaderDesk.At(ready), Actor.Of(office.Vinh.Id), step: 4).Must();
            d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At(ready), Actor.Of(office.Hoa.Id)).Must();
        };
        await office.AddAsync("5001", LeaderDesk.OverdueSince, office.Taken("10/11/2026 09:00"));
        await office.AddAsync("5002", "10/11/2026 08:00", office.Presented("12/11/2026 09:00"));
        await office.AddAsync("5003", "16/11/2026 08:00");
        await office.AddAsync("5004", "16/11/2026 08:00", office.Taken("17/11/2026 09:00"));
        await office.AddAsync("5005", "13/11/2026 08:00", office.Taken("17/11/2026 09:00"));
        await office.AddAsync("5006", "13/11/2026 08:00", d => d.AskForSupplement("Thiếu", LeaderDesk.At("16/11/2026 08:00"), Actor.Of(office.Bao.Id)).Must());
        await office.AddAsync("5007", "02/11/2026 08:00", Done("04/11/2026 09:00", "06/11/2026 10:00"));
        await office.AddAsync("5008", "02/11/2026 08:00", Done("04/11/2026 09:00", "13/11/2026 10:00"));
        await office.AddAsync("5009", "05/10/2026 08:00", Done("08/10/2026 09:00", "09/10/2026 10:00"));
        await office.AddAsync("5010", "05/10/2026 08:00", Done("08/10/2026 09:00", "20/10/2026 10:00"));
        await office.AddAsync("5011", "10/11/2026 08:00", d => d.Withdraw("Xin rút", LeaderDesk.Clock, LeaderDesk.At("11/11/2026 10:00"), Actor.Of(office.Hanh.Id)).Must());
    }

    // "12/14": of these the list holds 14.
    private static int? NumberOf(IElement link)
    {
        var text = link.QuerySelector("b")?.TextContent ?? link.TextContent;
        var match = Numbers().Match(text.Trim());
        return match.Success ? int.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal)) : null;
    }

    private static int LengthOf(WebPage list)
    {
        var match = Total().Match(list.Words);
        return match.Success ? int.Parse(match.Groups[1].Value.Replace(".", "", StringComparison.Ordinal)) : list.Document.QuerySelectorAll("main tbody tr").Length;
    }

    [GeneratedRegex(@"^(?:[\d.]+/)?([\d.]+)$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\d.]+–[\d.]+ trong ([\d.]+) hồ sơ")]
    private static partial Regex Total();
}

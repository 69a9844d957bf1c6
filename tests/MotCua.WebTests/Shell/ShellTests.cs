using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Shell;

public sealed class ShellTests(Site site) : IClassFixture<Site>
{
    private const string Components = "/thanh-phan";

    [Fact]
    public async Task The_program_says_that_it_is_well() =>
        (await site.NewBrowser().Client.GetStringAsync("/healthz")).ShouldBe("Healthy");

    [Theory]
    [InlineData("/khong-co-trang-nay", 404, "Không thấy trang này")]
    [InlineData("/loi/500", 200, "Hệ thống gặp lỗi, việc vừa làm chưa được lưu")]
    [InlineData("/loi/403", 200, "Anh/chị chưa được giao việc này")]
    [InlineData("/loi/400", 200, "Trang này mở quá lâu hoặc gửi thiếu dữ liệu")]
    [InlineData("/loi/413", 200, "Tệp hoặc nội dung gửi lên quá lớn")]
    public async Task A_refusal_says_what_happened_and_what_to_do(string address, int status, string title)
    {
        var page = await site.NewBrowser().GetAsync(address, status);

        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.QuerySelector("main")!.TextContent.ShouldContain("Mã để báo quản trị");
        page.QuerySelector("main a.btn")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_plain_words()
    {
        using var answer = await site.NewBrowser().Client.PostAsync(Components, new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Trang này mở quá lâu hoặc gửi thiếu dữ liệu");
    }

    [Fact]
    public async Task A_form_with_a_box_that_is_far_too_long_is_refused_as_too_large()
    {
        using var answer = await site.NewBrowser().Client.PostAsync(Components, new FormUrlEncodedContent([KeyValuePair.Create("a", new string('a', 300_000))]));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Tệp hoặc nội dung gửi lên quá lớn");
    }

    [Theory]
    [InlineData("/thanh-phan")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/css/theme.css")]
    public async Task Every_answer_forbids_inline_code_and_other_hosts(string address)
    {
        using var answer = await site.NewBrowser().Client.GetAsync(address);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_page_has_no_inline_script_or_style_and_names_no_other_host()
    {
        var page = await site.NewBrowser().GetAsync(Components);

        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.QuerySelectorAll("[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")).ShouldAllBe(u => u!.StartsWith('/'));
    }

    [Fact]
    public async Task A_page_keeps_Vietnamese_letters_and_is_not_stored()
    {
        using var answer = await site.NewBrowser().Client.GetAsync(Components);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("Tới nội dung chính");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_page_with_its_files_weighs_at_most_120_kB()
    {
        var client = site.NewBrowser().Client;
        var page = await site.NewBrowser().GetAsync(Components);
        string[] files =
        [
            Components,
            .. page.QuerySelectorAll("script[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!),
            page.QuerySelector("use")!.GetAttribute("href")!.Split('#')[0],
        ];

        var weight = 0L;
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            answer.Content.Headers.ContentEncoding.ShouldBe(["br"], file);
            weight += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        weight.ShouldBeLessThan(120_000);
    }

    [Fact]
    public async Task A_file_asked_for_with_its_version_is_kept_a_year()
    {
        var page = await site.NewBrowser().GetAsync(Components);
        var sheet = page.QuerySelector("link[href*='theme.css']")!.GetAttribute("href")!;

        using var versioned = await site.NewBrowser().Client.GetAsync(sheet);
        using var plain = await site.NewBrowser().Client.GetAsync("/css/theme.css");

        versioned.Headers.CacheControl!.ToString().ShouldContain("max-age=31536000");
        plain.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task The_language_link_changes_the_words_and_comes_back()
    {
        var browser = site.NewBrowser();
        var page = await browser.GetAsync(Components + "?a=1");
        page.DocumentElement.GetAttribute("lang").ShouldBe("vi");

        (await browser.RedirectOfAsync(page.QuerySelector("a[hreflang=en]")!.GetAttribute("href")!)).ShouldBe(Components + "?a=1");

        var english = await browser.GetAsync(Components);
        english.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.QuerySelector("h1")!.TextContent.ShouldBe("Components");
        english.QuerySelector(".mc-tag")!.TextContent.ShouldBe("Draft");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("")]
    public async Task The_language_link_never_leads_to_another_host(string back) =>
        (await site.NewBrowser().RedirectOfAsync("/ngon-ngu/vi?ve=" + Uri.EscapeDataString(back))).ShouldBe("/");

    [Fact]
    public async Task Every_icon_of_a_page_is_in_the_sprite()
    {
        var browser = site.NewBrowser();
        var page = await browser.GetAsync(Components);
        var sprite = await browser.Client.GetStringAsync("/icons.svg");

        var icons = page.QuerySelectorAll("use").Select(u => u.GetAttribute("href")!.Split('#')[1]).Distinct().ToList();

        icons.Count.ShouldBeGreaterThan(20);
        icons.ShouldAllBe(i => sprite.Contains($"id=\"{i}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_error_summary_leads_to_its_fields_and_the_title_says_so()
    {
        var page = await site.NewBrowser().GetAsync(Components);

        page.Title!.ShouldStartWith("Lỗi:");
        var links = page.QuerySelectorAll(".mc-errsum a").Cast<IHtmlAnchorElement>().ToList();
        links.Count.ShouldBe(2);
        links.ShouldAllBe(l => page.GetElementById(l.Hash.TrimStart('#')) != null);
    }

    [Fact]
    public async Task The_language_of_the_page_and_its_landmarks_are_named()
    {
        var page = await site.NewBrowser().GetAsync(Components);

        page.QuerySelector("a.mc-skip")!.GetAttribute("href").ShouldBe("#noi-dung");
        page.GetElementById("noi-dung")!.LocalName.ShouldBe("main");
        page.QuerySelectorAll("nav").ShouldAllBe(n => n.HasAttribute("aria-label"));
        page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .ShouldAllBe(e => e.HasAttribute("aria-label") || page.QuerySelector($"label[for='{e.Id}']") != null);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

/// <summary>Nothing typed is lost when the log-in expires while typing.</summary>
public sealed class KeptFormTests(DeskApp app) : IClassFixture<DeskApp>
{
    private const string Page = "/Admin/Officers/Edit";

    private static readonly (string, string)[] Typed =
        [("Name", "Đinh Thị Mỹ Hạnh"), ("Title", "Công chức tư pháp – hộ tịch"), ("ValidFrom", "20/11/2026")];

    [Fact]
    public async Task What_was_typed_comes_back_after_the_next_log_in_and_is_saved_with_one_click()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Administrator);
        using var browser = app.NewVisitor();
        await browser.LogInAsync(name, DeskApp.Password);
        var form = await browser.OpenAsync(Page);
        var before = await app.WithDbAsync(db => db.Set<KeptForm>().CountAsync());
        Expire(browser);

        var late = await browser.SubmitAsync(form, "main form", [("Code", "CB-KEPT"), .. Typed]);
        late.Location.ShouldNotBeNull().ShouldStartWith("/Account/LogIn");

        var entered = await browser.FillAsync(late.Location, ("UserName", name), ("Password", DeskApp.Password));
        var resume = await browser.FollowAsync(entered);
        resume.Path.ShouldBe("/Account/Resume");
        resume.Words.ShouldContain("bấm Gửi lại để tiếp tục");
        resume.Words.ShouldContain("Đinh Thị Mỹ Hạnh");

        var saved = await browser.SubmitAsync(resume, "main form");
        (await browser.FollowAsync(saved)).Words.ShouldContain("Đinh Thị Mỹ Hạnh");
        (await app.WithDbAsync(db => db.Officers.CountAsync(o => o.Code == "CB-KEPT"))).ShouldBe(1);

        // The kept form is gone once it was sent; what other tests left is theirs.
        (await app.WithDbAsync(db => db.Set<KeptForm>().CountAsync())).ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public async Task Another_officer_at_the_same_browser_does_not_see_it()
    {
        var (_, first) = await app.NewOfficerAsync(app.Ward, OfficeRole.Administrator);
        var (_, second) = await app.NewOfficerAsync(app.Ward, OfficeRole.Administrator);
        using var browser = app.NewVisitor();
        await browser.LogInAsync(first, DeskApp.Password);
        var form = await browser.OpenAsync(Page);
        Expire(browser);
        var late = await browser.SubmitAsync(form, "main form", [("Code", "CB-OTHER"), .. Typed]);

        var entered = await browser.FillAsync(late.Location!, ("UserName", second), ("Password", DeskApp.Password));
        entered.Location.ShouldNotBe("/Account/Resume");
        (await browser.GetAsync("/Account/Resume")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task It_is_gone_after_two_hours()
    {
        var start = app.Clock.GetUtcNow();
        try
        {
            var (_, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Administrator);
            using var browser = app.NewVisitor();
            await browser.LogInAsync(name, DeskApp.Password);
            var form = await browser.OpenAsync(Page);
            Expire(browser);
            var late = await browser.SubmitAsync(form, "main form", [("Code", "CB-LATE"), .. Typed]);
            app.Clock.Advance(TimeSpan.FromHours(2.1));
            var entered = await browser.FillAsync(late.Location!, ("UserName", name), ("Password", DeskApp.Password));
            entered.Location.ShouldNotBe("/Account/Resume");
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task A_stranger_cannot_fill_the_store()
    {
        Task<int> KeptAsync() => app.WithDbAsync(db => db.Set<KeptForm>().CountAsync());
        var before = await KeptAsync();
        using var stranger = app.NewVisitor();
        var answer = await stranger.PostAsync(Page, ("Name", "Người lạ"));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        stranger.Cookies.Add(new Cookie("mc-browser", "CfDJ8-forged", "/", "localhost"));
        await stranger.PostAsync(Page, ("Name", "Người lạ"));
        (await KeptAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_kept_cannot_be_read_in_the_database()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Administrator);
        using var browser = app.NewVisitor();
        await browser.LogInAsync(name, DeskApp.Password);
        var form = await browser.OpenAsync(Page);
        Expire(browser);
        await browser.SubmitAsync(form, "main form", [("Code", "CB-SECRET"), .. Typed]);
        var payloads = await app.WithDbAsync(db => db.Set<KeptForm>().Select(f => f.Payload).ToListAsync());
        payloads.ShouldNotBeEmpty();
        payloads.ShouldAllBe(p => !System.Text.Encoding.UTF8.GetString(p).Contains("CB-SECRET"));
    }

    private static void Expire(Visitor browser) => browser.Cookies.GetCookies(Visitor.Host)["mc-officer"]!.Expired = true;
}

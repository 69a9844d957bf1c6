using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

public sealed class LogInTests(DeskApp app) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task A_page_asks_who_is_there_and_then_goes_on_to_it()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward);
        using var browser = app.NewVisitor();
        var asked = await browser.GetAsync("/Account");
        asked.Location.ShouldBe("/Account/LogIn?ve=%2FAccount");
        var answer = await browser.FillAsync(asked.Location!, ("UserName", name), ("Password", DeskApp.Password));
        answer.Location.ShouldBe("/Account");
        (await browser.OpenAsync("/Account")).Words.ShouldContain(name);
    }

    [Fact]
    public async Task The_way_back_never_leads_to_another_host()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward);
        using var browser = app.NewVisitor();
        var answer = await browser.FillAsync("/Account/LogIn?ve=https://evil.example/", ("UserName", name), ("Password", DeskApp.Password));
        answer.Location.ShouldBe("/");
    }

    [Fact]
    public async Task Unknown_name_wrong_password_and_blocked_account_read_the_same()
    {
        var (id, name) = await app.NewOfficerAsync(app.Ward);
        using var browser = app.NewVisitor();
        var unknown = await browser.FillAsync("/Account/LogIn", ("UserName", "khong-co-ai"), ("Password", "mot mat khau sai"));
        var wrong = await browser.FillAsync("/Account/LogIn", ("UserName", name), ("Password", "mot mat khau sai"));
        await app.InScopeAsync(async s => await s.GetRequiredService<BlockAccount>().RunAsync(new(await AccountOf(id), Blocked: true), null, default));
        var blocked = await browser.FillAsync("/Account/LogIn", ("UserName", name), ("Password", DeskApp.Password));
        unknown.Errors.ShouldHaveSingleItem().ShouldContain("chưa đúng");
        wrong.Errors.ShouldBe(unknown.Errors);
        blocked.Errors.ShouldBe(unknown.Errors);
        (await Outcomes(name)).ShouldBe([LoginOutcome.WrongPassword, LoginOutcome.Blocked]);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward);
        using var browser = app.NewVisitor();
        for (var i = 0; i < 5; i++)
        {
            await browser.FillAsync("/Account/LogIn", ("UserName", name), ("Password", "mot mat khau sai"));
        }

        var answer = await browser.FillAsync("/Account/LogIn", ("UserName", name), ("Password", DeskApp.Password));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        (await Outcomes(name))[^1].ShouldBe(LoginOutcome.LockedOut);
    }

    [Fact]
    public async Task Empty_boxes_are_named_one_by_one()
    {
        using var browser = app.NewVisitor();
        var answer = await browser.FillAsync("/Account/LogIn");
        answer.Errors.ShouldBe(["Ghi tên đăng nhập", "Ghi mật khẩu"], ignoreOrder: true);
        answer.Title.ShouldStartWith("Lỗi:");
    }

    [Fact]
    public async Task A_password_from_the_administrator_must_be_changed_before_anything_else()
    {
        var (id, name) = await app.NewOfficerAsync(app.Ward);
        var given = await app.InScopeAsync(async s => await s.GetRequiredService<GiveOneTimePassword>().RunAsync(new(await AccountOf(id)), null, default));
        using var browser = app.NewVisitor();
        await browser.LogInAsync(name, given.Value);
        var page = await browser.OpenAsync("/Account");
        page.Path.ShouldBe("/Account/Password");

        var same = await browser.SubmitAsync(page, "main form", ("Old", given.Value), ("Chosen", "matkhau123456"), ("Again", "matkhau123456"));
        same.Errors.ShouldHaveSingleItem().ShouldContain("dễ đoán");

        var changed = await browser.SubmitAsync(page, "main form", ("Old", given.Value), ("Chosen", "con trau di truoc cai cay"), ("Again", "con trau di truoc cai cay"));
        (await browser.FollowAsync(changed)).Flash.ShouldNotBeNull().ShouldContain("Đã đổi mật khẩu");
    }

    [Fact]
    public async Task A_session_ends_after_eight_idle_hours_and_after_twelve_hours_of_work()
    {
        var start = app.Clock.GetUtcNow();
        try
        {
            using var idle = await app.SignedInAs(OfficeRole.Specialist);
            using var busy = await app.SignedInAs(OfficeRole.Specialist);
            for (var hour = 0; hour < 12; hour += 3)
            {
                app.Clock.Set(start.AddHours(hour));
                (await busy.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.OK, $"hour {hour}");
            }

            app.Clock.Set(start.AddHours(8.1));
            (await idle.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.Redirect);
            app.Clock.Set(start.AddHours(12.1));
            (await busy.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.Redirect);
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task Log_out_everywhere_ends_the_other_browser_only()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward);
        using var here = app.NewVisitor();
        using var there = app.NewVisitor();
        await here.LogInAsync(name, DeskApp.Password);
        await there.LogInAsync(name, DeskApp.Password);
        var answer = await here.SubmitAsync(await here.OpenAsync("/Account"), "form[action*=Everywhere]");
        (await here.FollowAsync(answer)).Flash.ShouldNotBeNull().ShouldContain("mọi máy khác");
        (await there.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_officer_cookie_is_hidden_from_scripts_and_other_sites()
    {
        using var browser = await app.SignedInAs();
        browser.Cookies.GetCookies(Visitor.Host)["mc-officer"].ShouldNotBeNull().HttpOnly.ShouldBeTrue();
    }

    [Fact]
    public async Task A_real_installation_shows_no_demo_tile_and_refuses_its_post()
    {
        var (id, name) = await app.NewOfficerAsync(app.Ward);
        await app.ExecuteAsync($"update accounts set demo_order = 1, demo_role = 'Quản trị', demo_does = 'x' where officer_id = '{id.Value}'");
        using var browser = app.NewVisitor();
        var page = await browser.OpenAsync("/Account/LogIn");
        page.Words.ShouldNotContain("dùng thử");
        page.Document.QuerySelectorAll("button[name=vai]").ShouldBeEmpty();
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var answer = await browser.PostAsync("/Account/LogIn?handler=Demo", ("vai", name), ("__RequestVerificationToken", token));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private Task<AccountId> AccountOf(OfficerId officer) =>
        app.WithDbAsync(db => db.Accounts.Where(a => a.OfficerId == officer).Select(a => a.Id).SingleAsync());

    private Task<List<LoginOutcome>> Outcomes(string name) =>
        app.WithDbAsync(db => db.Logins.Where(l => l.NameTried == name).OrderBy(l => l.Id).Select(l => l.Outcome).ToListAsync());
}

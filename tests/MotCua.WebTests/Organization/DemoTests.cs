using Microsoft.Extensions.DependencyInjection;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

public sealed class DemoTests(DemoDeskApp app) : IClassFixture<DemoDeskApp>
{
    [Fact]
    public async Task A_demo_shows_its_roles_and_one_click_enters_without_a_password()
    {
        await app.InScopeAsync(async services =>
        {
            var officer = (await services.GetRequiredService<CreateOfficer>().RunAsync(
                new("DEMO-1", new OfficerFacts("Đinh Thị Mỹ Hạnh", "Công chức", app.Ward, null, new DateOnly(2025, 7, 1))), null, default)).Value;
            _ = (await services.GetRequiredService<AssignRole>().RunAsync(new(officer, OfficeRole.Receptionist, app.Ward, new DateOnly(2025, 7, 1)), null, default)).Value;
            return (await services.GetRequiredService<CreateAccount>().RunAsync(
                new(officer, "hanh.demo") { Tile = new(1, "Công chức tiếp nhận", "Tiếp nhận, in giấy hẹn, trả kết quả") }, null, default)).Value;
        });
        using var browser = app.NewVisitor();
        var page = await browser.OpenAsync("/Account/LogIn");
        page.Words.ShouldContain("Đây là bản dùng thử.");
        page.Words.ShouldContain("Đinh Thị Mỹ Hạnh");
        var entered = await browser.SubmitAsync(page, "form[action*=Demo]", ("vai", "hanh.demo"));
        entered.Location.ShouldBe("/");
        (await browser.OpenAsync("/Account")).Words.ShouldContain("Công chức tiếp nhận");
    }

    [Fact]
    public async Task An_account_without_a_tile_is_not_entered_by_a_click()
    {
        var (_, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Administrator);
        using var browser = app.NewVisitor();
        var page = await browser.OpenAsync("/Account/LogIn");
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var answer = await browser.PostAsync("/Account/LogIn?handler=Demo", ("vai", name), ("__RequestVerificationToken", token));
        answer.Errors.ShouldHaveSingleItem();
        (await browser.GetAsync("/Account")).Location.ShouldNotBeNull();
    }
}

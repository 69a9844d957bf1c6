using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Organization;
using MotCua.Web.Security;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

/// <summary>Walks every page as everybody: what [Allow] says is what happens.</summary>
public sealed class PermissionTests(DeskApp app) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task Every_page_opens_for_the_roles_it_names_and_for_nobody_else()
    {
        var pages = Pages();
        pages.Count.ShouldBeGreaterThan(15);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<OfficeRole>().Cast<OfficeRole?>().Prepend(null))
        {
            using var browser = role is { } one ? await app.SignedInAs(one) : await app.SignedInAs();
            foreach (var (path, allow) in pages.Where(p => p.Allow is not null))
            {
                var status = (await browser.GetAsync(path)).Status;
                var may = allow!.Roles.Count == 0 || (role is { } held && allow.Roles.Contains(held));

                // A page that is open may still not find the record of an address without one, or ask its agency's role.
                if (may ? status is HttpStatusCode.InternalServerError : status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{path} as {role?.ToString() ?? "officer without a role"}: {(int)status}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_is_asked_to_log_in_everywhere_but_on_open_pages()
    {
        using var stranger = app.NewVisitor();
        var wrong = new List<string>();
        foreach (var (path, allow) in Pages())
        {
            var page = await stranger.GetAsync(path);
            var asked = page.Status == HttpStatusCode.Redirect && page.Location!.StartsWith("/Account/LogIn", StringComparison.Ordinal);
            if (allow is not null && !asked)
            {
                wrong.Add($"{path}: {(int)page.Status} {page.Location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_says_who_may_open_it() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<AllowAttribute>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.DisplayName).ShouldBeEmpty();

    /// <summary>Deliberate, one by one: a page that joins this list is read by the whole world.</summary>
    [Fact]
    public void Only_these_pages_are_open_to_everybody() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Concrete).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "/", "/Account/Code", "/Account/LogIn", "/Account/LogOut", "/Index", "/kiosk", "/loi/404", "/thanh-phan", "/tra-cuu", "/tra-cuu/404", "/tra-cuu/404/chi-tiet", "/xin-loi",
        ]);

    [Fact]
    public async Task A_refusal_names_the_roles_in_plain_words()
    {
        using var browser = await app.SignedInAs(OfficeRole.Receptionist);
        var page = await browser.GetAsync("/Admin/Officers");
        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Words.ShouldContain("Chỉ Quản trị, Kiểm tra, giám sát mới mở được trang này");
    }

    [Fact]
    public async Task An_administrator_of_one_ward_does_not_touch_the_officers_of_another()
    {
        var (other, _) = await app.NewOfficerAsync(app.OtherWard, OfficeRole.Receptionist);
        using var browser = await app.SignedInAs(OfficeRole.Administrator);
        (await browser.GetAsync($"/Admin/Officers/Show?id={other.Value}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync($"/Admin/Officers/Edit?id={other.Value}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/Admin/Agencies/Edit?ma=H99.32")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/Admin/Agencies/Edit?ma=H99")).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var province = await app.SignedInAt(app.Province, OfficeRole.Administrator);
        (await province.GetAsync($"/Admin/Officers/Show?id={other.Value}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_not_found_for_everybody()
    {
        using var stranger = app.NewVisitor();
        (await stranger.GetAsync("/khong-co-trang-nay")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Concrete(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "code" } => "404",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: var p2 } when p2.Any(x => x.Content == "guid") => "00000000-0000-0000-0000-000000000001",
            _ => "1",
        }))));

    private List<(string Path, AllowAttribute? Allow)> Pages() =>
        [.. Endpoints().Select(e => (Path: Concrete(e), Allow: e.Metadata.GetMetadata<AllowAttribute>())).Distinct().OrderBy(p => p.Path, StringComparer.Ordinal)];

    private List<RouteEndpoint> Endpoints() =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)];
}

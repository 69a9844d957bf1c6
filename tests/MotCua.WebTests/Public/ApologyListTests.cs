using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Public;

/// <summary>"Phiếu xin lỗi công dân": what is published, in which order, and that no person can be read from it.</summary>
public sealed class ApologyListTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task Apologies_are_listed_newest_first_by_agency_and_in_pages_with_names_masked()
    {
        office.Clock.Set("20/11/2026 10:00");
        using var citizen = office.NewVisitor();
        (await citizen.OpenAsync("/xin-loi")).Words.ShouldContain("Chưa có phiếu xin lỗi nào");

        await (await new TrackedLife(office).ReceivedAsync("02/11/2026 08:10")).WrittenAsync();
        for (var i = 0; i < 22; i++)
        {
            var cause = i == 21 ? $"Gọi {TrackedLife.Phone} cho bà {DossierOffice.Applicant} không được; chờ bản án 42/2019/HNGĐ-ST" : $"Lý do thứ {i}";
            await (await new TrackedLife(office, "1wd").ReceivedAsync("02/11/2026 08:10")).Apologised($"03/11/2026 10:{i:00}", new DateOnly(2026, 11, 9), cause).WrittenAsync();
        }

        var page = await citizen.OpenAsync("/xin-loi");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        page.Words.ShouldContain("1–20 trong 22 phiếu");
        var first = page.One("tbody tr").TextContent;
        first.ShouldContain("27/XL-UBND");
        first.ShouldContain("Đ. H. N. T. My");
        first.ShouldContain("03/11/2026");
        first.ShouldContain("09/11/2026");
        first.ShouldContain("xã An Bình");
        first.ShouldContain("Gọi … cho bà Đ. H. N. T. My không được; chờ bản án 42/2019/HNGĐ-ST");
        foreach (var datum in TrackedLife.Personal)
        {
            page.Document.DocumentElement.OuterHtml.ShouldNotContain(datum, Case.Insensitive);
        }

        (await citizen.OpenAsync("/xin-loi?trang=2")).Words.ShouldContain("Lý do thứ 0");
        (await citizen.OpenAsync("/xin-loi?trang=99")).Words.ShouldContain("21–22 trong 22 phiếu");
        (await citizen.OpenAsync("/xin-loi?donvi=H99.31")).Words.ShouldContain("1–20 trong 22 phiếu");
        (await citizen.OpenAsync("/xin-loi?donvi=H99.32")).Words.ShouldContain("Chưa có phiếu xin lỗi nào");
    }

    [Fact]
    public async Task The_log_in_page_leads_citizens_on()
    {
        using var citizen = office.NewVisitor();
        var page = await citizen.OpenAsync("/Account/LogIn");
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/tra-cuu");
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/xin-loi");
    }
}

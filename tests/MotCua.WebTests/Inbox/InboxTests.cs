using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Inbox;

public sealed class InboxTests(InboxDesk desk) : IClassFixture<InboxDesk>
{
    [Fact]
    public async Task The_most_overdue_is_first_and_what_stands_still_is_last()
    {
        var page = await (await desk.BaoAsync()).GetAsync("/Inbox");

        Applicants(page).ShouldBe(["Trần Văn Khoa", "Nguyễn Thị Phương Thảo", "Hồ Thị Bích Ngọc", "Tôn Thất Gia Bảo"]);
        Dues(page).ShouldBe(["Quá 1 ngày 2 giờ", "Còn 5 giờ 18 phút", "Còn 9 ngày 5 giờ", "Tạm dừng 4 ngày"]);
    }

    [Fact]
    public async Task A_late_dossier_without_apology_says_so_and_a_new_one_too()
    {
        var browser = await desk.BaoAsync();

        Row(await browser.GetAsync("/Inbox"), "Trần Văn Khoa").ShouldContain("Chưa xin lỗi");
        Row(await browser.GetAsync("/Inbox?nhom=cho-phan-cong"), "Lý Thị Ba").ShouldContain("Mới");
        Row(await browser.GetAsync("/Inbox"), "Tôn Thất Gia Bảo").ShouldContain("Chờ bổ sung");
    }

    [Theory]
    [InlineData("")]
    [InlineData("cho-phan-cong")]
    [InlineData("tam-dung")]
    [InlineData("xong-tuan-nay")]
    [InlineData("ca-don-vi")]
    public async Task A_tab_counts_what_its_list_shows(string tab)
    {
        var page = await (await desk.BaoAsync()).GetAsync($"/Inbox?nhom={tab}");

        var count = page.One("#nhom-viec .nav-link.active .mc-count").TextContent;
        count.ShouldBe(Applicants(page).Count.ToString());
        Applicants(page).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_menu_counts_my_work_and_what_waits_at_the_counter()
    {
        var page = await (await desk.BaoAsync()).GetAsync("/Inbox/Waiting");

        page.One("[data-count=inbox]").TextContent.ShouldBe("4");
        page.One("[data-count=waiting]").TextContent.ShouldBe("1");
        page.Words.ShouldContain("Đỗ Văn Tám");
        page.Words.ShouldContain("2 ngày");
    }

    [Fact]
    public async Task The_neighbours_dossiers_never_show() =>
        (await (await desk.BaoAsync()).GetAsync("/Inbox?nhom=ca-don-vi&q=nguoi+xa+ben")).Words.ShouldContain("Không thấy “nguoi xa ben”");

    [Theory]
    [InlineData("q=tran+van+khoa", "Trần Văn Khoa")]
    [InlineData("q=Trần+Văn+KHOA", "Trần Văn Khoa")]
    [InlineData("q=ho+kinh+doanh", "Hồ Thị Bích Ngọc")]
    [InlineData("q=261117-0011", "Nguyễn Thị Phương Thảo")]
    [InlineData("linh-vuc=H%E1%BB%99+kinh+doanh", "Hồ Thị Bích Ngọc")]
    [InlineData("han=qua-han", "Trần Văn Khoa")]
    [InlineData("han=hom-nay", "Nguyễn Thị Phương Thảo")]
    [InlineData("han=duoi-2-ngay", "Nguyễn Thị Phương Thảo")]
    [InlineData("han=tam-dung", "Tôn Thất Gia Bảo")]
    public async Task A_filter_in_the_address_finds_its_dossier(string query, string applicant) =>
        Applicants(await (await desk.BaoAsync()).GetAsync("/Inbox?" + query)).ShouldBe([applicant]);

    [Theory]
    [InlineData("trang=abc&han=xyz&kenh=bo-cau&nhom=khac")]
    [InlineData("trang=99999999999999&chon=1")]
    [InlineData("trang=-5")]
    public async Task A_broken_address_shows_the_list(string query) =>
        Applicants(await (await desk.BaoAsync()).GetAsync("/Inbox?" + query)).Count.ShouldBe(4);

    [Theory]
    [InlineData("%25")]
    [InlineData("_")]
    [InlineData("%27%3B+drop+table+dossiers%3B--")]
    public async Task Signs_of_the_query_language_are_plain_letters(string text)
    {
        var page = await (await desk.BaoAsync()).GetAsync("/Inbox?q=" + text);

        Applicants(page).Count.ShouldBeOneOf(0, 4);
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_chosen_columns_are_remembered()
    {
        var browser = await desk.BaoAsync();
        var page = await browser.GetAsync("/Inbox");
        page.Document.QuerySelectorAll("thead th").Length.ShouldBe(6);

        var answer = await browser.PostAsync(
            "/Inbox?handler=Columns",
            ("cot", "nguoi-nop"), ("cot", "dien-thoai"), ("cot", "kenh"), ("cot", "buoc"), ("ve", "/Inbox?nhom=ca-don-vi"),
            ("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!));

        answer.Location.ShouldBe("/Inbox?nhom=ca-don-vi");
        (await browser.GetAsync("/Inbox")).Words.ShouldContain("0912345678");
    }

    [Fact]
    public async Task The_list_comes_as_a_spreadsheet()
    {
        var browser = await desk.BaoAsync();
        var link = (await browser.GetAsync("/Inbox")).One("a.btn[href*=Export]").GetAttribute("href")!;
        using var client = desk.NewClient(browser);

        using var answer = await client.GetAsync(link);

        answer.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith(".xlsx");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = await sheet.ReadToEndAsync();
        text.ShouldContain("Hồ Thị Bích Ngọc");
        text.ShouldContain("Quá 1 ngày 2 giờ");
    }

    private static List<string> Applicants(WebPage page) => [.. page.Document.QuerySelectorAll("tr[data-row] td[data-l='Người nộp']").Select(e => e.TextContent.Trim())];

    private static List<string> Dues(WebPage page) => [.. page.Document.QuerySelectorAll("tr[data-row] .mc-due b").Select(e => e.TextContent.Trim())];

    private static string Row(WebPage page, string applicant) =>
        page.Document.QuerySelectorAll("tr[data-row]").Single(r => r.TextContent.Contains(applicant, StringComparison.Ordinal)).TextContent;
}

/// <summary>Bulk acts change the ward, so they have one of their own.</summary>
public sealed class InboxBulkTests(InboxDesk desk) : IClassFixture<InboxDesk>
{
    [Fact]
    public async Task Ticked_dossiers_are_put_into_a_colleagues_hands()
    {
        var browser = await desk.BaoAsync();
        var page = await browser.GetAsync("/Inbox/Assign?ma=H99.31-261119-0006&ma=H99.31-261120-0002&ve=/Inbox");
        page.One("h1").TextContent.ShouldBe("Phân công 2 hồ sơ cho ai?");

        var answer = await browser.SubmitTickedAsync(page, ["H99.31-261119-0006", "H99.31-261120-0002"], ("nguoi", desk.Tu.Id.Value.ToString()));
        var list = await browser.FollowAsync(answer);

        list.Flash!.ShouldStartWith("Đã phân công 2 hồ sơ cho Phan Quốc");
        var events = await desk.WithDbAsync(db => db.DossierEvents.Where(e => e.Kind == EventKind.Assigned).CountAsync());
        events.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_name_the_page_asks_for_one()
    {
        var browser = await desk.BaoAsync();
        var page = await browser.GetAsync("/Inbox/Assign?ma=H99.31-261118-0003&ve=/Inbox");

        var answer = await browser.SubmitTickedAsync(page, ["H99.31-261118-0003"]);

        answer.Errors.ShouldBe(["Chọn người nhận hồ sơ"]);
        answer.Title.ShouldStartWith("Lỗi:");
        answer.Words.ShouldContain("Bùi Đăng Hưng");
    }

    [Fact]
    public async Task A_dossier_that_cannot_move_holds_back_nobody()
    {
        var browser = await desk.BaoAsync();
        string[] codes = ["H99.31-261113-0004", "H99.31-261112-0012"];
        var page = await browser.GetAsync($"/Inbox/MoveStep?ma={codes[0]}&ma={codes[1]}&ve=/Inbox");

        var list = await browser.FollowAsync(await browser.SubmitTickedAsync(page, codes));

        list.Flash!.ShouldStartWith("Đã chuyển bước 1 hồ sơ. 1 hồ sơ không làm được: Hồ sơ H99.31-261112-0012 đang chờ bổ sung");
    }

    [Fact]
    public async Task Nothing_ticked_is_said_plainly()
    {
        var browser = await desk.BaoAsync();

        var list = await browser.FollowAsync(await browser.GetAsync("/Inbox/Assign?ve=/Inbox"));

        list.Flash!.ShouldStartWith("Chưa chọn hồ sơ nào");
    }

    [Fact]
    public async Task The_neighbours_dossier_cannot_be_assigned()
    {
        var browser = await desk.BaoAsync();

        var list = await browser.FollowAsync(await browser.GetAsync("/Inbox/Assign?ma=H99.32-261118-0001&ve=//evil.example"));

        list.Path.ShouldBe("/Inbox");
        list.Flash!.ShouldStartWith("Chưa chọn hồ sơ nào");
    }
}

internal static class Ticked
{
    /// <summary>Sends the page's form with its many fields of one name.</summary>
    public static Task<WebPage> SubmitTickedAsync(this Visitor browser, WebPage page, string[] codes, params (string Name, string Value)[] more) =>
        browser.SubmitAsync(page, "main form[method=post]", [.. codes.Select(c => ("ma", c)), .. more]);

    public static HttpClient NewClient(this DeskApp desk, Visitor browser)
    {
        var client = desk.NewHttpClient();
        client.DefaultRequestHeaders.Add("Cookie", browser.Cookies.GetCookieHeader(Visitor.Host));
        return client;
    }
}

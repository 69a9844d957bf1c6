using System.Net;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Reports;

/// <summary>Templates of narrative reports: copied, changed in a form without scripts, seen with real figures, put in force from a day.</summary>
public sealed class TemplatePagesTests(SeedDesk app) : IClassFixture<SeedDesk>
{
    private const string Form = "form[action$='/sua']";

    [Fact]
    public async Task A_copied_template_is_changed_seen_with_real_figures_and_used_from_its_day_on()
    {
        using var office = await app.OpenAsync();
        var edit = await CopyAsync(office);
        var saved = await office.SubmitAsync(edit, Form, ("act", "save"), ("Head.Name", "Mẫu thử của xã"), (FirstSentence(edit), "Kỳ này có {received} hồ sơ, trễ {late} hồ sơ, hài lòng {satisfied.rate}."));
        saved.Status.ShouldBe(HttpStatusCode.Redirect, string.Join("; ", saved.Errors));

        var preview = await office.OpenAsync($"{edit.Path.Replace("/sua", "")}?tu=2023-01-01&den=2023-07-31");
        preview.Words.ShouldContain("Kỳ này có 505 hồ sơ, trễ 4 hồ sơ, hài lòng – (không có).");

        await office.FollowAsync(await office.SubmitAsync(preview, "form[action*='Publish']", ("InForceFrom", Today)));
        (await office.OpenAsync("/bao-cao/mau")).Words.ShouldContain("Mẫu thử của xã 1 Đang áp dụng");
        var begin = await office.OpenAsync("/bao-cao/dinh-ky");
        var own = begin.Document.QuerySelectorAll("select[name=Template] option").Single(o => o.TextContent == "Mẫu thử của xã").GetAttribute("value")!;
        var report = await office.FollowAsync(await office.SubmitAsync(begin, "main form[method=post]", ("Template", own), ("From", "01/01/2023"), ("To", "31/07/2023")));
        report.Words.ShouldContain("Kỳ này có 505 hồ sơ, trễ 4 hồ sơ, hài lòng – (không có).");
    }

    [Fact]
    public async Task An_unknown_figure_is_refused_with_its_place_and_what_was_meant()
    {
        using var office = await app.OpenAsync();
        var edit = await CopyAsync(office);
        var box = FirstSentence(edit);
        var answer = await office.SubmitAsync(edit, Form, ("act", "save"), (box, "Nhận {reveived} hồ sơ"));

        answer.Errors.ShouldHaveSingleItem().ShouldMatch(@"^Khối \d+ \(câu tính\): Không có chỉ tiêu \{reveived\}\. Có phải \{received\} không\?$");
        answer.One($"#{box.Replace("[", "_").Replace("]", "_").Replace(".", "_")}").TextContent.ShouldContain("reveived");
        (await office.OpenAsync(edit.Path)).Words.ShouldNotContain("reveived");
    }

    [Fact]
    public async Task Blocks_are_moved_added_and_dropped_without_scripts_and_keep_what_is_typed()
    {
        using var office = await app.OpenAsync();
        var edit = await CopyAsync(office);
        var before = edit.Document.QuerySelectorAll("fieldset.mc-block").Length;
        var moved = await office.SubmitAsync(edit, Form, ("act", "down-0"), ("Blocks[0].Text", "MỤC CHUYỂN XUỐNG"));
        moved.One("#Blocks_1__Text").GetAttribute("value").ShouldBe("MỤC CHUYỂN XUỐNG");
        var added = await office.SubmitAsync(moved, Form, ("act", "add"), ("NewKind", "passage"), ("After", "0"));
        added.Document.QuerySelectorAll("fieldset.mc-block").Length.ShouldBe(before + 1);
        added.One("[name='Blocks[0].Kind']").GetAttribute("value").ShouldBe("passage");
        var dropped = await office.SubmitAsync(added, Form, ("act", "drop-0"));
        dropped.Document.QuerySelectorAll("fieldset.mc-block").Length.ShouldBe(before);
        dropped.Words.ShouldContain("Chỗ đang sửa chưa được lưu.");
    }

    [Fact]
    public async Task The_next_version_follows_the_first_and_a_published_one_is_not_changed()
    {
        using var office = await app.OpenAsync();
        var edit = await CopyAsync(office);
        await office.SubmitAsync(edit, Form, ("act", "save"), ("Head.Name", "Mẫu hai phiên bản"));
        var preview = await office.OpenAsync(edit.Path.Replace("/sua", ""));
        (await office.SubmitAsync(preview, "form[action*='Publish']", ("InForceFrom", "01/01/2020"))).Errors.ShouldHaveSingleItem().ShouldContain("sớm nhất từ hôm nay");
        await office.SubmitAsync(preview, "form[action*='Publish']", ("InForceFrom", Today));
        (await office.GetAsync(edit.Path)).Location.ShouldBe(edit.Path.Replace("/sua", ""));

        var list = await office.OpenAsync("/bao-cao/mau");
        var key = edit.Path.Split('/')[3];
        var next = await office.FollowAsync(await office.SubmitAsync(list, $"form:has(input[name=key][value='{key}'])"));
        next.Words.ShouldContain("Mẫu hai phiên bản, phiên bản 2, bản nháp.");
        var second = await office.OpenAsync(next.Path.Replace("/sua", ""));
        (await office.SubmitAsync(second, "form[action*='Publish']", ("InForceFrom", Today))).Errors.ShouldHaveSingleItem().ShouldContain("Phiên bản trước áp dụng từ");
        await office.SubmitAsync(await office.OpenAsync("/bao-cao/mau"), $"form[action*='Drop']:has(input[value='{next.Path.Split('/')[3]}'])");
        (await office.GetAsync(next.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_report_officer_changes_templates()
    {
        using var office = await app.OpenAsync();
        var edit = await CopyAsync(office);
        using var auditor = await app.OpenAsync(OfficeRole.Auditor);
        (await auditor.OpenAsync("/bao-cao/mau")).Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await auditor.GetAsync(edit.Path)).Status.ShouldNotBe(HttpStatusCode.OK);
        using var clerk = await app.OpenAsync(OfficeRole.Clerk);
        (await clerk.GetAsync("/bao-cao/mau")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await office.OpenAsync("/bao-cao/mau/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_wants_days_in_order_that_have_begun()
    {
        using var office = await app.OpenAsync();
        (await office.OpenAsync("/bao-cao/mau/phuong-quy?tu=2023-07-31&den=2023-01-01")).Errors.ShouldHaveSingleItem().ShouldContain("trước khi bắt đầu");
        (await office.OpenAsync("/bao-cao/mau/phuong-quy?tu=2099-01-01&den=2099-03-31")).Errors.ShouldHaveSingleItem().ShouldContain("sau hôm nay");
    }

    private const string Today = "20/11/2026";

    private static string FirstSentence(WebPage edit) => edit.Document.QuerySelectorAll("fieldset textarea")[0].GetAttribute("name")!;

    private static async Task<WebPage> CopyAsync(Visitor office)
    {
        var list = await office.OpenAsync("/bao-cao/mau");
        return await office.FollowAsync(await office.SubmitAsync(list, "form:has(input[value='xa-kiem-tra'])"));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Organization;

public sealed class AdministrationTests(DeskApp app) : IClassFixture<DeskApp>
{
    [Fact]
    public async Task An_administrator_adds_an_officer_gives_a_role_and_an_account_and_the_officer_enters()
    {
        using var browser = await app.SignedInAs(OfficeRole.Administrator);
        var added = await browser.FillAsync("/Admin/Officers/Edit", ("Code", "cb-900"), ("Name", "Võ Thị  Kim Liên"), ("Title", "Công chức văn phòng – thống kê"), ("ValidFrom", "20/11/2026"));
        var person = await browser.FollowAsync(added);
        person.One("h1").TextContent.ShouldBe("Võ Thị Kim Liên");

        person = await browser.FollowAsync(await browser.SubmitAsync(person, "form[action*=Assign]", ("Role", "ReportOfficer")));
        person.Flash.ShouldNotBeNull().ShouldContain("Đã giao vai Văn phòng – thống kê");
        var twice = await browser.SubmitAsync(person, "form[action*=Assign]", ("Role", "ReportOfficer"));
        twice.Errors.ShouldHaveSingleItem().ShouldContain("đã giữ vai");

        var account = await browser.SubmitAsync(person, "main form[action*='handler=Account']", ("UserName", "lien.vtk"));
        var password = account.One("#mat-khau").TextContent;
        using var officer = app.NewVisitor();
        await officer.LogInAsync("lien.vtk", password);
        (await officer.OpenAsync("/Account")).Path.ShouldBe("/Account/Password");
    }

    [Fact]
    public async Task A_role_that_is_ended_closes_its_pages_at_once()
    {
        var (id, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Auditor);
        using var auditor = app.NewVisitor();
        await auditor.LogInAsync(name, DeskApp.Password);
        (await auditor.GetAsync("/Admin/Officers")).Status.ShouldBe(HttpStatusCode.OK);

        using var administrator = await app.SignedInAs(OfficeRole.Administrator);
        var person = await administrator.OpenAsync($"/Admin/Officers/Show?id={id.Value}");
        var assignment = person.One("form[action*=End] button").GetAttribute("value")!;
        await administrator.SubmitAsync(person, "form[action*=End]", ("assignment", assignment));
        (await auditor.GetAsync("/Admin/Officers")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_closed_account_ends_its_open_session()
    {
        var (id, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Specialist);
        using var officer = app.NewVisitor();
        await officer.LogInAsync(name, DeskApp.Password);
        using var administrator = await app.SignedInAs(OfficeRole.Administrator);
        var person = await administrator.OpenAsync($"/Admin/Officers/Show?id={id.Value}");
        await administrator.SubmitAsync(person, "form[action*=Block]", ("blocked", "true"));
        (await officer.GetAsync("/Account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Two_communes_become_one_after_a_page_that_says_what_will_happen()
    {
        using var browser = await app.SignedInAt(app.Province, OfficeRole.Administrator);
        foreach (var (code, name) in new[] { ("OLD.1", "UBND xã Cũ"), ("NEW.1", "UBND xã Mới") })
        {
            var made = await browser.FillAsync("/Admin/Agencies/Edit", ("Code", code), ("Name", name), ("Level", "Commune"), ("ParentCode", "H99"), ("ValidFrom", "01/07/2025"));
            (await browser.FollowAsync(made)).One("h1").TextContent.ShouldBe(name);
        }

        var asked = await browser.FillAsync("/Admin/Agencies/Succeed?ma=OLD.1", ("Kind", "Merge"), ("ToCodes", "NEW.1"), ("Day", "01/12/2026"), ("DecisionNo", "12/NQ-HĐND"));
        asked.Words.ShouldContain("UBND xã Cũ thôi hoạt động sau ngày 30/11/2026");
        var done = await browser.FollowAsync(await browser.SubmitAsync(asked, "main form"));
        done.Flash.ShouldNotBeNull().ShouldContain("Nhập vào");
        done.Words.ShouldContain("12/NQ-HĐND");
        var tree = await app.WithDbAsync(db => AgencyTree.LoadAsync(db));
        tree.StageAt(tree.ByCode("OLD.1")!.Id, new(2026, 12, 1)).ShouldBeNull();
    }

    [Fact]
    public async Task An_agency_is_never_put_under_one_of_its_own()
    {
        using var browser = await app.SignedInAt(app.Province, OfficeRole.Administrator);
        var answer = await browser.FillAsync("/Admin/Agencies/Edit?ma=H99", ("ParentCode", "H99.31"));
        answer.Errors.ShouldHaveSingleItem().ShouldContain("lại trực thuộc H99");
    }

    [Fact]
    public async Task A_second_save_over_another_persons_change_is_refused_with_what_was_typed()
    {
        var (id, _) = await app.NewOfficerAsync(app.Ward);
        using var browser = await app.SignedInAs(OfficeRole.Administrator);
        var address = $"/Admin/Officers/Edit?id={id.Value}";
        var mine = await browser.OpenAsync(address);
        await browser.FillAsync(address, ("Title", "Phó Chánh Văn phòng"));
        var late = await browser.SubmitAsync(mine, "main form", ("Title", "Chánh Văn phòng"));
        late.Errors.ShouldHaveSingleItem().ShouldContain("Người khác vừa sửa");
        late.One("#Title").GetAttribute("value").ShouldBe("Chánh Văn phòng");
    }

    [Theory]
    [InlineData("Name", "", "Ghi họ, chữ đệm, tên")]
    [InlineData("ValidFrom", "31/02/2026", "Không có ngày")]
    [InlineData("ValidTo", "01/01/2020", "sớm hơn ngày bắt đầu")]
    [InlineData("Code", "có dấu", "không đúng mẫu")]
    [InlineData("co-quan", "KHONG", "Không có cơ quan mang mã")]
    public async Task A_wrong_box_is_named_in_words_a_clerk_understands(string field, string value, string words)
    {
        using var browser = await app.SignedInAs(OfficeRole.Administrator);
        (string Name, string Value)[] good = [("Code", "CB-BAD"), ("Name", "Lê Quang Vinh"), ("Title", "Chủ tịch"), ("ValidFrom", "20/11/2026")];
        var answer = await browser.FillAsync("/Admin/Officers/Edit", [.. good.Where(f => f.Name != field), (field, value)]);
        answer.Errors.ShouldContain(e => e.Contains(words, StringComparison.Ordinal), string.Join("; ", answer.Errors));
        (await app.WithDbAsync(db => db.Officers.AnyAsync(o => o.Code == "CB-BAD"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_colleague_acts_for_an_officer_from_the_first_day_of_the_delegation()
    {
        var start = app.Clock.GetUtcNow();
        try
        {
            var (to, receiver) = await app.NewOfficerAsync(app.Ward);
            using var giver = await app.SignedInAs(OfficeRole.Signer);
            var given = await giver.FillAsync("/Account/Delegate", ("To", to.Value.ToString()), ("Roles", "Signer"), ("ValidFrom", "23/11/2026"), ("ValidTo", "24/11/2026"), ("Reason", "nghỉ phép"));
            (await giver.FollowAsync(given)).Flash.ShouldNotBeNull().ShouldContain("Đã ủy quyền từ 23/11/2026");

            using var early = app.NewVisitor();
            await early.LogInAsync(receiver, DeskApp.Password);
            (await early.OpenAsync("/Account")).Words.ShouldContain("Chưa có vai nào");

            app.Clock.Set("23/11/2026 08:00");
            using var today = app.NewVisitor();
            await today.LogInAsync(receiver, DeskApp.Password);
            (await today.OpenAsync("/Account")).Words.ShouldContain("Lãnh đạo");

            app.Clock.Set("25/11/2026 08:00");
            using var late = app.NewVisitor();
            await late.LogInAsync(receiver, DeskApp.Password);
            (await late.OpenAsync("/Account")).Words.ShouldContain("Chưa có vai nào");
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task Search_finds_an_agency_by_its_name_without_marks()
    {
        using var browser = await app.SignedInAs(OfficeRole.Auditor);
        (await browser.OpenAsync("/Admin/Agencies?q=an+binh")).Words.ShouldContain("UBND xã An Bình");
        (await browser.OpenAsync("/Admin/Agencies?q=khong+co")).Words.ShouldContain("Không thấy đơn vị nào khớp");
    }

    [Fact]
    public async Task The_log_shows_failures_of_the_wards_own_officers_only()
    {
        var (_, own) = await app.NewOfficerAsync(app.Ward);
        var (_, other) = await app.NewOfficerAsync(app.OtherWard);
        using var stranger = app.NewVisitor();
        await stranger.FillAsync("/Account/LogIn", ("UserName", own), ("Password", "sai mat khau roi"));
        await stranger.FillAsync("/Account/LogIn", ("UserName", other), ("Password", "sai mat khau roi"));
        using var browser = await app.SignedInAs(OfficeRole.Administrator);
        var page = await browser.OpenAsync("/Admin/Logins?ket-qua=WrongPassword");
        var names = page.Document.QuerySelectorAll("main tbody td:nth-child(2)").Select(c => c.TextContent.Trim()).ToList();
        names.ShouldContain(own);
        names.ShouldNotContain(other);
    }
}

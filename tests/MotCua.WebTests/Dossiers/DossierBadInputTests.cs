using System.Net;
using MotCua.Dossiers;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

public sealed class DossierBadInputTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task The_neighbour_sees_neither_page_nor_paper_nor_search()
    {
        var code = await office.ReceiveAsync("Người Xã An Bình");
        using var neighbour = await office.SignedInAt(office.OtherWard, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Signer, OfficeRole.Clerk);

        foreach (var path in new[] { $"/ho-so/{code}", $"/ho-so/{code}/viec/nhan-viec", $"/ho-so/{code}/giay/receipt", $"/ho-so/{code}/giay/control-slip", $"/ho-so/{code}/ban-quet" })
        {
            (await neighbour.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await neighbour.OpenAsync($"/tim-ho-so?q={code}")).Words.ShouldContain("Không thấy");
        (await neighbour.OpenAsync("/tim-ho-so?q=nguoi xa an binh")).Words.ShouldContain("Không thấy");
        (await neighbour.OpenAsync($"/tra-ket-qua?ma={code}")).Words.ShouldContain("Không thấy hồ sơ");
    }

    [Fact]
    public async Task Who_only_watches_is_offered_nothing_and_is_refused_by_name_of_the_role()
    {
        var code = await office.ReceiveAsync();
        using var auditor = await office.SignedInAs(OfficeRole.Auditor);

        var page = await auditor.OpenAsync($"/ho-so/{code}");
        page.Document.QuerySelectorAll(".mc-actions, main form").ShouldBeEmpty();
        (await auditor.GetAsync($"/ho-so/{code}/viec/trinh-ky")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await auditor.GetAsync($"/ho-so/{code}/ban-quet")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_asked_to_and_comes_back()
    {
        var code = await office.ReceiveAsync();
        using var nobody = office.NewVisitor();

        (await nobody.GetAsync($"/ho-so/{code}")).Location.ShouldBe($"/Account/LogIn?ve=%2Fho-so%2F{code}");
    }

    [Theory]
    [InlineData("/ho-so/H99.31-200101-0001")]
    [InlineData("/ho-so/xyz")]
    [InlineData("/ho-so/%E1%BB%95%20%3C%3E")]
    [InlineData("/ho-so/H99.31-200101-0001/giay/receipt")]
    public async Task An_unknown_code_is_not_found(string path)
    {
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_act_that_does_not_exist_is_not_found()
    {
        var code = await office.ReceiveAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.GetAsync($"/ho-so/{code}/viec/xoa")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_officers_at_once_clash_and_what_the_second_typed_stays()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        using var tu = await office.LoggedInAsync(office.Tu);
        using var bao = await office.LoggedInAsync(office.Bao);
        var form = await tu.OpenAsync($"/ho-so/{code}/viec/phan-cong");
        await bao.FollowAsync(await bao.FillAsync($"/ho-so/{code}/viec/trinh-ky", ("Officer", office.Vinh.Id.Value.ToString())));

        var clash = await tu.SubmitAsync(form, "main form", ("Officer", office.Tu.Id.Value.ToString()), ("Words", "Việc của tổ tôi"));

        clash.Errors.ShouldHaveSingleItem().ShouldContain("vừa sửa hồ sơ");
        clash.Words.ShouldContain("Mở bản mới của hồ sơ");
        clash.One("#Words").TextContent.ShouldBe("Việc của tổ tôi");
        (await tu.FollowAsync(await tu.SubmitAsync(clash, "main form"))).Flash!.ShouldContain("Đã phân công");
    }

    [Fact]
    public async Task The_same_post_twice_acts_once()
    {
        var code = await office.ReceiveAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        var page = await bao.OpenAsync($"/ho-so/{code}");

        (await bao.SubmitAsync(page, ".mc-actions form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await bao.SubmitAsync(page, ".mc-actions form")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await office.LoadAsync(code)).Lines.Count(l => l.Kind is EventKind.Taken).ShouldBe(1);
    }

    [Fact]
    public async Task A_move_that_the_table_does_not_allow_is_refused_in_words()
    {
        var code = await office.ReceiveAsync();
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.OpenAsync($"/ho-so/{code}/viec/ky");
        page.Path.ShouldBe($"/ho-so/{code}");
        page.Flash!.ShouldContain("không còn việc “Ký”");
        var forced = await office.AsAsync(office.Vinh, s => ((SignDossier)s.GetService(typeof(SignDossier))!).RunAsync(new(code, null), default));
        forced.Error!.Code.ShouldBe("dossier.cannot-move");
    }

    [Fact]
    public async Task Words_without_end_are_refused_and_kept()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        using var bao = await office.LoggedInAsync(office.Bao);
        var words = new string('ổ', 2001);

        var answer = await bao.FillAsync($"/ho-so/{code}/viec/yeu-cau-bo-sung", ("Words", words));

        answer.Errors.ShouldHaveSingleItem().ShouldContain("nhiều nhất 2.000");
        answer.One("#Words").TextContent.ShouldBe(words);
        answer.Title.ShouldStartWith("Lỗi:");
    }

    [Fact]
    public async Task A_paper_found_wrong_needs_its_reason()
    {
        var code = await office.ReceiveAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        var answer = await bao.SubmitAsync(await bao.OpenAsync($"/ho-so/{code}"), "form[action*=Papers]", ("Papers[0].Verdict", "Missing"), ("Papers[0].Reason", ""));

        answer.Errors.ShouldHaveSingleItem().ShouldContain("Giấy tờ 1: ghi thiếu gì hoặc sai ở đâu");
        answer.One("#Papers_0__Reason-error").TextContent.ShouldContain("Giấy tờ 1");
    }

    [Fact]
    public async Task A_changed_line_of_the_ledger_turns_the_page_red()
    {
        var code = await office.ReceiveAsync("Lê Thị Sửa");
        await office.ExecuteAsync(
            $"""
            alter table dossier_events disable trigger dossier_events_append_only;
            update dossier_events set at = at - interval '2 days' where seq = 1 and dossier_id = (select id from dossiers where code = '{code}');
            alter table dossier_events enable trigger dossier_events_append_only;
            """);
        using var bao = await office.LoggedInAsync(office.Bao);

        var page = await bao.OpenAsync($"/ho-so/{code}");

        page.Words.ShouldContain("đã bị sửa ngoài hệ thống, từ dòng 1");
        page.Words.ShouldNotContain("Nguyên vẹn");
    }
}

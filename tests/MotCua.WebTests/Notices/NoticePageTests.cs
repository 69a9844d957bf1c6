using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Pages.Admin.Notices;
using MotCua.Web.Shell;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Notices;

/// <summary>The bell, the list of what was sent, channels and templates, as a person uses them.</summary>
public sealed class NoticePageTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task The_bell_counts_what_is_new_and_a_notice_opens_its_dossier()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<AssignDossier>(office.Vinh, c => c.RunAsync(new(code, null, office.Tu.Id), default));
        await office.DrainAsync();
        using var tu = await office.LoggedInAsync(office.Tu);

        var page = await tu.OpenAsync("/Account/Notices");
        page.One("header a[href='/Account/Notices']").GetAttribute("aria-label").ShouldBe("Thông báo, 1 chưa đọc");
        page.Words.ShouldContain($"Hồ sơ mới được giao: {code}");
        var opened = await tu.SubmitAsync(page, "main form[action*=Open]");
        opened.Location.ShouldBe($"/ho-so/{code}");

        var after = await tu.OpenAsync("/Account/Notices");
        after.One("header a[href='/Account/Notices']").GetAttribute("aria-label").ShouldBe("Thông báo");
        after.Words.ShouldContain("Đã đọc hết.");
    }

    [Fact]
    public async Task Nobody_opens_another_persons_notice()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<AssignDossier>(office.Vinh, c => c.RunAsync(new(code, null, office.Bao.Id), default));
        await office.DrainAsync();
        var his = (await office.InAppOfAsync(office.Bao.Id))[^1];
        using var hanh = await office.LoggedInAsync(office.Hanh);
        var token = (await hanh.OpenAsync("/Account")).One("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        (await hanh.PostAsync($"/Account/Notices?handler=Open&id={his.Id.Value}", ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.InAppOfAsync(office.Bao.Id))[^1].ReadAt.ShouldBeNull();
    }

    [Fact]
    public async Task All_are_marked_as_read_at_once()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<AssignDossier>(office.Vinh, c => c.RunAsync(new(code, null, office.Bao.Id), default));
        await office.DrainAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        var done = await bao.FollowAsync(await bao.SubmitAsync(await bao.OpenAsync("/Account/Notices"), "main form[action*=ReadAll]"));

        done.Flash!.ShouldContain("Đã đánh dấu đọc hết");
        (await office.InAppOfAsync(office.Bao.Id)).ShouldAllBe(n => n.ReadAt != null);
    }

    [Fact]
    public async Task An_officer_chooses_what_comes_by_mail()
    {
        await office.ExecuteAsync($"update officers set email = 'hoa@example.vn' where id = '{office.Hoa.Id.Value}'");
        using var hoa = await office.LoggedInAsync(office.Hoa);
        var page = await hoa.OpenAsync("/Account");
        page.Words.ShouldContain("Qua thư hoa@example.vn");

        await hoa.FollowAsync(await hoa.SubmitAsync(page, "main form[action*=Notices]", ("WorkByEmail", "true")));

        var choice = await office.WithDbAsync(db => db.NoticeChoices.SingleAsync(c => c.OfficerId == office.Hoa.Id));
        (choice.WorkByEmail, choice.DigestByEmail).ShouldBe((true, true));
    }

    [Fact]
    public async Task The_list_tells_why_in_words_and_hides_addresses_from_who_only_reads()
    {
        var code = await office.ReceiveFromAsync("Lý Thị Ba", "sai dia chi", "0912345678");
        await office.DrainAsync();
        using var admin = await office.SignedInAs(OfficeRole.Administrator);
        using var auditor = await office.SignedInAs(OfficeRole.Auditor);

        var mine = await admin.OpenAsync($"/Admin/Notices?nhom=khong-gui&q={code}");
        mine.Words.ShouldContain("Địa chỉ thư ghi không đúng");
        mine.Words.ShouldContain("Kênh này chưa cấu hình");
        mine.Words.ShouldContain("+84912345678");
        (await admin.OpenAsync("/Admin/Notices?nhom=khong-gui&q=0912345678")).Words.ShouldContain(code);
        var read = await auditor.OpenAsync($"/Admin/Notices?nhom=khong-gui&q={code}");
        read.Words.ShouldContain("•••678");
        read.Words.ShouldNotContain("0912345678");
        read.Document.QuerySelectorAll("#hang-loat, main tbody input").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_neighbours_administrator_sees_and_resends_nothing_of_ours()
    {
        var code = await office.ReceiveFromAsync("Lý Thị Tư", null, "0912345678");
        await office.DrainAsync();
        var delivery = await office.OneAsync(code, NoticeChannel.Sms);
        using var other = await office.SignedInAt(office.OtherWard, OfficeRole.Administrator);
        var page = await other.OpenAsync("/Admin/Notices?nhom=khong-gui");
        var token = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        page.Words.ShouldNotContain(code);
        (await other.GetAsync($"/Admin/Notices/Show?id={delivery.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await other.PostAsync("/Admin/Notices?handler=Again", ("__RequestVerificationToken", token), ("ma", delivery.Id.Value.ToString()));
        (await office.OneAsync(code, NoticeChannel.Sms)).State.ShouldBe(DeliveryState.Skipped);
    }

    [Fact]
    public async Task A_mail_server_is_saved_tested_and_switched_off()
    {
        await using var mail = new LocalMail();
        using var admin = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        var page = await admin.OpenAsync("/Admin/Notices/Channels");

        var wrong = await admin.SubmitAsync(page, "form[action*=Smtp]", ("Host", "127.0.0.1"), ("Port", "0"), ("From", "không phải"));
        wrong.Errors.ShouldHaveSingleItem().ShouldContain("Cổng từ 1 đến 65535");
        var clear = await admin.SubmitAsync(page, "form[action*=Smtp]", ("Host", "127.0.0.1"), ("Port", "25"), ("From", "xa@anbinh.gov.vn"), ("Security", "None"), ("UserName", "motcua"), ("Secret", "x"));
        clear.Errors.ShouldHaveSingleItem().ShouldContain("Không gửi mật khẩu");

        var saved = await admin.FollowAsync(await admin.SubmitAsync(page, "form[action*=Smtp]", ("Host", "127.0.0.1"), ("Port", mail.Port.ToString()), ("From", "xa@anbinh.gov.vn"), ("Security", "None")));
        saved.Flash!.ShouldContain("Đã lưu máy chủ thư");
        var watched = await admin.FollowAsync(await admin.SubmitAsync(saved, "form[action*=Test]", ("Channel", "Email"), ("To", "toi@example.vn")));
        watched.Words.ShouldContain("Chờ gửi");
        await office.SendAsync();
        mail.Messages.ShouldHaveSingleItem().Subject.ShouldBe("Thư thử từ Một Cửa");
        (await admin.OpenAsync(watched.Path)).Words.ShouldContain("Đã gửi");

        await admin.FollowAsync(await admin.SubmitAsync(saved, "form[action*=Smtp]", ("Host", "")));
        (await office.WithDbAsync(db => db.Settings.AnyAsync(s => s.Key == ChannelSettings.SmtpKey))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_administrator_of_a_ward_reads_the_channels_and_changes_nothing()
    {
        using var admin = await office.SignedInAs(OfficeRole.Administrator);
        var page = await admin.OpenAsync("/Admin/Notices/Channels");
        page.Words.ShouldContain("Chỉ quản trị của cơ quan cao nhất sửa được kênh gửi");
        var token = (await admin.OpenAsync("/Account")).One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        foreach (var handler in new[] { "Smtp", "Gateway", "Attempts", "Test" })
        {
            (await admin.PostAsync($"/Admin/Notices/Channels?handler={handler}", ("__RequestVerificationToken", token), ("Attempts", "3"))).Status.ShouldBe(HttpStatusCode.Forbidden, handler);
        }
    }

    [Fact]
    public async Task The_office_writes_its_own_words_sees_them_filled_and_goes_back()
    {
        using var admin = await office.SignedInAt(office.Province, OfficeRole.Administrator);
        const string Address = "/Admin/Notices/Template?ma=received&kenh=Sms";
        var page = await admin.OpenAsync(Address);
        page.One("#xem-truoc").TextContent.ShouldContain("UBND xã An Bình đã nhận hồ sơ H99.31-261120-0007");

        var wrong = await admin.SubmitAsync(page, "main form[method=post]", ("Body", "Hồ sơ {so_dinh_danh}"));
        wrong.Errors.ShouldHaveSingleItem().ShouldContain("Không có chỗ điền “so_dinh_danh”");
        var longer = await admin.SubmitAsync(page, "main form[method=post]", ("Body", new string('a', 330)));
        longer.Errors.ShouldHaveSingleItem().ShouldContain("dài 330 chữ");
        var preview = await admin.PostAsync(page.One("button[formaction]").GetAttribute("formaction")!, ("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!), ("Body", "Xin chào {ten}"));
        preview.One("#xem-truoc").TextContent.ShouldContain("Xin chào Đặng Hoàng Nguyên Thảo My");

        var saved = await admin.FollowAsync(await admin.SubmitAsync(page, "main form[method=post]", ("Body", "Xã đã nhận {ma_ho_so}.")));
        saved.Flash!.ShouldContain("Đã lưu lời báo");
        var code = await office.ReceiveFromAsync("Lý Thị Sáu", null, "0912345678");
        await office.DrainAsync();
        (await office.OneAsync(code, NoticeChannel.Sms)).Body.ShouldBe($"Xã đã nhận {code}.");

        await admin.FollowAsync(await admin.SubmitAsync(saved, "form[action*=Reset]"));
        (await office.WithDbAsync(db => db.NoticeWordings.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_template_opens_in_every_channel()
    {
        using var auditor = await office.SignedInAs(OfficeRole.Auditor);
        foreach (var template in NoticeTemplates.All)
        {
            foreach (var channel in template.Channels)
            {
                (await auditor.GetAsync($"/Admin/Notices/Template?ma={template.Key}&kenh={channel}")).Status.ShouldBe(HttpStatusCode.OK, template.Key);
            }
        }

        (await auditor.GetAsync("/Admin/Notices/Template?ma=received&kenh=InApp")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_name_reason_and_place_has_its_English_and_its_words()
    {
        var missing = NoticeTemplates.All.Select(t => t.Name).Concat(NoticePlaces.All.Select(p => p.Meaning)).Where(s => !English.Sentences.ContainsKey(s));
        missing.ShouldBeEmpty();
        Enum.GetValues<DeliveryReason>().Where(r => !DeliveryWords.Reasons.ContainsKey(r)).ShouldBeEmpty();
        Enum.GetValues<DeliveryState>().Where(s => !DeliveryWords.States.ContainsKey(s)).ShouldBeEmpty();
        Enum.GetValues<NoticeChannel>().Where(c => !DeliveryWords.Channels.ContainsKey(c)).ShouldBeEmpty();
        Enum.GetValues<SmtpSecurity>().Where(c => !DeliveryWords.Securities.ContainsKey(c)).ShouldBeEmpty();
    }
}

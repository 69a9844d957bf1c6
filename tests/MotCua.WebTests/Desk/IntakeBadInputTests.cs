using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Organization;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Desk;

/// <summary>Whatever arrives at the counter's form: a sentence that a clerk understands, and nothing typed is lost.</summary>
public sealed class IntakeBadInputTests(IntakeApp app) : IClassFixture<IntakeApp>
{
    private static readonly string Long = new('a', 5000);

    public static TheoryData<string, string, string, string> WrongBoxes => new()
    {
        { "Applicant.Name", "", "Applicant_Name", "Ghi họ, chữ đệm, tên của người nộp." },
        { "Applicant.Name", new string('ă', 301), "Applicant_Name", "Tên dài 301 chữ; nhiều nhất 300 chữ." },
        { "Applicant.Name", "Hưng\u202Egnưh", "Applicant_Name", "Tên có ký tự ẩn không in được. Xóa ô rồi gõ lại." },
        { "Applicant.IdNumber", "05109800123", "Applicant_IdNumber", "Số định danh phải đủ 12 chữ số, hiện có 11." },
        { "Applicant.IdNumber", "abc", "Applicant_IdNumber", "Số định danh chỉ có chữ số: ghi đủ 12 chữ số, hoặc để trống nếu không có." },
        { "Applicant.BornOn", "31/02/1990", "Applicant_BornOn", "Không có ngày “31/02/1990”." },
        { "Applicant.BornOn", "14/03/2098", "Applicant_BornOn", "Ngày sinh 14/03/2098 không thể đúng." },
        { "Applicant.Sex", "Khác", "Applicant_Sex", "Chọn nam hoặc nữ." },
        { "Applicant.Phone", "0912", "Applicant_Phone", "Số điện thoại có 10 chữ số, hiện có 4." },
        { "Applicant.Email", "hung@", "Applicant_Email", "Thư điện tử phải có dạng" },
        { "Applicant.Address", Long, "Applicant_Address", "Ô này dài quá 2.000 chữ. Viết gọn lại." },
        { "Request", Long, "Request", "Ô này dài quá 2.000 chữ. Viết gọn lại." },
        { "FeeDong", "mười lăm nghìn", "FeeDong", "Không hiểu số tiền “mười lăm nghìn”." },
        { "FeeDong", "99999999999999999999999", "FeeDong", "Không hiểu số tiền" },
        { "FeeDong", "-5", "FeeDong", "Không hiểu số tiền “-5”." },
        { "Sets", "100000", "Sets", "Ghi số từ 1 đến 99." },
        { "Papers[0].Originals", "1000", "Papers_0__Originals", "Ghi số từ 0 đến 999." },
        { "Papers[0].Verdict", "", "Papers_0__Verdict", "Giấy tờ 1 chưa xem. Chọn đạt, thiếu hoặc sai." },
        { "Papers[0].Verdict", "perfect", "Papers_0__Verdict", "Chọn một trong các mục có sẵn." },
        { "Channel", "teleport", "Channel", "Chọn một trong các mục có sẵn." },
        { "ReturnBy", "pigeon", "ReturnBy", "Chọn một trong các mục có sẵn." },
        { "PaidBy", "online_national", "PaidBy", "Chọn một trong các mục có sẵn." },
        { "Version", "00000000-0000-0000-0000-000000000001", "Q", "Chọn thủ tục trước." },
        { "Version", "không phải mã", "Q", "Chọn thủ tục trước." },
    };

    [Theory]
    [MemberData(nameof(WrongBoxes))]
    public async Task A_wrong_box_is_named_in_words_and_everything_typed_stays(string field, string value, string box, string words)
    {
        using var officer = await app.ReceptionistAsync();
        var ready = await officer.ReadyAsync(app);
        var before = await CountAsync();

        var page = await officer.PressAsync(ready, "Receive", (field, value), field == "Request" ? ("Sets", "1") : ("Request", "Việc riêng"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldStartWith("Lỗi:");
        page.Errors.ShouldHaveSingleItem().ShouldStartWith(words);
        page.One(".mc-errsum a").GetAttribute("href").ShouldBe("#" + box);
        page.Document.GetElementById(box).ShouldNotBeNull();
        page.Box("Request").ShouldBe(field == "Request" ? value : "Việc riêng");
        if (!field.StartsWith("Applicant.Name", StringComparison.Ordinal))
        {
            page.Box("Applicant_Name").ShouldBe("Bùi Đăng Hưng");
        }

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_name_of_two_hundred_letters_is_received_whole()
    {
        using var officer = await app.ReceptionistAsync();
        var name = string.Join(' ', Enumerable.Repeat("Nguyễn", 29));
        var code = (await officer.PressAsync(await officer.ReadyAsync(app), "Receive", ("Applicant.Name", name))).CodeOf();

        (await app.WithDbAsync(db => db.Dossiers.SingleAsync(d => d.Code == code))).Applicant.Name.ShouldBe(name);
    }

    [Fact]
    public async Task Hidden_characters_in_other_boxes_are_dropped()
    {
        using var officer = await app.ReceptionistAsync();
        var code = (await officer.PressAsync(await officer.ReadyAsync(app), "Receive", ("Request", "Vay vốn\u202E"), ("Applicant.Address", "Thôn\u0007 Đông"))).CodeOf();

        (await app.WithDbAsync(db => db.Dossiers.SingleAsync(d => d.Code == code))).Applicant.Address.ShouldBe("Thôn Đông");
    }

    [Fact]
    public async Task A_form_with_a_nul_which_no_browser_sends_is_refused_whole()
    {
        using var officer = await app.ReceptionistAsync();
        var before = await app.WithDbAsync(db => db.Dossiers.CountAsync());
        var answer = await officer.PressAsync(await officer.ReadyAsync(app), "Receive", ("Request", "Vay\0 vốn"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.WithDbAsync(db => db.Dossiers.CountAsync())).ShouldBe(before);
    }

    [Theory]
    [InlineData("051098001234||Bùi Đăng Hưng|1403", "Mã QR đọc thiếu: có 4 trong 7 phần. Quét lại thẻ, hoặc gõ tay.")]
    [InlineData("0510980012||Bùi Đăng Hưng|14031998|Nam|An Bình|20052021", "Số định danh trên thẻ phải đủ 12 chữ số, máy quét đọc được “0510980012”. Quét lại thẻ.")]
    [InlineData("051098001234||Bùi Đăng Hưng|31021998|Nam|An Bình|20052021", "Ngày sinh trên thẻ đọc được là “31021998”, không phải một ngày. Quét lại thẻ, hoặc gõ tay.")]
    public async Task A_scanner_line_cut_short_says_what_to_do_and_stays_in_its_box(string line, string words)
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.StartAsync(app.Marital, null), "Refresh", ("Scan", line), ("Request", "Vay vốn"));

        page.One("#Scan-error").TextContent.Trim().ShouldBe(words);
        (page.Box("Scan"), page.Box("Request"), page.Box("Applicant_Name")).ShouldBe((line, "Vay vốn", ""));
    }

    [Fact]
    public async Task A_scanned_line_without_end_is_refused()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.StartAsync(app.Marital, null), "Refresh", ("Scan", Long + "|"));
        page.One("#Scan-error").TextContent.ShouldContain("không phải mã của một thẻ");
    }

    [Fact]
    public async Task A_version_that_ended_yesterday_offers_the_one_in_force_and_keeps_what_was_typed()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.StartAsync(app.Ended), "Receive", ("Request", "Việc gấp"));

        page.Errors.ShouldHaveSingleItem().ShouldBe("Bản thủ tục “Thủ tục đã thay bản” hết hiệu lực ngày 19/11/2026. Chọn lại thủ tục để lấy bản đang dùng.");
        var offered = page.One("button.mc-hit[name=Choose]").GetAttribute("value")!;
        page = await officer.PressAsync(page, "Refresh", ("Choose", offered));
        (page.Box("Request"), page.Box("Applicant_Name")).ShouldBe(("Việc gấp", "Bùi Đăng Hưng"));
        var code = (await officer.PressAsync(page, "Receive")).CodeOf();

        (await app.WithDbAsync(db => db.Dossiers.SingleAsync(d => d.Code == code))).Limit.ShouldBe("2wd");
    }

    [Fact]
    public async Task A_thousand_invented_papers_are_not_read()
    {
        using var officer = await app.ReceptionistAsync();
        var many = Enumerable.Range(3, 1500).Select(i => ($"Papers[{i}].Verdict", "ok")).ToArray();
        var code = (await officer.PressAsync(await officer.ReadyAsync(app), "Receive", many)).CodeOf();

        (await app.WithDbAsync(db => db.Dossiers.SingleAsync(d => d.Code == code))).Papers.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_post_without_anything_asks_for_what_is_missing()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.PressAsync(await officer.GetAsync(Counter.Page), "Receive");
        page.Errors.ShouldBe(["Chọn thủ tục trước.", "Ghi họ, chữ đệm, tên của người nộp."], ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_the_log_in_has_expired()
    {
        var (id, name) = await app.NewOfficerAsync(app.Ward, OfficeRole.Receptionist);
        using var officer = app.NewVisitor();
        await officer.LogInAsync(name, DeskApp.Password);
        var page = await officer.PressAsync(await officer.ReadyAsync(app), "Refresh", ("Request", "Vay vốn ngân hàng"));

        officer.Cookies.GetCookies(Visitor.Host)["mc-officer"]!.Expired = true;
        var late = await officer.PressAsync(page, "Receive");
        late.Location!.ShouldStartWith("/Account/LogIn");
        var answer = await officer.FillAsync(late.Location!, ("UserName", name), ("Password", DeskApp.Password));
        var kept = await officer.FollowAsync(answer);
        kept.Words.ShouldContain("Nội dung đã gõ vẫn còn đây");
        var repeat = kept.Document.QuerySelectorAll("main form[method=post]").First(f => f.GetAttribute("action")!.StartsWith(Counter.Page, StringComparison.Ordinal));
        repeat.Id = "lai";
        var received = await officer.SubmitAsync(kept, "#lai");

        (await app.WithDbAsync(db => db.Dossiers.SingleAsync(d => d.Code == received.CodeOf()))).Applicant.Name.ShouldBe("Bùi Đăng Hưng");
        id.Value.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Only_a_receptionist_opens_the_page()
    {
        using var specialist = await app.SignedInAs(OfficeRole.Specialist);
        (await specialist.GetAsync(Counter.Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_draft_is_saved_found_opened_and_thrown_away_after_a_question_and_never_by_the_neighbour()
    {
        using var officer = await app.ReceptionistAsync();
        var page = await officer.StartAsync(app.Marital, "051098006666||Hồ Văn Dở|05051995|Nam|Thôn Đông|20052021");
        (await officer.PressAsync(page, "Save", ("Applicant.BornOn", "bữa trước"))).Errors.ShouldHaveSingleItem();
        var saved = await officer.FollowAsync(await officer.PressAsync(page, "Save"));
        var address = saved.One("main > .mc-note a").GetAttribute("href")!;
        (await officer.GetAsync(address)).Box("Applicant_Name").ShouldBe("Hồ Văn Dở");

        using var neighbour = await app.SignedInAt(app.OtherWard, OfficeRole.Receptionist);
        (await neighbour.FollowAsync(await neighbour.GetAsync(address))).Flash!.ShouldContain("không còn");
        var away = "/tiep-nhan/bo/" + address.Split('=')[1];
        (await neighbour.FollowAsync(await neighbour.GetAsync(away))).Flash!.ShouldContain("không còn");

        var asked = await officer.GetAsync(away);
        asked.Words.ShouldContain("Bỏ bản lưu tạm của Hồ Văn Dở?");
        (await officer.FollowAsync(await officer.SubmitAsync(asked, "main form[method=post]"))).Flash.ShouldBe("Đã bỏ bản lưu tạm của Hồ Văn Dở.");
        (await officer.FollowAsync(await officer.GetAsync(address))).Flash!.ShouldContain("không còn");
    }

    private Task<int> CountAsync() => app.WithDbAsync(db => db.Dossiers.CountAsync());
}

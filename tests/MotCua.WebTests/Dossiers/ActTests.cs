using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Web.Pages.Desk;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

/// <summary>The acts that change the clock, the money or the end of a dossier, through their forms, as in a browser without JavaScript.</summary>
public sealed class ActTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task Verification_shows_the_new_date_before_it_is_done_and_the_slip_is_an_adjustment()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        var page = $"/ho-so/{code}/viec/xac-minh";

        var empty = await bao.FillAsync(page);
        empty.Errors.ShouldBe(["Ghi rõ cần xác minh gì, để nơi kia trả lời được ngay", "Chọn cơ quan, hoặc ghi tên nơi cần hỏi."], ignoreOrder: true);
        var confirm = await bao.SubmitAsync(empty, "main form", ("Where", "Công an xã Hưng Lộc"), ("Words", "Nơi thường trú trước 2020"), ("LimitCount", "3"), ("Number", "45/CV-UBND"));
        confirm.Words.ShouldContain("Hẹn trả mới 03/12/2026 17:00, là điều chỉnh, không phải xin lỗi.");
        confirm.One("blockquote").TextContent.ShouldContain("tại Công an xã Hưng Lộc. Ngày hẹn trả kết quả điều chỉnh thành 03/12/2026 17:00");
        (await office.LoadAsync(code)).Dossier.Status.ShouldBe(DossierStatus.InProcess);

        var done = await bao.FollowAsync(await bao.SubmitAsync(confirm, "main form", ("Sure", "true")));

        done.Flash!.ShouldContain("Hẹn trả 03/12/2026, là điều chỉnh");
        done.Words.ShouldContain("Điều chỉnh hẹn trả 03/12");
        done.One("#chang-1").TextContent.ShouldContain("Công an xã Hưng Lộc");
        var (dossier, lines) = await office.LoadAsync(code);
        (dossier.Status, dossier.Limit).ShouldBe((DossierStatus.Verifying, "8wd"));
        ((VerificationFacts)lines[^1].ReadFacts()).Document.ShouldBe("45/CV-UBND");
        var slip = (await bao.OpenAsync($"/ho-so/{code}/giay/receipt")).One("article").TextContent;
        slip.ShouldContain("Điều chỉnh ngày hẹn trả (lần 1): ");
        slip.ShouldContain("phải xác minh “Nơi thường trú trước 2020”");
        slip.ShouldContain("03/12/2026");
    }

    [Fact]
    public async Task A_place_is_found_without_marks_and_a_part_of_a_name_asks_to_choose()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        var page = $"/ho-so/{code}/viec/chuyen-lien-thong";

        var found = await bao.FillAsync(page, ("Where", "dang ky dat dai"), ("Find", "true"));
        found.Errors.ShouldBeEmpty();
        found.One("input[name=Agency]").GetAttribute("value").ShouldBe(office.Registry.Value.ToString());
        (await bao.FillAsync(page, ("Where", "dat dai"), ("Words", "Trích lục"))).Errors.ShouldBe(["Chọn một cơ quan trong danh sách dưới đây"]);
        (await bao.FillAsync(page, ("Where", "Kho bạc Sao Hỏa"), ("Words", "Trích lục"))).Errors.ShouldHaveSingleItem().ShouldContain("Không thấy cơ quan “Kho bạc Sao Hỏa”");
        (await bao.FillAsync(page, ("Where", "thue co so 5"), ("Words", "Tính thuế"), ("LimitCount", "vài"))).Errors.ShouldBe(["Ghi số ngày hoặc giờ bằng chữ số, từ 1 đến 9999"]);

        (await bao.FollowAsync(await bao.FillAsync(page, ("Where", "thue co so 5"), ("Words", "Tính thuế"), ("LimitCount", "5")))).Flash!.ShouldContain("Đã chuyển liên thông chặng 1");
        (await office.LoadAsync(code)).Dossier.OpenLegAgencies.ShouldBe([office.Tax.Value]);
    }

    [Fact]
    public async Task The_rows_of_the_place_box_come_alone_to_a_page_that_stands_already()
    {
        using var bao = await office.LoggedInAsync(office.Bao);

        (await bao.OpenAsync("/co-quan/tim?Where=binh+minh")).Words.ShouldContain("UBND xã Bình Minh");
        (await bao.OpenAsync("/co-quan/tim?Where=sao+hoa&ngoai=true")).Words.ShouldContain("sẽ ghi đúng như đã gõ");
        (await office.NewVisitor().GetAsync("/co-quan/tim?Where=binh")).Location!.ShouldStartWith("/Account/LogIn");
    }

    [Fact]
    public async Task Money_that_must_be_paid_stops_the_clock_until_the_receipt_shows_it()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        var form = await bao.FillAsync($"/ho-so/{code}/viec/yeu-cau-nop-tien", ("Amount", "một triệu"));
        form.Errors.Count.ShouldBe(3);
        form.Words.ShouldContain("Không hiểu số tiền “một triệu”");
        var confirm = await bao.SubmitAsync(form, "main form", ("Amount", "1.250.000"), ("Number", "77/TB-CCT"), ("Words", "Lệ phí trước bạ, nộp tại Kho bạc"));
        confirm.One("blockquote").TextContent.ShouldContain("cần nộp 1.250.000 đồng theo thông báo 77/TB-CCT");
        var waiting = await bao.FollowAsync(await bao.SubmitAsync(confirm, "main form", ("Sure", "true")));
        waiting.Words.ShouldContain("Chờ nộp tiền");
        waiting.One(".mc-actions .btn-primary").TextContent.ShouldContain("Tính tiếp thời hạn");

        // Long enough for the log-in to expire.
        office.Clock.Set("25/11/2026 09:42");
        await bao.LogInAsync(office.Bao.UserName, DeskApp.Password);
        (await bao.FillAsync($"/ho-so/{code}/viec/tinh-tiep")).Errors.ShouldBe(["Ghi căn cứ cho thấy lý do tạm dừng đã hết"]);
        var resume = await bao.FillAsync($"/ho-so/{code}/viec/tinh-tiep", ("Words", "Biên lai 0004512 ngày 25/11/2026"));
        resume.Words.ShouldContain("Hẹn trả mới là 02/12/2026 17:00");
        (await bao.FollowAsync(await bao.SubmitAsync(resume, "main form", ("Sure", "true")))).Words.ShouldContain("Biên lai 0004512");

        using var hanh = await office.LoggedInAsync(office.Hanh);
        (await hanh.FollowAsync(await hanh.FillAsync($"/ho-so/{code}/viec/thu-tien", ("Amount", "20000"), ("Method", "Transfer"), ("Number", "BL-9")))).Words.ShouldContain("Thu 20.000 đồng, chuyển khoản, BL-9");
        (await office.LoadAsync(code)).Lines.Select(l => l.Kind).ShouldBe(
            [EventKind.Received, EventKind.Paid, EventKind.Taken, EventKind.Paused, EventKind.Resumed, EventKind.Paid]);
    }

    [Fact]
    public async Task A_stop_by_law_is_the_leaders_and_the_proposer_takes_it_back()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        var page = $"/ho-so/{code}/viec/tam-dung";
        (string, string)[] typed = [("Number", "12/QĐ-TA"), ("Words", "Đang có tranh chấp tại tòa án"), ("Sure", "true")];

        (await bao.FillAsync(page, ("Number", " "), ("Words", "x"))).Errors.ShouldHaveSingleItem().ShouldContain("không có văn bản thì không được tạm dừng");
        var sent = await bao.FollowAsync(await bao.FillAsync(page, typed));
        sent.Flash!.ShouldContain("Đã gửi lãnh đạo duyệt");
        sent.One("[data-proposal]").TextContent.ShouldContain("Chờ lãnh đạo duyệt: Tạm dừng theo luật");
        (await office.LoadAsync(code)).Dossier.StoppedAt.ShouldBeNull();
        (await bao.FillAsync(page, typed)).Errors.ShouldHaveSingleItem().ShouldContain("đã có đề nghị tạm dừng chờ lãnh đạo");

        using var tu = await office.LoggedInAsync(office.Tu);
        (await tu.OpenAsync($"/ho-so/{code}")).Document.QuerySelectorAll("[data-proposal] form").ShouldBeEmpty();
        var back = await bao.FollowAsync(await bao.SubmitAsync(sent, "[data-proposal] form"));
        back.Flash.ShouldBe("Đã rút lại đề nghị");
        back.Document.QuerySelectorAll("[data-proposal]").ShouldBeEmpty();
        using var vinh = await office.SignedInAs(OfficeRole.Signer, OfficeRole.Specialist);
        (await vinh.FollowAsync(await vinh.FillAsync(page, typed))).Words.ShouldContain("Tạm dừng: Đang có tranh chấp tại tòa án");
    }

    [Fact]
    public async Task A_second_request_for_papers_and_a_stop_wait_for_the_leader()
    {
        var code = await TakenAsync();
        await office.ActAsync<AskForSupplement>(office.Bao, c => c.RunAsync(new(code, null, "Thiếu bản án"), default));
        await office.ActAsync<ReceiveSupplement>(office.Hanh, c => c.RunAsync(new(code, null), default));
        using var bao = await office.LoggedInAsync(office.Bao);

        var confirm = await bao.FillAsync($"/ho-so/{code}/viec/yeu-cau-bo-sung", ("Words", "Thiếu cam đoan"));
        confirm.Words.ShouldContain("bổ sung lần 2?");
        confirm.Words.ShouldContain("Việc này phải được lãnh đạo đồng ý");
        (await bao.FollowAsync(await bao.SubmitAsync(confirm, "main form", ("Sure", "true")))).Words.ShouldContain("Chờ lãnh đạo duyệt: Yêu cầu bổ sung");
        (await bao.FollowAsync(await bao.FillAsync($"/ho-so/{code}/viec/dung", ("Words", "Không bổ sung"), ("Sure", "true")))).Words.ShouldContain("Chờ lãnh đạo duyệt: Dừng giải quyết");
        (await office.LoadAsync(code)).Dossier.SupplementRequests.ShouldBe(1);

        var proposals = await office.WithDbAsync(db => db.Proposals.Where(p => p.Order.Code == code || p.ProposedBy == office.Bao.Id).OrderBy(p => p.ProposedAt).ToListAsync());
        var second = proposals.FindLast(p => p.Kind is EventKind.SupplementRequested)!;
        (await office.AsAsync(office.Vinh, s => ((DecideProposal)s.GetService(typeof(DecideProposal))!).RunAsync(new(second.Id, true), default))).Succeeded.ShouldBeTrue();
        var page = await bao.OpenAsync($"/ho-so/{code}");
        page.Words.ShouldContain("Phiếu yêu cầu bổ sung lần 2");
        page.Words.ShouldMatch("Phan Quốc . \\d+ đồng ý");
        (await bao.OpenAsync($"/ho-so/{code}/giay/supplement?lan=1")).One("article").TextContent.ShouldContain("Thiếu bản án");
        (await bao.OpenAsync($"/ho-so/{code}/giay/supplement?lan=2")).One("article").TextContent.ShouldContain("Thiếu cam đoan");
        (await bao.GetAsync($"/ho-so/{code}/giay/supplement?lan=3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_apology_is_drafted_with_the_clocks_date_and_signed_by_the_leader_once()
    {
        var code = await TakenAsync();
        using var bao = await office.LoggedInAsync(office.Bao);
        var page = $"/ho-so/{code}/viec/xin-loi";

        var form = await bao.OpenAsync(page);
        form.One("#NewDue").GetAttribute("value").ShouldBe("01/12/2026");
        (await bao.SubmitAsync(form, "main form")).Errors.Count.ShouldBe(2);
        (await bao.SubmitAsync(form, "main form", ("Cause", "OtherAgencyLate"), ("Words", "Chờ trích lục"), ("NewDue", "30/11/2026"), ("Sure", "true"))).Errors.ShouldHaveSingleItem().ShouldContain("phải sau hạn 30/11/2026");
        await bao.FollowAsync(await bao.SubmitAsync(form, "main form", ("Cause", "OtherAgencyLate"), ("Words", "Chờ trích lục"), ("Sure", "true")));
        var draft = (await bao.OpenAsync($"/ho-so/{code}/giay/apology")).One("article").TextContent;
        draft.ShouldContain("DỰ THẢO, chưa ký");
        draft.ShouldContain("Cơ quan phối hợp chậm: Chờ trích lục.");

        using var vinh = await office.LoggedInAsync(office.Vinh);
        var signed = await vinh.FollowAsync(await vinh.FillAsync(page, ("Cause", "OtherAgencyLate"), ("Words", "Chờ trích lục"), ("NewDue", "02/12/2026"), ("Sure", "true")));
        signed.Flash!.ShouldContain("Đã xin lỗi và hẹn lại 02/12/2026");
        signed.Words.ShouldContain("Đã hẹn lại 02/12");
        var letter = (await bao.OpenAsync($"/ho-so/{code}/giay/apology")).One("article").TextContent;
        letter.ShouldMatch(@"Số: \d\d+/PXL");
        letter.ShouldNotContain("DỰ THẢO");
        letter.ShouldContain("02/12/2026");
        (await vinh.OpenAsync(page)).Flash!.ShouldContain("không còn việc");
    }

    [Fact]
    public async Task A_refusal_on_merit_says_why_and_the_leaders_paper_prints_it()
    {
        var code = await TakenAsync();
        await office.ActAsync<SendForSignature>(office.Bao, c => c.RunAsync(new(code, null, office.Vinh.Id), default));
        await office.ActAsync<SignDossier>(office.Vinh, c => c.RunAsync(new(code, null), default));
        using var hoa = await office.LoggedInAsync(office.Hoa);
        var page = $"/ho-so/{code}/viec/co-ket-qua";

        (await hoa.FillAsync(page, ("Outcome", "Denied"))).Errors.ShouldBe(["Ghi lý do không đủ điều kiện; phiếu từ chối in nguyên văn"]);
        var done = await hoa.FollowAsync(await hoa.FillAsync(page, ("Outcome", "Denied"), ("Number", "31/TB-UBND"), ("Words", "Không có giấy tờ gốc để đối chiếu"), ("Sure", "true")));

        done.Words.ShouldContain("Kết luận không đủ điều kiện, số 31/TB-UBND: Không có giấy tờ gốc để đối chiếu");
        var paper = (await hoa.OpenAsync($"/ho-so/{code}/giay/refusal")).One("article").TextContent;
        paper.ShouldContain("Không có giấy tờ gốc để đối chiếu");
        paper.ShouldContain("Số: 31/TB-UBND");
        paper.ShouldNotContain("NGƯỜI TIẾP NHẬN HỒ SƠ");
    }

    [Fact]
    public async Task A_wrong_result_is_put_right_by_a_linked_dossier_and_the_old_one_stays_closed()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReadyAsync();
        await office.ActAsync<ReturnResult>(office.Hanh, c => c.RunAsync(new(code, null), default));
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var closed = await hanh.OpenAsync($"/ho-so/{code}");
        closed.Document.QuerySelectorAll(".mc-actions").ShouldBeEmpty();
        closed.One("a[href$='/viec/sua-ket-qua']").TextContent.ShouldBe("Mở hồ sơ sửa kết quả");
        var confirm = await hanh.FillAsync($"/ho-so/{code}/viec/sua-ket-qua", ("Words", "Sai chữ đệm: ghi Mai, đúng là My"));
        confirm.One("blockquote").TextContent.ShouldContain("Nội dung cần sửa: Sai chữ đệm");
        var done = await hanh.FollowAsync(await hanh.SubmitAsync(confirm, "main form", ("Sure", "true")));

        var opened = await office.WithDbAsync(db => db.Dossiers.Where(d => d.CorrectionOf == code).Select(d => d.Code).SingleAsync());
        done.Flash!.ShouldContain(opened);
        done.Words.ShouldContain("Kết quả được sửa bằng hồ sơ");
        (await hanh.OpenAsync($"/ho-so/{opened}")).One($".mc-head a[href='/ho-so/{code}']").TextContent.ShouldBe(code);
        (await office.LoadAsync(code)).Dossier.Status.ShouldBe(DossierStatus.Returned);
        (await hanh.FillAsync($"/ho-so/{code}/viec/sua-ket-qua", ("Words", "Lại sai"), ("Sure", "true"))).Errors.ShouldHaveSingleItem().ShouldContain($"đang được sửa kết quả bằng hồ sơ {opened}");
    }

    [Fact]
    public async Task A_late_result_says_in_the_list_that_nobody_apologised_and_asks_why_at_the_hand_over()
    {
        var code = await TakenAsync("Người Chờ Lâu");
        await office.ActAsync<SendForSignature>(office.Bao, c => c.RunAsync(new(code, null, office.Vinh.Id), default));
        await office.ActAsync<SignDossier>(office.Vinh, c => c.RunAsync(new(code, null), default));
        office.Clock.Set("02/12/2026 09:00");
        await office.ActAsync<MarkResultReady>(office.Hoa, c => c.RunAsync(new(code, null, Outcome.Granted), default));
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var row = (await hanh.OpenAsync("/tra-ket-qua")).Document.QuerySelectorAll("tr[data-row]").Single(r => r.TextContent.Contains("Người Chờ Lâu"));
        row.TextContent.ShouldContain("Chưa xin lỗi");
        var silent = await hanh.FillAsync($"/ho-so/{code}/viec/tra-ket-qua", ("Sure", "true"));
        silent.Errors.ShouldHaveSingleItem().ShouldContain("trễ hạn mà chưa có phiếu xin lỗi");
        await hanh.FollowAsync(await hanh.SubmitAsync(silent, "main form", ("Words", "Đã xin lỗi trực tiếp"), ("Sure", "true")));

        ((ReturnFacts)(await office.LoadAsync(code)).Lines[^1].ReadFacts()).NoApologyReason.ShouldBe("Đã xin lỗi trực tiếp");
    }

    [Theory]
    [InlineData("1.500.000", 1_500_000L)]
    [InlineData("15000 đồng", 15_000L)]
    [InlineData("15 000đ", 15_000L)]
    [InlineData("-5", null)]
    [InlineData("1,5 triệu", null)]
    [InlineData("", null)]
    public void An_amount_is_read_as_people_write_it(string typed, long? dong) => new ActTyped { Amount = typed }.Dong.ShouldBe(dong);

    [Fact]
    public void Every_act_has_its_own_address_and_every_box_its_partial()
    {
        DossierActs.All.Select(a => a.Slug).Distinct().Count().ShouldBe(DossierActs.All.Count);
        DossierActs.All.Where(a => a.Key.Length > 0).Select(a => a.Key).Distinct().Count().ShouldBe(DossierActs.All.Count(a => a.Key.Length > 0));
        DossierActs.All.Select(a => a.Icon).Concat(DossierHistory.Icons.Values).Where(i => !MotCua.Web.Shell.IconSprite.Names.Contains(i)).ShouldBeEmpty();
        var folder = TestKit.Repository.File("src", "MotCua.Web", "Pages", "Desk");
        DossierActs.All.SelectMany(ActParts.Of).Distinct().Where(p => !File.Exists(Path.Combine(folder, p + ".cshtml"))).ShouldBeEmpty();
    }

    private async Task<string> TakenAsync(string name = DossierOffice.Applicant)
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync(name);
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        return code;
    }
}

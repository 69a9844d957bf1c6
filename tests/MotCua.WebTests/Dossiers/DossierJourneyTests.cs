using MotCua.Dossiers;
using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Dossiers;

/// <summary>A dossier from counter to hand-over by plain HTTP, as in a browser without JavaScript.</summary>
public sealed class DossierJourneyTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    [Fact]
    public async Task From_intake_over_signature_to_hand_over_each_act_leads_to_the_next()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        var page = $"/ho-so/{code}";

        using var bao = await office.LoggedInAsync(office.Bao);
        var open = await bao.OpenAsync(page);
        open.One("h1").TextContent.ShouldBe("Đăng ký lại khai sinh");
        open.Words.ShouldContain(DossierOffice.Applicant);
        open.Words.ShouldContain("Nguyên vẹn");
        open.Words.ShouldContain("bước 1 trên 4");
        open.One(".mc-actions .btn-primary").TextContent.ShouldContain("Nhận việc");

        var taken = await bao.FollowAsync(await bao.SubmitAsync(open, form: ".mc-actions form"));
        taken.Flash!.ShouldContain("Đã nhận việc");
        taken.Words.ShouldContain("bước 2 trên 4");
        taken.One(".mc-actions .btn-primary").TextContent.ShouldContain("Trình ký");

        var sent = await bao.FollowAsync(await bao.FillAsync($"{page}/viec/trinh-ky", ("Officer", office.Vinh.Id.Value.ToString())));
        sent.Flash!.ShouldContain("Đã trình hồ sơ");
        sent.Words.ShouldContain("bước 3 trên 4");
        sent.Document.QuerySelectorAll(".mc-actions .btn-primary").ShouldBeEmpty();

        using var vinh = await office.LoggedInAsync(office.Vinh);
        (await vinh.OpenAsync(page)).One(".mc-actions .btn-primary").TextContent.ShouldContain("Ký");
        (await vinh.FollowAsync(await vinh.FillAsync($"{page}/viec/ky"))).Flash!.ShouldContain("Đã ký");

        using var hoa = await office.LoggedInAsync(office.Hoa);
        var confirm = await hoa.FillAsync($"{page}/viec/co-ket-qua", ("Outcome", "Granted"), ("Number", "12/GKS"));
        confirm.Words.ShouldContain($"Hồ sơ {code} đã có kết quả. Mời ông/bà {DossierOffice.Applicant} đến nhận.");
        (await hoa.FollowAsync(await hoa.SubmitAsync(confirm, "main form", ("Sure", "true")))).Flash!.ShouldContain("đã có kết quả");

        using var hanh = await office.LoggedInAsync(office.Hanh);
        var scanned = await hanh.OpenAsync($"/tra-ket-qua?ma=https://dichvucong.hoagiang.example/tra-cuu/{code}");
        scanned.One("main button[autofocus]").TextContent.ShouldContain("Trả kết quả cho " + DossierOffice.Applicant);
        var back = await hanh.FollowAsync(await hanh.SubmitAsync(scanned, "main form[method=post]"));
        back.Path.ShouldBe("/tra-ket-qua");
        back.Flash!.ShouldContain("Đã trả kết quả");
        back.One("#ma").HasAttribute("autofocus").ShouldBeTrue();

        var (dossier, lines) = await office.LoadAsync(code);
        dossier.Status.ShouldBe(DossierStatus.Returned);
        lines.Select(l => l.Kind).ShouldBe([EventKind.Received, EventKind.Paid, EventKind.Taken, EventKind.SentForSignature, EventKind.Signed, EventKind.ResultReady, EventKind.Returned]);
        var closed = await hanh.OpenAsync(page);
        closed.Document.QuerySelectorAll(".mc-actions").ShouldBeEmpty();
        closed.Words.ShouldContain("Trả kết quả tại quầy");
    }

    [Fact]
    public async Task A_request_to_complete_stops_the_clock_and_its_answer_starts_it_anew()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        using var bao = await office.LoggedInAsync(office.Bao);

        var checkedPage = await bao.FollowAsync(await bao.SubmitAsync(
            await bao.OpenAsync($"/ho-so/{code}"), "form[action*=Papers]", ("Papers[1].Verdict", "Wrong"), ("Papers[1].Reason", "Thiếu chữ ký ở trang 2")));
        checkedPage.Words.ShouldContain("Giấy tờ 2 sai");
        checkedPage.One(".mc-actions .btn-primary").TextContent.ShouldContain("Yêu cầu bổ sung");

        var form = await bao.OpenAsync($"/ho-so/{code}/viec/yeu-cau-bo-sung");
        form.One("#Words").TextContent.ShouldContain("Thiếu chữ ký ở trang 2");
        var confirm = await bao.SubmitAsync(form, "main form");
        confirm.One("blockquote").TextContent.ShouldContain("Bản cam đoan: Thiếu chữ ký ở trang 2");
        var changing = await bao.SubmitAsync(confirm, "main form", ("Edit", "true"));
        changing.One("#Words").TextContent.ShouldContain("Thiếu chữ ký ở trang 2");
        (await bao.FollowAsync(await bao.SubmitAsync(confirm, "main form", ("Sure", "true")))).Words.ShouldContain("Chờ bổ sung");

        office.Clock.Set("25/11/2026 14:00");
        using var hanh = await office.LoggedInAsync(office.Hanh);
        var answer = await hanh.OpenAsync($"/ho-so/{code}/viec/nhan-bo-sung");
        answer.Words.ShouldContain("02/12/2026 17:00");
        var supplemented = await hanh.FollowAsync(await hanh.SubmitAsync(answer, "main form", ("Sure", "true")));
        supplemented.Words.ShouldContain("Nhận giấy tờ bổ sung, thời hạn tính lại từ đầu, hẹn trả 02/12/2026 17:00");
        supplemented.One(".mc-ruler").TextContent.ShouldContain("tạm dừng, không tính");
    }

    [Fact]
    public async Task A_signer_sends_back_with_a_remark_and_the_presenter_has_it_again()
    {
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        await office.ActAsync<SendForSignature>(office.Bao, c => c.RunAsync(new(code, null, office.Vinh.Id), default));
        using var vinh = await office.LoggedInAsync(office.Vinh);

        (await vinh.FillAsync($"/ho-so/{code}/viec/tra-lai", ("Words", " "))).Errors.ShouldHaveSingleItem().ShouldContain("Ghi cần sửa gì");
        (await vinh.FollowAsync(await vinh.FillAsync($"/ho-so/{code}/viec/tra-lai", ("Words", "Sửa lại họ tên theo thẻ căn cước")))).Flash!.ShouldContain("Đã trả lại");

        var (dossier, _) = await office.LoadAsync(code);
        (dossier.Status, dossier.HolderId, dossier.Step).ShouldBe((DossierStatus.InProcess, office.Bao.Id, 2));
    }

    [Fact]
    public async Task What_is_not_ready_is_said_in_words_for_the_citizen()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        await office.ActAsync<TakeDossier>(office.Bao, c => c.RunAsync(new(code, null), default));
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var page = await hanh.OpenAsync($"/tra-ket-qua?ma={code}");

        page.Words.ShouldContain("Chưa trả được. Nói với người dân:");
        page.Words.ShouldContain("Hẹn trả trước 17:00, thứ Hai 30/11/2026.");
        page.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_result_without_apology_asks_what_was_said()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        await office.SignedAsync(code);
        office.Clock.Set("01/12/2026 09:00");
        await office.ActAsync<MarkResultReady>(office.Hoa, c => c.RunAsync(new(code, null, Outcome.Granted), default));
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var scanned = await hanh.OpenAsync($"/tra-ket-qua?ma={DossierCode.Short(code)}");
        var silent = await hanh.SubmitAsync(scanned, "main form[method=post]");
        silent.Location.ShouldBeNull(scanned.Words);
        silent.Errors.ShouldHaveSingleItem().ShouldContain("chưa có văn bản xin lỗi");
        await hanh.FollowAsync(await hanh.SubmitAsync(silent, "main form[method=post]", ("Note", "Đã xin lỗi, do chờ xác minh")));

        (await office.LoadAsync(code)).Lines[^1].Note.ShouldBe("Đã xin lỗi, do chờ xác minh");
    }

    [Fact]
    public async Task Who_is_assigned_holds_it_and_the_reason_is_in_the_history()
    {
        var code = await office.ReceiveAsync();
        using var vinh = await office.LoggedInAsync(office.Vinh);

        var page = await vinh.FollowAsync(await vinh.FillAsync($"/ho-so/{code}/viec/phan-cong", ("Officer", office.Tu.Id.Value.ToString()), ("Words", "Anh Bảo nghỉ ốm")));

        page.Flash!.ShouldContain("Đã phân công");
        page.Words.ShouldContain("Anh Bảo nghỉ ốm");
        (await office.LoadAsync(code)).Dossier.HolderId.ShouldBe(office.Tu.Id);
    }

    [Fact]
    public async Task The_days_of_the_deadline_are_told_one_by_one()
    {
        office.Clock.Set("20/11/2026 09:42");
        var code = await office.ReceiveAsync();
        using var bao = await office.LoggedInAsync(office.Bao);

        var days = (await bao.OpenAsync($"/ho-so/{code}")).Document.QuerySelectorAll("details table tbody tr");

        days.Length.ShouldBe(11);
        days[0].TextContent.ShouldContain("Ngày tiếp nhận, không tính");
        days[^1].TextContent.ShouldContain(Vietnamese.Date(new DateOnly(2026, 11, 30)));
    }
}

using System.Net;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Procedures;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Public;

/// <summary>What a citizen reads who knows the code, in every state that a dossier can be in; and that it is never more than that.</summary>
public sealed class TrackTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    public static TheoryData<string, string, string[]> States => new()
    {
        { "received", "Hẹn trả kết quả trước 17:00, thứ Hai 16/11/2026", ["Đã nhận hồ sơ", "Còn 2 ngày làm việc sau hôm nay.", "Anh/chị chưa phải làm gì thêm."] },
        { "in-process", "Hẹn trả kết quả trước 17:00, thứ Hai 16/11/2026", ["Đang xử lý", "Đang thẩm định", "Lãnh đạo ký", "Trả kết quả"] },
        { "due-today", "Hẹn trả kết quả trước 17:00, thứ Năm 12/11/2026", ["Hôm nay là ngày hẹn."] },
        { "for-signature", "Hẹn trả kết quả trước 17:00, thứ Hai 16/11/2026", ["Chờ lãnh đạo ký"] },
        { "signed", "Hẹn trả kết quả trước 17:00, thứ Hai 16/11/2026", ["Lãnh đạo đã ký"] },
        { "waiting-restart", "Chờ anh/chị nộp thêm giấy tờ", ["Xã chờ anh/chị nộp thêm 1 giấy tờ.", "Nộp xong, thời hạn tính lại từ đầu: 5 ngày làm việc.", "Xem giấy tờ cần nộp thêm"] },
        { "waiting-resume", "Chờ anh/chị nộp thêm giấy tờ", ["Nộp xong, thời hạn tính tiếp phần còn lại."] },
        { "supplemented", "Hẹn trả kết quả trước 17:00, thứ Tư 18/11/2026", ["Sau khi nhận đủ giấy tờ ngày 11/11, thời hạn 5 ngày làm việc được tính lại từ đầu.", "Đề nghị anh/chị nộp thêm giấy tờ"] },
        { "payment", "Chờ anh/chị nộp tiền", ["Nộp xong, thời hạn tính tiếp phần còn lại."] },
        { "verifying", "Thời hạn đang tạm dừng, chưa tính", ["Đang xử lý: hỏi nơi khác", "chờ nơi khác trả lời xác minh"] },
        { "elsewhere", "Thời hạn đang tạm dừng, chưa tính", ["Đang ở cơ quan khác: UBND tỉnh Hòa Giang", "Chuyển đến UBND tỉnh Hòa Giang"] },
        { "suspended", "Thời hạn đang tạm dừng, chưa tính", ["theo quy định của pháp luật"] },
        { "late", "Hẹn trả kết quả trước 17:00, thứ Ba 10/11/2026", ["Xã đã trễ hẹn 2 ngày làm việc và chưa có văn bản xin lỗi."] },
        { "late-apologised", "Hẹn lại: trước 17:00, thứ Sáu 13/11/2026", ["Xã xin lỗi vì trễ hẹn 2 ngày làm việc. Lý do: Chờ tỉnh trả lời.", "Đã xin lỗi và hẹn lại ngày 13/11."] },
        { "apologised-ahead", "Hẹn lại: trước 17:00, thứ Sáu 20/11/2026", ["Xã xin lỗi vì phải hẹn lại. Lý do: Chờ tỉnh trả lời."] },
        { "early", "Có kết quả, mời anh/chị đến nhận", ["Xong sớm 3 ngày làm việc so với hẹn.", "Mang theo giấy hẹn và giấy tờ tùy thân."] },
        { "by-post", "Có kết quả, mời anh/chị đến nhận", ["Kết quả được gửi qua bưu chính đến địa chỉ anh/chị đã ghi."] },
        { "done-late", "Có kết quả, mời anh/chị đến nhận", ["Xã xong trễ hẹn 1 ngày làm việc."] },
        { "denied", "Hồ sơ không giải quyết được, có văn bản trả lời", ["Xem chi tiết và lý do"] },
        { "stopped", "Dừng giải quyết hồ sơ", ["Thông báo dừng giải quyết nêu rõ lý do."] },
        { "withdrawn", "Anh/chị đã rút hồ sơ ngày 11/11/2026", ["nộp lại lúc nào cũng được"] },
        { "returned", "Đã trả kết quả ngày 12/11/2026", ["Xong sớm"] },
        { "refused", "Hồ sơ không được tiếp nhận", ["Phiếu từ chối nêu rõ lý do."] },
        { "no-limit", "Hồ sơ đang được giải quyết", ["Thủ tục này không hẹn ngày trả kết quả."] },
        { "hours", "Hẹn trả kết quả trước 08:30, thứ Sáu 13/11/2026", ["Còn 1 ngày làm việc sau hôm nay."] },
        { "long", "Hẹn trả kết quả trước 17:00, thứ Tư 03/02/2027", ["Thời hạn 60 ngày làm việc."] },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task Each_state_says_what_waits_for_whom_and_nothing_personal(string state, string headline, string[] sentences)
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync(state)).WrittenAsync();
        using var citizen = office.NewVisitor();

        var page = await citizen.GetAsync($"/tra-cuu/{code}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One(".mc-note .fs-2").TextContent.ShouldBe(headline);
        page.Words.ShouldContain("Đ. H. N. T. My");
        page.Words.ShouldContain(code);
        foreach (var sentence in sentences)
        {
            page.Words.ShouldContain(sentence);
        }

        ShouldHoldNothingPersonal(page);
        page.Document.QuerySelectorAll(".mc-tl [aria-current]").Length.ShouldBe(state is "early" or "by-post" or "done-late" or "denied" or "stopped" or "withdrawn" or "returned" or "refused" ? 0 : 1);
        ShouldHoldNothingPersonal(await citizen.GetAsync("/xin-loi"));
    }

    [Fact]
    public async Task The_second_fact_opens_what_is_missing_in_this_browser_only_and_is_written_down()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync("waiting-restart")).WrittenAsync();
        using var citizen = office.NewVisitor();

        var opened = await citizen.FollowAsync(await citizen.FillAsync($"/tra-cuu/{code}/chi-tiet", ("Digits", TrackedLife.IdNumber[^4..])));
        opened.Words.ShouldContain($"Bản cam đoan: {TrackedLife.Secret}");
        opened.Words.ShouldContain("8.000 đồng");
        opened.Words.ShouldContain("Phan Quốc");
        opened.Words.ShouldNotContain(DossierOffice.Applicant);

        using var other = office.NewVisitor();
        ShouldHoldNothingPersonal(await other.GetAsync($"/tra-cuu/{code}"));
        var another = await (await LifeAsync("waiting-restart")).WrittenAsync();
        ShouldHoldNothingPersonal(await citizen.GetAsync($"/tra-cuu/{another}"));

        var closed = await citizen.FollowAsync(await citizen.SubmitAsync(opened, "#chi-tiet form"));
        ShouldHoldNothingPersonal(closed);
        var audited = await office.WithDbAsync(db => Task.FromResult(db.Audit.Count(a => a.Action == "tracking.opened" && a.Subject == code)));
        audited.ShouldBe(1);
    }

    [Fact]
    public async Task The_details_close_by_themselves_after_a_quarter_of_an_hour()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync("waiting-restart")).WrittenAsync();
        using var citizen = office.NewVisitor();
        (await citizen.FollowAsync(await citizen.FillAsync($"/tra-cuu/{code}/chi-tiet", ("Digits", TrackedLife.Phone[^4..])))).Words.ShouldContain(TrackedLife.Secret);

        office.Clock.Set("12/11/2026 10:16");
        (await citizen.GetAsync($"/tra-cuu/{code}")).Words.ShouldNotContain(TrackedLife.Secret);
    }

    [Fact]
    public async Task An_unknown_code_and_a_wrong_fact_are_answered_alike()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync("waiting-restart")).WrittenAsync();
        using var citizen = office.NewVisitor();

        var wrong = await citizen.FillAsync($"/tra-cuu/{code}/chi-tiet", ("Digits", "0000"));
        var unknown = await citizen.FillAsync("/tra-cuu/H99.31-261109-0001/chi-tiet", ("Digits", "0000"));

        wrong.Errors.ShouldHaveSingleItem().ShouldStartWith("Mã hồ sơ hoặc 4 số cuối chưa khớp.");
        unknown.Errors.ShouldBe(wrong.Errors);
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Words.Replace("H99.31-261109-0001", "", StringComparison.Ordinal).ShouldBe(wrong.Words.Replace(code, "", StringComparison.Ordinal));
        (await citizen.FillAsync("/tra-cuu/H99.31-261109-0001/chi-tiet", ("Digits", "12a4"))).Errors.ShouldBe(["Ghi đúng 4 chữ số"]);
    }

    [Fact]
    public async Task Guessing_the_second_fact_is_stopped_after_a_few_tries()
    {
        using var guesser = office.NewVisitor();
        const string Guessed = "/tra-cuu/H99.31-261109-0009/chi-tiet";
        for (var i = 0; i < MotCua.Web.Security.GuessLimits.TriesOfACode; i++)
        {
            (await guesser.FillAsync(Guessed, ("Digits", $"{i:0000}"))).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await guesser.FillAsync(Guessed, ("Digits", "0007"));
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Words.ShouldContain("Thử quá nhiều lần trong một lúc");
        (await guesser.FillAsync("/tra-cuu/h99.31-261109-0009/chi-tiet", ("Digits", "0008"))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await guesser.GetAsync("/tra-cuu")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_line_of_the_slips_QR_leads_to_the_page_typed_scanned_or_opened()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync("received")).WrittenAsync();
        using var citizen = office.NewVisitor();

        foreach (var typed in new[] { code, $" {code.ToLowerInvariant()} ", $"https://dichvucong.hoagiang.example/tra-cuu/{code}", $"https://x.example/tra-cuu/{code}?src=qr" })
        {
            (await citizen.GetAsync($"/tra-cuu?ma={Uri.EscapeDataString(typed)}")).Location.ShouldBe($"/tra-cuu/{code}", typed);
        }

        (await citizen.GetAsync($"/tra-cuu/{code.ToLowerInvariant()}")).Words.ShouldContain("Đã nhận hồ sơ");
    }

    [Theory]
    [InlineData("", "Ghi mã hồ sơ in trên giấy hẹn")]
    [InlineData("000003", "Tìm bằng mấy số cuối chỉ dành cho cán bộ")]
    [InlineData("261120-0003", "Tìm bằng mấy số cuối chỉ dành cho cán bộ")]
    [InlineData("Đặng Hoàng My", "Mã hồ sơ có dạng H99.31-261120-0003")]
    public async Task What_is_no_code_is_told_how_a_code_looks(string typed, string error)
    {
        using var citizen = office.NewVisitor();
        (await citizen.GetAsync($"/tra-cuu?ma={Uri.EscapeDataString(typed)}")).Errors.ShouldHaveSingleItem().ShouldContain(error);
    }

    [Theory]
    [InlineData("H99.31-261120-9999")]
    [InlineData("khong-phai-ma")]
    [InlineData("%3Cscript%3E")]
    public async Task An_unknown_code_gets_help_and_no_error_page(string code)
    {
        using var citizen = office.NewVisitor();
        var page = await citizen.GetAsync($"/tra-cuu/{code}");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Words.ShouldContain("Không thấy hồ sơ có mã này");
        page.Document.QuerySelector("main form input[name=ma]").ShouldNotBeNull();
    }

    [Fact]
    public async Task No_proxy_keeps_and_no_search_engine_lists_a_page_of_a_dossier()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync("received")).WrittenAsync();
        using var http = office.NewHttpClient();
        foreach (var path in new[] { "/tra-cuu", $"/tra-cuu/{code}", $"/tra-cuu/{code}/chi-tiet", "/tra-cuu/H99.31-261120-9998", "/xin-loi" })
        {
            using var answer = await http.GetAsync(path);
            answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow, noarchive"], path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task The_page_can_be_read_in_English()
    {
        office.Clock.Set("12/11/2026 10:00");
        var code = await (await LifeAsync("waiting-restart")).WrittenAsync();
        using var citizen = office.NewVisitor();
        await citizen.GetAsync("/ngon-ngu/en");
        var page = await citizen.GetAsync($"/tra-cuu/{code}");
        page.Words.ShouldContain("The commune waits for 1 paper(s) from you.");
        page.Words.ShouldNotContain("thời hạn", Case.Insensitive);
    }

    [Fact]
    public async Task An_officers_old_bookmark_still_searches()
    {
        using var bao = await office.LoggedInAsync(office.Bao);
        (await bao.GetAsync("/tra-cuu?q=nguyen")).Location.ShouldBe("/tim-ho-so?q=nguyen");
        using var citizen = office.NewVisitor();
        (await citizen.GetAsync("/tra-cuu?q=nguyen")).Words.ShouldNotContain("nguyen");
    }

    private static void ShouldHoldNothingPersonal(WebPage page)
    {
        var html = page.Document.DocumentElement.OuterHtml;
        foreach (var datum in TrackedLife.Personal)
        {
            html.ShouldNotContain(datum, Case.Insensitive, page.Path);
        }
    }

    private async Task<TrackedLife> LifeAsync(string state)
    {
        const string Cause = $"Chờ tỉnh trả lời.";
        async Task<TrackedLife> At(string time = "09/11/2026 08:10", string limit = "5wd", SupplementPolicy policy = SupplementPolicy.Restart) =>
            await new TrackedLife(office, limit, policy).ReceivedAsync(time);
        return state switch
        {
            "received" => await At(),
            "in-process" => (await At()).Taken("09/11/2026 09:00"),
            "due-today" => (await At(limit: "3wd")).Taken("09/11/2026 09:00"),
            "for-signature" => (await At()).Taken("09/11/2026 09:00").SentForSignature("11/11/2026 09:00"),
            "signed" => (await At()).Taken("09/11/2026 09:00").SentForSignature("11/11/2026 09:00").Signed("12/11/2026 08:00"),
            "waiting-restart" => (await At()).Taken("09/11/2026 09:00").AskedForSupplement("10/11/2026 09:00"),
            "waiting-resume" => (await At(policy: SupplementPolicy.Resume)).AskedForSupplement("10/11/2026 09:00"),
            "supplemented" => (await At()).AskedForSupplement("10/11/2026 09:00").Supplemented("11/11/2026 09:00"),
            "payment" => (await At()).Paused("10/11/2026 09:00", PauseReason.Financial),
            "verifying" => (await At()).Paused("10/11/2026 09:00", PauseReason.Verification),
            "elsewhere" => (await At()).Forwarded("10/11/2026 08:30").Paused("10/11/2026 09:00", PauseReason.OtherAgency),
            "suspended" => (await At()).Paused("10/11/2026 09:00", PauseReason.Legal),
            "late" => (await At(limit: "1wd")).Taken("09/11/2026 09:00"),
            "late-apologised" => (await At(limit: "1wd")).Apologised("10/11/2026 09:00", new DateOnly(2026, 11, 13), Cause),
            "apologised-ahead" => (await At()).Apologised("11/11/2026 09:00", new DateOnly(2026, 11, 20), Cause),
            "early" => (await At()).Ready("11/11/2026 09:00"),
            "by-post" => (await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10", returnBy: FilingChannel.Postal)).Ready("11/11/2026 09:00"),
            "done-late" => (await At(limit: "1wd")).Ready("11/11/2026 09:00"),
            "denied" => (await At()).Ready("11/11/2026 09:00", Outcome.Denied),
            "stopped" => (await At()).AskedForSupplement("10/11/2026 09:00").Stopped("11/11/2026 09:00"),
            "withdrawn" => (await At()).Withdrawn("11/11/2026 09:00"),
            "returned" => (await At()).Ready("11/11/2026 09:00").Returned("12/11/2026 08:00"),
            "refused" => await new TrackedLife(office).ReceivedAsync("09/11/2026 08:10", refused: true),
            "no-limit" => await At(limit: "none"),
            "hours" => await At("12/11/2026 08:00", "8h"),
            "long" => await At(limit: "60wd"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}

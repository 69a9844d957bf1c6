using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.WebTests.Dossiers;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Leader;

/// <summary>The slips that were taken back, against the ledger.</summary>
public sealed class SlipsTests(DossierOffice office) : IClassFixture<DossierOffice>
{
    private const string Page = "/phieu-thu-ve";

    [Fact]
    public async Task A_slip_whose_dossier_is_not_handed_over_is_listed_and_closed_at_its_true_time()
    {
        var code = await ReadyAsync("4001", "18/11/2026 10:00", "16/11/2026 08:00");
        using var hanh = await office.LoggedInAsync(office.Hanh);

        var scanned = await hanh.FollowAsync(await hanh.FillAsync(Page, ("Scanned", $"https://dichvucong.example/tra-cuu/{code}")));
        scanned.Flash!.ShouldContain("sổ chưa ghi trả kết quả");
        scanned.Codes().ShouldContain(DossierCode.Short(code));
        (await hanh.FollowAsync(await hanh.FillAsync(Page, ("Scanned", code)))).Flash!.ShouldContain("đã quét rồi");
        (await hanh.OpenAsync("/dieu-hanh/danh-sach/phieu-chua-dong")).Codes().ShouldContain(DossierCode.Short(code));

        var closed = await hanh.FollowAsync(await CloseAsync(hanh, code, ("Day", "19/11/2026"), ("Hour", "15:30"), ("Reason", "Mất điện")));

        closed.Flash!.ShouldContain("trao lúc 19/11/2026 15:30");
        closed.Codes().ShouldNotContain(DossierCode.Short(code));
        var (dossier, lines) = await office.LoadAsync(code);
        dossier.ReturnedAt.ShouldBe(LeaderDesk.At("19/11/2026 15:30").Instant);
        lines[^1].EnteredAt.ShouldBe(office.Clock.Now().Instant);
        lines[^1].ReadFacts().LateReason.ShouldBe("Mất điện");
        (await hanh.FollowAsync(await hanh.FillAsync(Page, ("Scanned", code)))).Flash!.ShouldContain("khớp sổ");
    }

    [Fact]
    public async Task A_late_dossier_without_apology_is_asked_why_and_a_bad_time_is_refused()
    {
        var code = await ReadyAsync("4101", "18/11/2026 10:00", "02/11/2026 08:00");
        using var hanh = await office.LoggedInAsync(office.Hanh);
        await hanh.FillAsync(Page, ("Scanned", code));

        (await CloseAsync(hanh, code, ("Day", "32/11/2026"), ("Hour", "8h"), ("Reason", "x"))).Errors.ShouldBe(["Ghi ngày và giờ đã trao, ví dụ 20/11/2026 và 15:30"]);
        (await CloseAsync(hanh, code, ("Day", "25/11/2026"), ("Hour", "08:00"), ("Reason", "x"))).Errors.ShouldBe(["Giờ xảy ra không thể ở sau bây giờ."]);
        (await CloseAsync(hanh, code, ("Day", "19/11/2026"), ("Hour", "08:00"), ("Reason", "Đông khách"))).Errors.Single().ShouldContain("trễ hạn mà chưa có phiếu xin lỗi");
        var done = await hanh.FollowAsync(await CloseAsync(hanh, code, ("Day", "19/11/2026"), ("Hour", "08:00"), ("Reason", "Đông khách"), ("Words", "Đã xin lỗi trực tiếp")));

        done.Flash!.ShouldContain("Đã ghi trả kết quả");
        ((ReturnFacts)(await office.LoadAsync(code)).Lines[^1].ReadFacts()).NoApologyReason.ShouldBe("Đã xin lỗi trực tiếp");
    }

    [Fact]
    public async Task A_slip_scanned_by_mistake_is_taken_off_and_the_log_keeps_it()
    {
        var code = await ReadyAsync("4201", "18/11/2026 10:00", "16/11/2026 08:00");
        using var hanh = await office.LoggedInAsync(office.Hanh);
        var page = await hanh.FollowAsync(await hanh.FillAsync(Page, ("Scanned", code)));

        var after = await hanh.FollowAsync(await hanh.PostAsync(
            Page + "?handler=Discard", ("Code", code), ("__RequestVerificationToken", page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!)));

        after.Codes().ShouldNotContain(DossierCode.Short(code));
        (await office.LoadAsync(code)).Dossier.ReturnedAt.ShouldBeNull();
        (await office.WithDbAsync(db => db.Audit.CountAsync(a => a.Action == "slip.discarded" && a.Subject == code))).ShouldBe(1);
    }

    [Fact]
    public async Task Nonsense_and_what_is_not_ours_is_not_found_and_only_the_counter_may_scan()
    {
        var theirs = await office.AddAsync("4301", "16/11/2026 08:00", agency: office.OtherWard);
        using var hanh = await office.LoggedInAsync(office.Hanh);

        (await hanh.FillAsync(Page, ("Scanned", ""))).Errors.ShouldBe(["Quét hoặc gõ mã hồ sơ trên giấy hẹn"]);
        (await hanh.FillAsync(Page, ("Scanned", "<script>"))).Errors.Single().ShouldContain("Không thấy hồ sơ");
        (await hanh.FillAsync(Page, ("Scanned", theirs))).Errors.Single().ShouldContain("Không thấy hồ sơ");
        using var vinh = await office.LoggedInAsync(office.Vinh);
        (await vinh.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<string> ReadyAsync(string serial, string ready, string received) => office.AddAsync(
        serial, received, d => d.MarkResultReady(Outcome.Granted, null, LeaderDesk.Clock, LeaderDesk.At(ready), Actor.Of(office.Hoa.Id)).Must());

    private static async Task<WebPage> CloseAsync(Visitor hanh, string code, params (string, string)[] fields)
    {
        var page = await hanh.OpenAsync(Page);
        var form = page.Document.QuerySelectorAll("form").Single(f => f.QuerySelector($"input[name=Code][value='{code}']") is not null && f.QuerySelector("input[name=Day]") is not null);
        form.Id = "close-one";
        return await hanh.SubmitAsync(page, "#close-one", fields);
    }
}

using Microsoft.AspNetCore.Http;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.TestKit;
using MotCua.Web.Pages.Leader;
using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Leader;

/// <summary>What a leader reads before agreeing.</summary>
public sealed class ProposalWordsTests
{
    private static readonly ProposalWords Words = new(new Text(new HttpContextAccessor()));

    private static readonly DateTimeOffset Keyed = FakeClock.Instant("20/11/2026 09:42");

    [Fact]
    public void An_apology_shows_cause_new_date_and_the_full_text() =>
        Told(new ActOrder(EventKind.ApologyIssued, "X") { Cause = DelayCause.OtherAgencyLate, NewDue = new DateOnly(2026, 11, 27), Words = "Chi nhánh chưa trả lời." })
            .ShouldBe(["Nguyên nhân: cơ quan phối hợp chậm", "Hẹn lại: thứ Sáu 27/11/2026", "Người nộp đọc: Chi nhánh chưa trả lời."]);

    [Fact]
    public void A_late_entry_shows_when_it_happened_when_it_was_keyed_why_and_what_it_changes() =>
        Told(new ActOrder(EventKind.ResultReady, "X") { Late = new LateEntry(FakeClock.Instant("16/11/2026 16:00"), "Mất điện") }, new VerdictChange(Verdict.Late, Verdict.OnTime))
            .ShouldBe(["Việc: Ghi có kết quả", "Xảy ra: 16/11/2026 16:00, ghi lúc 20/11/2026 09:42", "Vì sao ghi muộn: Mất điện", "Đổi thành: Ghi theo giờ bấm máy là trễ hạn; đồng ý thì thành đúng hạn"]);

    [Fact]
    public void A_second_request_for_papers_shows_what_the_first_one_asked() =>
        Told(new ActOrder(EventKind.SupplementRequested, "X") { Words = "Thiếu bản án" }, firstAsked: "Thiếu bản sao sổ hộ khẩu")
            .ShouldBe(["Cần bổ sung: Thiếu bản án", "Lần trước đã hỏi: Thiếu bản sao sổ hộ khẩu"]);

    [Fact]
    public void A_stop_and_a_pause_show_their_reason() =>
        Told(new ActOrder(EventKind.Stopped, "X") { Words = "Người nộp không bổ sung" }).ShouldBe(["Lý do: Người nộp không bổ sung"]);

    [Fact]
    public void Every_text_of_a_watch_list_has_its_English() =>
        WatchWords.Texts.Where(s => !English.Sentences.ContainsKey(s)).ShouldBeEmpty();

    private static IReadOnlyList<string> Told(ActOrder order, VerdictChange? verdict = null, string? firstAsked = null) =>
        [.. Words.Of(order, Keyed, verdict, firstAsked).Select(l => $"{l.Label}: {l.Words}")];
}

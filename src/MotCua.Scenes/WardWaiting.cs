using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;

namespace MotCua.Scenes;

/// <summary>
/// What waits for somebody at the ward this morning: proposals before the leader, an apology drafted and one that nobody wrote,
/// a place that answers late, papers that never came, slips without a hand-over, work in the hands of somebody who left.
/// </summary>
internal sealed class WardWaiting(WardLife life, WardStaff staff, IReadOnlyList<Offer> offers, DateTimeOffset now)
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private readonly List<Dossier> dossiers = [];
    private readonly List<object> rows = [];

    public IReadOnlyList<Dossier> Dossiers => dossiers;

    /// <summary>Proposals, tasks and scanned slips of these dossiers.</summary>
    public IReadOnlyList<object> Rows => rows;

    private DateOnly Today => Moment.Of(now).Day;

    public void Tell(IEnumerable<Dossier> others)
    {
        ApologyDrafted();
        NobodyWrote();
        PlacesAnswerLate();
        PapersNeverCame();
        AskedTwice();
        KeyedLate();
        HolderLeft();
        TaxFirst();
        SlipsTakenBack(others);
    }

    private void ApologyDrafted()
    {
        var dossier = Due(Offer("1.004873"), daysAgo: 2, "bao");
        dossiers.Add(dossier);
        Propose(dossier, "bao", new TimeOnly(8, 10), new ActOrder(EventKind.ApologyIssued, dossier.Code)
        {
            Cause = DelayCause.OtherAgencyLate,
            Words = "UBND nơi ông/bà thường trú trước đây chưa trả lời văn bản xác minh tình trạng hôn nhân. UBND xã đã gọi điện và gửi văn bản nhắc.",
            NewDue = Clock.Calendar.AddWorkingDays(Today, 3),
        });
    }

    private void NobodyWrote()
    {
        var dossier = Due(Offer("1.004194"), daysAgo: 4, "nam");
        dossiers.Add(dossier);
        rows.Add(ApologyTask.Of(dossier.Id, staff.Officers["nam"], staff.Officers["vinh"], Moment.At(WorkingDay(1), new TimeOnly(16, 20))));
        dossiers.Add(Due(Offer("2.001035"), daysAgo: 1, "tu"));
    }

    private void PlacesAnswerLate()
    {
        var dossier = Take(Long(), daysAgo: 9, "tu");
        var sent = Moment.At(WorkingDay(8), new TimeOnly(9, 15));
        var limit = TimeLimit.WorkingDays(3);
        Must(dossier.SendLeg(
            new LegOrder(1, "Trích lục bản đồ địa chính khu đất", staff.Communes[9].Id, Limit: limit.ToString(), DueAt: Clock.Start(sent.Instant, limit).DueAt), sent, By("tu")));
        Must(dossier.AskOpinion(
            new LegOrder(2, "Ý kiến về hiện trạng sử dụng đất", ToWords: "Chi nhánh Văn phòng đăng ký đất đai khu vực 2", Limit: "5wd", DueAt: Clock.Start(sent.Instant, TimeLimit.WorkingDays(5)).DueAt),
            Moment.Of(sent.Instant.AddMinutes(20)),
            By("tu")));
        dossiers.Add(dossier);
    }

    private void PapersNeverCame()
    {
        foreach (var (daysAgo, officer) in new[] { (45, "nam"), (36, "hang") })
        {
            var dossier = Take(Long(), daysAgo, officer);
            Must(dossier.AskForSupplement("Bản sao Giấy chứng nhận quyền sử dụng đất có chứng thực", Moment.At(WorkingDay(daysAgo - 2), new TimeOnly(10, 5)), By(officer)));
            dossiers.Add(dossier);
        }

        Propose(dossiers[^2], "nam", new TimeOnly(8, 25), new ActOrder(EventKind.Stopped, dossiers[^2].Code)
        {
            Words = "Người nộp không bổ sung giấy tờ sau hai lần gọi điện; đã quá 30 ngày kể từ ngày yêu cầu.",
        });
    }

    private void AskedTwice()
    {
        var dossier = Take(Long(), daysAgo: 8, "hang");
        Must(dossier.AskForSupplement("Tờ khai chưa có chữ ký của người yêu cầu ở trang 2", Moment.At(WorkingDay(7), new TimeOnly(9, 30)), By("hang")));
        Must(dossier.Supplement(Clock, Moment.At(WorkingDay(4), new TimeOnly(14, 10)), By("hanh")));
        dossiers.Add(dossier);
        Propose(dossier, "hang", new TimeOnly(8, 40), new ActOrder(EventKind.SupplementRequested, dossier.Code)
        {
            Words = "Ngày sinh trên tờ khai mới khác ngày sinh trên thẻ căn cước; cần bản sao giấy khai sinh.",
        });
    }

    private void KeyedLate()
    {
        var offer = Offer("1.004884");
        var dossier = Due(offer, daysAgo: 1, "bao");
        var signed = Moment.At(Moment.Of(dossier.LastEventAt).Day, new TimeOnly(16, 0));
        Must(dossier.SendForSignature(staff.Officers["vinh"], signed, By("bao"), step: 3));
        Must(dossier.Sign(staff.Officers["hoa"], Moment.Of(signed.Instant.AddMinutes(25)), By("vinh"), step: 4));
        dossiers.Add(dossier);
        Propose(dossier, "hoa", new TimeOnly(8, 50), new ActOrder(EventKind.ResultReady, dossier.Code)
        {
            Outcome = Outcome.Granted,
            Number = "214/TLKS",
            Late = new LateEntry(Moment.At(WorkingDay(1), new TimeOnly(16, 30)).Instant, "Mất điện từ 16:20, vào sổ giấy trước, sáng nay mới ghi máy"),
        });
    }

    private void HolderLeft() => dossiers.Add(Take(Long(), daysAgo: 12, "loc"));

    private void TaxFirst()
    {
        var dossier = Take(Long(), daysAgo: 10, "tu");
        var notice = new PauseFacts(PauseReason.Financial, "Nộp thuế thu nhập cá nhân và lệ phí trước bạ theo thông báo của Thuế cơ sở 5", "1187/TB-TCS5", 4_350_000);
        Must(dossier.Pause(notice, Moment.At(WorkingDay(4), new TimeOnly(10, 10)), By("tu")));
        dossiers.Add(dossier);
    }

    private void SlipsTakenBack(IEnumerable<Dossier> others)
    {
        var scanned = Moment.At(WorkingDay(1), new TimeOnly(16, 50));
        var ready = others.Where(d => d.AgencyId == staff.Ward.Id && d is { FinishKind: FinishKind.Granted, ReturnedAt: null } && d.FinishedAt < scanned.Instant.AddHours(-8))
            .OrderByDescending(d => d.FinishedAt).ThenBy(d => d.Code, StringComparer.Ordinal).Take(2).ToList();
        rows.AddRange(ready.Select((d, i) => ScannedSlip.Of(d, staff.Officers["hanh"], Moment.Of(scanned.Instant.AddMinutes(i)))));
    }

    /// <summary>Taken up the day it came, and due so many working days ago.</summary>
    private Dossier Due(Offer offer, int daysAgo, string officer)
    {
        var due = WorkingDay(daysAgo);
        var day = due;
        while (Clock.Start(Moment.At(day, new TimeOnly(8, 20)).Instant, offer.Limit).DueDay > due || !Clock.Calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return Take(life.ReceiveAtWard(Moment.At(day, new TimeOnly(8, 20)).Instant, offer), officer);
    }

    private Dossier Take(Offer offer, int daysAgo, string officer) =>
        Take(life.ReceiveAtWard(Moment.At(WorkingDay(daysAgo), new TimeOnly(8, 35)).Instant, offer), officer);

    private Dossier Take(Dossier dossier, string officer)
    {
        Must(dossier.Take(staff.Officers[officer], Moment.Of(dossier.LastEventAt.AddMinutes(50)), By(officer), step: 2));
        return dossier;
    }

    private void Propose(Dossier dossier, string officer, TimeOnly time, ActOrder order) =>
        rows.Add(Proposal.Of(dossier.Id, order, staff.Officers[officer], Moment.At(Today, time)));

    private Offer Offer(string code) => offers.FirstOrDefault(o => o.Code == code) ?? offers[0];

    /// <summary>A procedure with time enough that nothing is late for its own sake.</summary>
    private Offer Long() => offers.Where(o => o.Limit.Unit is LimitUnit.WorkingDays && o.Limit.Count >= 20).MinBy(o => (o.Limit.Count, o.Code)) ?? offers[^1];

    private Actor By(string officer) => Actor.Of(staff.Officers[officer]);

    /// <summary>The working day so many working days before today.</summary>
    private DateOnly WorkingDay(int before)
    {
        var day = Today;
        for (var counted = 0; counted < before;)
        {
            day = day.AddDays(-1);
            counted += Clock.Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static void Must(Result result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Error!.ToString());
        }
    }
}

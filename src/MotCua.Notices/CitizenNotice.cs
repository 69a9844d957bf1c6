using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Notices;

/// <summary>Which template tells a citizen of which event, and with what.</summary>
internal static class CitizenNotice
{
    /// <summary>Null for an event that no template tells of.</summary>
    public static TemplateValues? Of(NoticeSource source) => (source.Line.Kind, source.Line.ReadFacts()) switch
    {
        (EventKind.Received, ReceivedFacts f) => Promised(source, CitizenTemplates.Received, f.DueDay, f.DueAt),
        (EventKind.RefusedAtDoor, ReceivedFacts f) => source.With(CitizenTemplates.RefusedAtDoor, ("ly_do", f.Reason)),
        (EventKind.SupplementRequested, ReasonFacts f) => source.With(
            CitizenTemplates.SupplementRequested,
            ("can_bo_sung", f.Reason),
            ("cach_tinh", source.Dossier.OnSupplement is SupplementPolicy.Restart ? "tính lại từ đầu" : "tính tiếp")),
        (EventKind.Supplemented, DueFacts f) => Promised(source, CitizenTemplates.Supplemented, f.DueDay, f.DueAt),
        (EventKind.Paused, PauseFacts { Reason: PauseReason.Financial } f) => source.With(
            CitizenTemplates.PausedForPayment, ("ly_do", f.Words), ("so_tien", f.Amount is { } dong ? $"{Vietnamese.Number(dong)} đồng" : null)),
        (EventKind.Paused, PauseFacts f) => source.With(CitizenTemplates.Paused, ("ly_do", f.Words)),
        (EventKind.Resumed, DueFacts f) => Promised(source, CitizenTemplates.Resumed, f.DueDay, f.DueAt),
        (EventKind.SlipReissued, DueFacts f) => Promised(source, CitizenTemplates.DueChanged, f.DueDay, f.DueAt, ("ly_do", f.Reason)),
        (EventKind.VerificationOpened, VerificationFacts f) when f.Limit == source.First.Limit => source.With(
            CitizenTemplates.Verification, ("noi_hoi", source.PlaceOf(f.Leg.To, f.Leg.ToWords))),
        (EventKind.VerificationOpened, VerificationFacts f) => Promised(
            source, CitizenTemplates.Verification, f.DueDay, f.DueAt, ("noi_hoi", source.PlaceOf(f.Leg.To, f.Leg.ToWords))),
        (EventKind.ApologyIssued, ApologyFacts f) => source.With(
            CitizenTemplates.Apology, ("ly_do", f.Words ?? DelayCauses.Name(f.Cause)), ("han", Vietnamese.LongDate(f.NewDue)), ("ngay_hen", Vietnamese.Date(f.NewDue))),
        (EventKind.ResultReady, ResultFacts { Outcome: Outcome.Denied } f) => source.With(CitizenTemplates.Denied, ("ly_do", f.Reason), ("cach_tra", HowToFetch(source, "văn bản trả lời"))),
        (EventKind.ResultReady, ResultFacts { Verdict: Verdict.Early }) => source.With(
            CitizenTemplates.ResultEarly, ("cach_tra", HowToFetch(source, "kết quả")), ("ngay_hen", NoticeSource.Day(source.Dossier.DueDay))),
        (EventKind.ResultReady, ResultFacts) => source.With(CitizenTemplates.ResultReady, ("cach_tra", HowToFetch(source, "kết quả"))),
        (EventKind.Stopped, FinishFacts f) => source.With(CitizenTemplates.Stopped, ("ly_do", f.Reason)),
        (EventKind.Withdrawn, FinishFacts) => source.With(CitizenTemplates.Withdrawn),
        (EventKind.Returned, ReturnFacts) => source.With(CitizenTemplates.Returned),
        (EventKind.CorrectionOpened, CorrectionFacts f) => Promised(
            source, CitizenTemplates.Corrected, source.Correction?.DueDay, source.Correction?.DueAt, ("ly_do", f.Reason), ("ho_so_moi", f.Code)),
        _ => null,
    };

    private static TemplateValues Promised(NoticeSource source, string template, DateOnly? day, DateTimeOffset? at, params (string, string?)[] more) =>
        source.With(template, [("han", NoticeSource.Promise(at)), ("ngay_hen", NoticeSource.Day(day)), .. more]);

    private static string HowToFetch(NoticeSource source, string what) => source.First.ReturnBy switch
    {
        FilingChannel.Postal => source.First.ReturnTo is { Length: > 0 } address ? $"Bưu điện chuyển {what} đến {address}" : $"Bưu điện chuyển {what} đến địa chỉ anh/chị đã ghi",
        FilingChannel.Online => $"Anh/chị xem {what} trên cổng dịch vụ công",
        _ => $"Mời anh/chị {(source.First.Slip ? "mang giấy hẹn " : "")}đến {source.CentreName} nhận {what}",
    };
}

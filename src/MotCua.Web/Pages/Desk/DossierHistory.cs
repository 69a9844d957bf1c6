using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Each kind of event in the words of the office.</summary>
public sealed class DossierHistory(Text t, CurrentOfficer officer, TimeProvider time)
{
    public static readonly IReadOnlyDictionary<EventKind, string> Icons = new Dictionary<EventKind, string>
    {
        [EventKind.Received] = "inbox",
        [EventKind.RefusedAtDoor] = "ban",
        [EventKind.Forwarded] = "arrow-forward",
        [EventKind.HandedOver] = "building-bank",
        [EventKind.SupplementRequested] = "player-pause",
        [EventKind.Supplemented] = "file-plus",
        [EventKind.Paused] = "player-pause",
        [EventKind.Resumed] = "player-play",
        [EventKind.ApologyIssued] = "mail",
        [EventKind.ResultReady] = "certificate",
        [EventKind.Stopped] = "hand-stop",
        [EventKind.Withdrawn] = "arrow-back-up",
        [EventKind.Returned] = "package",
        [EventKind.Digitised] = "scan",
        [EventKind.Paid] = "cash",
        [EventKind.Rated] = "star",
        [EventKind.Assigned] = "user-plus",
        [EventKind.Taken] = "user-check",
        [EventKind.StepFinished] = "circle-check",
        [EventKind.SentForSignature] = "signature",
        [EventKind.SentBack] = "arrow-back-up",
        [EventKind.Signed] = "rubber-stamp",
        [EventKind.PapersChecked] = "clipboard-check",
        [EventKind.SlipReissued] = "printer",
        [EventKind.VerificationOpened] = "arrows-exchange",
        [EventKind.ConsultationSent] = "messages",
        [EventKind.LegAnswered] = "message-check",
        [EventKind.CorrectionOpened] = "file-pencil",
        [EventKind.DueRecomputed] = "calendar-event",
    };

    private static readonly Dictionary<PauseReason, string> Pauses = new()
    {
        [PauseReason.Financial] = Text.Key("chờ nộp tiền"),
        [PauseReason.Verification] = Text.Key("chờ xác minh"),
        [PauseReason.OtherAgency] = Text.Key("chờ cơ quan khác"),
        [PauseReason.Legal] = Text.Key("lý do luật định"),
    };

    public static readonly IReadOnlyDictionary<PaymentMethod, string> PaidBy = new Dictionary<PaymentMethod, string>
    {
        [PaymentMethod.Cash] = Text.Key("tiền mặt"),
        [PaymentMethod.Transfer] = Text.Key("chuyển khoản"),
        [PaymentMethod.OnlineNational] = Text.Key("trực tuyến qua Cổng quốc gia"),
        [PaymentMethod.OnlineLocal] = Text.Key("trực tuyến của tỉnh"),
    };

    public static readonly IReadOnlyDictionary<FilingChannel, string> HandedBy = new Dictionary<FilingChannel, string>
    {
        [FilingChannel.Direct] = Text.Key("tại quầy"),
        [FilingChannel.Online] = Text.Key("trực tuyến"),
        [FilingChannel.Postal] = Text.Key("qua bưu chính"),
    };

    /// <summary>The officers that the lines name, for one look-up of all of them.</summary>
    public static IReadOnlySet<OfficerId> Named(IEnumerable<DossierEvent> lines)
    {
        var named = new HashSet<OfficerId>();
        foreach (var line in lines)
        {
            var read = line.ReadFacts();
            OfficerId? other = read switch
            {
                HolderFacts facts => facts.Holder,
                StepFacts facts => facts.Holder,
                SignedFacts facts => facts.Holder,
                _ => null,
            };
            named.UnionWith(new[] { line.OfficerId, other, read.ConsentBy }.OfType<OfficerId>());
        }

        return named;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<HistoryLine> Tell(IReadOnlyList<DossierEvent> lines, IReadOnlyDictionary<OfficerId, string> names, IReadOnlyList<InternalStep> steps)
    {
        var restarts = lines is [{ Kind: EventKind.Received } first, ..] && ((ReceivedFacts)first.ReadFacts()).OnSupplement is SupplementPolicy.Restart;
        return
        [
            .. lines.Reverse().Select(line =>
            {
                var facts = line.ReadFacts();
                var words = facts switch
                {
                    HolderFacts or StepFacts or SignedFacts or PapersFacts => Inside(line.Kind, facts, names, steps),
                    _ => Outside(line.Kind, facts, restarts),
                };
                var who = line.OfficerId is { } id ? names.GetValueOrDefault(id, "") : line.ByCode ?? t["Hệ thống"];
                return new HistoryLine(line.Kind, Icons[line.Kind], words, line.At, line.EnteredAt, who, NoteOf(line, facts))
                {
                    ThisYear = time.Now().Day.Year,
                    LateReason = facts.LateReason,
                    ConsentBy = facts.ConsentBy is { } leader ? names.GetValueOrDefault(leader) : null,
                };
            }),
        ];
    }

    private string Outside(EventKind kind, EventFacts facts, bool restarts) => facts switch
    {
        ReceivedFacts f when kind is EventKind.RefusedAtDoor => t["Không tiếp nhận: {0}", f.Reason],
        ReceivedFacts { DueAt: { } due } => t["Tiếp nhận, hẹn trả {0}", due],
        ReceivedFacts => t["Tiếp nhận, không hẹn ngày"],
        TransferFacts { Leg: { } leg } f => t["Chuyển liên thông chặng {0} đến {1}: {2}", leg.No, AgencyName(f.To), leg.Task],
        ConsultationFacts f => t["Lấy ý kiến {0}: {1}", PlaceOf(f.Leg), f.Leg.Task],
        VerificationFacts { DueAt: { } due } f => t["Xác minh tại {0}: {1}. Giấy hẹn điều chỉnh, hẹn trả {2}", PlaceOf(f.Leg), f.Leg.Task, due],
        VerificationFacts f => t["Xác minh tại {0}: {1}", PlaceOf(f.Leg), f.Leg.Task],
        LegAnsweredFacts { Recalled: true } f => t["Thu hồi chặng {0}: {1}", f.No, f.Answer],
        LegAnsweredFacts f => t["Chặng {0} trả lời: {1}", f.No, f.Answer],
        CorrectionFacts f => t["Mở hồ sơ {0} sửa kết quả: {1}", f.Code, f.Reason],
        TransferFacts f when kind is EventKind.Forwarded => t["Chuyển liên thông đến {0}", AgencyName(f.To)],
        TransferFacts f => t["Bàn giao cho {0}", AgencyName(f.To)],
        ReasonFacts { Number: { } number } f => t["Yêu cầu bổ sung, phiếu {0}/HDHS: {1}", number, f.Reason],
        ReasonFacts f => t["Yêu cầu bổ sung: {0}", f.Reason],
        PauseFacts { Amount: { } amount } f => t["Chờ nộp {0} đồng, thông báo {1}: {2}", amount, f.Document, f.Words],
        PauseFacts f => t["Tạm dừng: {0}", f.Words ?? t[Pauses[f.Reason]]],
        DueFacts f when kind is EventKind.SlipReissued => f.Reason is null ? t["In lại giấy hẹn"] : t["In lại giấy hẹn: {0}", f.Reason],
        DueFacts f when kind is EventKind.DueRecomputed => t["Lịch làm việc đổi, tính lại ngày hẹn theo {0}: hẹn trả {1}", f.Reason, f.DueAt],
        DueFacts f when kind is EventKind.Resumed => f.DueAt is { } due ? t["Tính tiếp thời hạn, hẹn trả {0}", due] : t["Tính tiếp thời hạn"],
        DueFacts { DueAt: { } due } => restarts ? t["Nhận giấy tờ bổ sung, thời hạn tính lại từ đầu, hẹn trả {0}", due] : t["Nhận giấy tờ bổ sung, thời hạn tính tiếp, hẹn trả {0}", due],
        DueFacts => t["Nhận giấy tờ bổ sung"],
        ApologyFacts f => t["Xin lỗi, hẹn lại {0}, văn bản {1}", f.NewDue, f.Number],
        ResultFacts f => ResultWords(f),
        FinishFacts f => kind is EventKind.Stopped ? t["Dừng giải quyết: {0}", f.Reason] : t["Rút hồ sơ: {0}", f.Reason],
        ReturnFacts f => f.Recipient is null ? t["Trả kết quả {0}", t[HandedBy[f.Channel]]] : t["Trả kết quả {0} cho {1}", t[HandedBy[f.Channel]], f.Recipient],
        DigitisedFacts f => f.Part is DigitisedPart.Papers ? t["Số hóa giấy tờ"] : t["Số hóa kết quả"],
        PaymentFacts f => t["Thu {0} đồng, {1}, {2}", f.Amount, t[PaidBy[f.Method]], f.Reference],
        RatingFacts f => t["Người dân chấm {0} trên 5", f.Rating],
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };

    private string Inside(EventKind kind, EventFacts facts, IReadOnlyDictionary<OfficerId, string> names, IReadOnlyList<InternalStep> steps)
    {
        string Name(OfficerId? id) => id is { } known ? names.GetValueOrDefault(known, "") : t["người trình"];
        return facts switch
        {
            HolderFacts f when kind is EventKind.Assigned => t["Phân công cho {0}", Name(f.Holder)],
            HolderFacts when kind is EventKind.Taken => t["Nhận việc, bắt đầu thẩm định"],
            HolderFacts f when kind is EventKind.SentForSignature => t["Trình {0} ký", Name(f.Holder)],
            HolderFacts f => t["Trả lại {0}: {1}", Name(f.Holder), f.Reason],
            StepFacts f when f.Step <= steps.Count => t["Xong bước {0}, sang bước {1}: {2}", f.Step - 1, f.Step, steps[f.Step - 1].Name],
            StepFacts f => t["Xong bước {0}", f.Step - 1],
            SignedFacts => t["Ký"],
            PapersFacts f => CheckWords(f.Papers),
            _ => throw new ArgumentOutOfRangeException(nameof(facts)),
        };
    }

    /// <summary>3 đạt, 1 sai.</summary>
    public string Counts(IReadOnlyList<PaperCheck> papers)
    {
        var parts = new[]
        {
            (Words: t["{0} đạt", papers.Count(p => p.Verdict is PaperVerdict.Ok)], Any: papers.Any(p => p.Verdict is PaperVerdict.Ok)),
            (Words: t["{0} thiếu", papers.Count(p => p.Verdict is PaperVerdict.Missing)], Any: papers.Any(p => p.Verdict is PaperVerdict.Missing)),
            (Words: t["{0} sai", papers.Count(p => p.Verdict is PaperVerdict.Wrong)], Any: papers.Any(p => p.Verdict is PaperVerdict.Wrong)),
        };
        return string.Join(", ", parts.Where(p => p.Any).Select(p => p.Words));
    }

    private string CheckWords(IReadOnlyList<PaperCheck> papers) =>
        papers.Count == 0 ? t["Kiểm tra giấy tờ"] : t["Kiểm tra giấy tờ: {0}", Counts(papers)];

    private string ResultWords(ResultFacts facts)
    {
        var words = facts.Outcome is Outcome.Granted ? t["Có kết quả"] : t["Kết luận không đủ điều kiện"];
        words = facts.Number is null ? words : t["{0}, số {1}", words, facts.Number];
        return facts is { Outcome: Outcome.Denied, Reason: { } reason } ? t["{0}: {1}", words, reason] : words;
    }

    private string PlaceOf(LegOrder leg) => leg.To is { } agency ? AgencyName(agency) : leg.ToWords ?? "";

    private string AgencyName(AgencyId id) => officer.Agencies.ById(id) is { Stages: [.., var last] } ? last.Name : t["cơ quan khác"];

    // What the words already say is not said again.
    private static string? NoteOf(DossierEvent line, EventFacts facts) => facts switch
    {
        HolderFacts { Reason: { } reason } when line.Kind is EventKind.Assigned => reason,
        HolderFacts when line.Kind is EventKind.SentBack => null,
        StepFacts f => f.Result,
        DueFacts { Reason: { } evidence } when line.Kind is EventKind.Resumed => evidence,
        ApologyFacts { Words: { } words } f => $"{DelayCauses.Name(f.Cause)}: {words}",
        _ => line.Note,
    };
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>Every refusal a dossier can give, with its stable code and the sentence an officer reads.</summary>
public static class DossierErrors
{
    private static readonly Dictionary<DossierStatus, string> StatusWords = new()
    {
        [DossierStatus.RefusedAtDoor] = "không được tiếp nhận",
        [DossierStatus.Received] = "mới tiếp nhận",
        [DossierStatus.InProcess] = "đang thẩm định",
        [DossierStatus.Verifying] = "đang xác minh",
        [DossierStatus.Consulting] = "đang lấy ý kiến",
        [DossierStatus.InterAgency] = "đang liên thông",
        [DossierStatus.WaitingSupplement] = "đang chờ bổ sung",
        [DossierStatus.WaitingPayment] = "đang chờ nộp tiền",
        [DossierStatus.Suspended] = "đang tạm dừng",
        [DossierStatus.ForSignature] = "đang chờ ký",
        [DossierStatus.Signed] = "đã ký, chờ vào sổ",
        [DossierStatus.Done] = "đã có kết quả",
        [DossierStatus.RefusedOnMerit] = "đã kết luận không đủ điều kiện",
        [DossierStatus.Stopped] = "đã dừng giải quyết",
        [DossierStatus.Withdrawn] = "đã rút",
        [DossierStatus.Returned] = "đã trả kết quả",
    };

    private static readonly Dictionary<EventKind, string> Acts = new()
    {
        [EventKind.Received] = "tiếp nhận lần nữa",
        [EventKind.RefusedAtDoor] = "từ chối tiếp nhận",
        [EventKind.Forwarded] = "chuyển liên thông",
        [EventKind.HandedOver] = "bàn giao",
        [EventKind.SupplementRequested] = "yêu cầu bổ sung",
        [EventKind.Supplemented] = "nhận bổ sung",
        [EventKind.Paused] = "tạm dừng",
        [EventKind.Resumed] = "chạy tiếp",
        [EventKind.ApologyIssued] = "xin lỗi và hẹn lại",
        [EventKind.ResultReady] = "ghi có kết quả",
        [EventKind.Stopped] = "dừng giải quyết",
        [EventKind.Withdrawn] = "rút hồ sơ",
        [EventKind.Returned] = "trả kết quả",
        [EventKind.Digitised] = "ghi đã số hóa",
        [EventKind.Paid] = "ghi thu tiền",
        [EventKind.Rated] = "ghi đánh giá",
        [EventKind.Assigned] = "phân công",
        [EventKind.Taken] = "nhận việc",
        [EventKind.StepFinished] = "chuyển bước",
        [EventKind.SentForSignature] = "trình ký",
        [EventKind.SentBack] = "trả lại người trình",
        [EventKind.Signed] = "ký",
        [EventKind.PapersChecked] = "ghi kiểm tra giấy tờ",
        [EventKind.SlipReissued] = "in lại giấy hẹn",
        [EventKind.VerificationOpened] = "mở xác minh",
        [EventKind.ConsultationSent] = "lấy ý kiến",
        [EventKind.LegAnswered] = "ghi trả lời của nơi khác",
        [EventKind.CorrectionOpened] = "mở hồ sơ sửa kết quả",
        [EventKind.DueRecomputed] = "tính lại ngày hẹn",
    };

    public static Error NotFound(string code) =>
        new("dossier.not-found", "Không thấy hồ sơ {0}. Kiểm tra lại mã, hoặc tìm theo tên người nộp.", code);

    public static Error CannotMove(string code, DossierStatus status, EventKind kind) =>
        new("dossier.cannot-move", "Hồ sơ {0} {1}, không thể {2}.", code, StatusWords[status], Acts[kind]);

    public static Error ClockStands(string code, EventKind kind) =>
        new("dossier.clock-stands", "Hồ sơ {0} đang tạm dừng tính thời hạn. Ghi việc chạy tiếp trước khi {1}.", code, Acts[kind]);

    public static Error ClockRuns(string code) =>
        new("dossier.clock-runs", "Hồ sơ {0} không tạm dừng, không cần chạy tiếp.", code);

    public static Error OutOfOrder(string code, DateTimeOffset last) =>
        new("dossier.out-of-order", "Giờ ghi sớm hơn việc gần nhất của hồ sơ {0}, lúc {1}.", code, Vietnamese.DateAndTime(last));

    public static Error Clash(string code, string by, DateTimeOffset at) =>
        new("dossier.clash", "{1} vừa sửa hồ sơ {0} lúc {2}. Xem lại bản mới rồi làm tiếp.", code, by, Vietnamese.Time(at));

    public static Error NotAllowed(params IEnumerable<OfficeRole> roles) =>
        new("dossier.not-allowed", "Chỉ {0} làm được việc này. Chuyển hồ sơ cho người có quyền.", string.Join(" hoặc ", roles.Select(r => LowerFirst(r.Name()))));

    public static Error NobodyChosen() => new("dossier.nobody-chosen", "Chọn người nhận hồ sơ.") { Field = "Officer" };

    public static Error NotHolder(string holder) =>
        new("dossier.not-holder", "{0} đang giữ hồ sơ này. Nhận việc trước, hoặc nhờ lãnh đạo phân công lại.", holder);

    public static Error ReasonMissing(string field) =>
        new("dossier.reason-missing", "Ghi lý do để người nộp hiểu và làm được ngay.") { Field = field };

    public static Error NeedsSignature(string code) =>
        new("dossier.needs-signature", "Hồ sơ {0} chưa được ký. Trình ký trước khi ghi có kết quả.", code);

    public static Error ApologyNotLater(DateOnly due) =>
        new("dossier.apology-not-later", "Ngày hẹn lại phải sau hạn {0}.", Vietnamese.Date(due)) { Field = "NewDue" };

    public static Error ApologyPast(DateOnly today) =>
        new("dossier.apology-past", "Ngày hẹn lại phải từ hôm nay {0} trở đi.", Vietnamese.Date(today)) { Field = "NewDue" };

    public static Error ApologyTwice(string code) =>
        new("dossier.apology-twice", "Hồ sơ {0} đã được hẹn lại một lần; luật chỉ cho một lần.", code);

    public static Error ApologyWithoutDue(string code) =>
        new("dossier.apology-without-due", "Hồ sơ {0} không có ngày hẹn nên không có gì để hẹn lại.", code);

    public static Error NoOpenLeg(string code, int no) =>
        new("dossier.no-open-leg", "Hồ sơ {0} không có chặng {1} đang chờ trả lời.", code, no) { Field = "Leg" };

    public static Error LegNotSent(string code, int no) =>
        new("dossier.leg-not-sent", "Chặng {1} của hồ sơ {0} còn chờ chặng trước, chưa gửi đi.", code, no) { Field = "Leg" };

    public static Error LegOpen(string code, int no) =>
        new("dossier.leg-open", "Hồ sơ {0} còn chặng {1} chưa có trả lời. Ghi trả lời hoặc thu hồi chặng đó rồi trình ký.", code, no);

    public static Error LegNotYours(string code, int no) =>
        new("dossier.leg-not-yours", "Chặng {1} của hồ sơ {0} gửi cho cơ quan khác. Chỉ ghi trả lời của cơ quan mình.", code, no) { Field = "Leg" };

    public static Error RecallNotYours() =>
        new("dossier.recall-not-yours", "Chỉ cơ quan giải quyết hồ sơ thu hồi được chặng. Ghi trả lời, hoặc gọi cho cơ quan đó.") { Field = "Recalled" };

    public static Error LegTaskMissing() =>
        new("dossier.leg-task-missing", "Ghi rõ nhờ nơi kia làm gì.") { Field = "Words" };

    public static Error LegPlaceMissing() =>
        new("dossier.leg-place-missing", "Chọn cơ quan, hoặc ghi tên nơi cần hỏi.") { Field = "Where" };

    public static Error LegToSelf() =>
        new("dossier.leg-to-self", "Cơ quan này đang giải quyết hồ sơ. Chọn cơ quan khác.") { Field = "Where" };

    public static Error LegAnswerMissing() =>
        new("dossier.leg-answer-missing", "Ghi nơi kia trả lời thế nào.") { Field = "Words" };

    public static Error NeedsConsent(string code, EventKind kind) =>
        new(NeedsConsentCode, "Việc {1} ở hồ sơ {0} phải được lãnh đạo đồng ý.", code, Acts[kind]);

    public static Error LateReasonMissing() =>
        new("dossier.late-reason-missing", "Ghi vì sao đến nay mới ghi việc này.") { Field = "LateReason" };

    public static Error LateInFuture() =>
        new("dossier.late-in-future", "Giờ xảy ra không thể ở sau bây giờ.") { Field = "HappenedAt" };

    public static Error ReturnLateReason(string code) =>
        new("dossier.return-late-reason", "Hồ sơ {0} trễ hạn mà chưa có phiếu xin lỗi. Ghi vì sao.", code) { Field = "Words" };

    public static Error SignedAlready(string code) =>
        new("dossier.signed-already", "Kết quả của hồ sơ {0} đã ký, không rút được nữa.", code);

    public static Error PauseDocumentMissing() =>
        new("dossier.pause-document-missing", "Ghi số văn bản làm căn cứ tạm dừng.") { Field = "Number" };

    public static Error AmountMissing() =>
        new("dossier.amount-missing", "Ghi số tiền phải nộp, lớn hơn 0 đồng.") { Field = "Amount" };

    public static Error ProposalNotFound() =>
        new("dossier.proposal-not-found", "Không thấy đề nghị này. Mở lại danh sách chờ duyệt.");

    public static Error ProposalDecided() =>
        new("dossier.proposal-decided", "Đề nghị này đã được quyết định rồi.");

    public static Error ProposalNotYours() =>
        new("dossier.proposal-not-yours", "Chỉ người đề nghị rút lại được.");

    public static Error ProposedAlready(string code, EventKind kind) =>
        new("dossier.proposed-already", "Hồ sơ {0} đã có đề nghị {1} chờ lãnh đạo. Chờ quyết định, hoặc rút đề nghị cũ.", code, Acts[kind]);

    public static Error CorrectionOpen(string code, string correction) =>
        new("dossier.correction-open", "Hồ sơ {0} đang được sửa kết quả bằng hồ sơ {1}.", code, correction);

    public static Error AgencyNotEnded(string name) =>
        new("dossier.agency-not-ended", "{0} còn hoạt động. Ghi việc sáp nhập hoặc giải thể trước, rồi bàn giao từ ngày cơ quan kết thúc.", name);

    public static Error NotAnHeir(string name) =>
        new("dossier.not-an-heir", "Chỉ bàn giao cho cơ quan kế thừa của {0} đang hoạt động.", name) { Field = "To" };

    public static Error DecisionMissing() =>
        new("dossier.decision-missing", "Ghi số quyết định hoặc nghị quyết.") { Field = "DecisionNo" };

    public static Error WriterUnfit() =>
        new("dossier.writer-unfit", "Người được giao không giữ vai soạn được văn bản xin lỗi ở đơn vị này. Chọn người khác.") { Field = "Writer" };

    public static Error WatchDays() =>
        new("dossier.watch-days", "Số ngày từ 1 đến 365.");

    public const string NeedsConsentCode = "dossier.needs-consent";

    public static Error RatedTwice(string code) => new("dossier.rated-twice", "Hồ sơ {0} đã có đánh giá.", code);

    public static Error Rating() => new("dossier.rating", "Mức đánh giá từ 1 đến 5.");

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

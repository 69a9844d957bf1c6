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

    public static Error NotHolder(string holder) =>
        new("dossier.not-holder", "{0} đang giữ hồ sơ này. Nhận việc trước, hoặc nhờ lãnh đạo phân công lại.", holder);

    public static Error ReasonMissing(string field) =>
        new("dossier.reason-missing", "Ghi lý do để người nộp hiểu và làm được ngay.") { Field = field };

    public static Error NeedsSignature(string code) =>
        new("dossier.needs-signature", "Hồ sơ {0} chưa được ký. Trình ký trước khi ghi có kết quả.", code);

    public static Error ApologyNotLater(DateOnly due) =>
        new("dossier.apology-not-later", "Ngày hẹn lại phải sau hạn {0}.", Vietnamese.Date(due)) { Field = "NewDue" };

    public static Error ApologyTwice(string code) =>
        new("dossier.apology-twice", "Hồ sơ {0} đã được hẹn lại một lần; luật chỉ cho một lần.", code);

    public static Error ApologyWithoutDue(string code) =>
        new("dossier.apology-without-due", "Hồ sơ {0} không có ngày hẹn nên không có gì để hẹn lại.", code);

    public static Error RatedTwice(string code) => new("dossier.rated-twice", "Hồ sơ {0} đã có đánh giá.", code);

    public static Error Rating() => new("dossier.rating", "Mức đánh giá từ 1 đến 5.");

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

public static class SubmissionErrors
{
    public static Error NotFound() => new("submission.not-found", "Không tìm thấy báo cáo này. Quay lại lịch báo cáo và chọn lại.");

    public static Error NotAllowed(IEnumerable<OfficeRole> roles) =>
        new("submission.not-allowed", "Chỉ {0} của đơn vị này mới làm được việc đó.", string.Join(", ", roles.Select(r => r.Name())));

    public static Error ChangedMeanwhile() =>
        new("submission.changed-meanwhile", "Người khác vừa làm việc trên báo cáo này. Tải lại trang để xem, rồi làm lại.");

    public static Error CannotMove(string state) => new("submission.cannot-move", "Báo cáo đang ở bước “{0}”, không làm được việc này.", state);

    public static Error OwnWork() =>
        new("submission.own-work", "Người lập báo cáo không tự kiểm tra. Nhờ người khác trong đơn vị kiểm tra số liệu.");

    public static Error NotOverYet(DateOnly last) =>
        new("submission.not-over-yet", "Số liệu được tính khi kỳ chưa hết ({0}) nên còn đổi. Hết kỳ, tính lại rồi mới kiểm tra.", Vietnamese.Date(last));

    public static Error ChecksFail() =>
        new Error("submission.checks-fail", "Có phép kiểm tra không khớp. Ghi giải thích, hoặc sửa từ nguồn rồi tính lại.").At("Words");

    public static Error RemarksMissing() => new("submission.remarks-missing", "Ghi rõ cần sửa gì để người lập làm lại được.");

    public static Error ReasonMissing() => new("submission.reason-missing", "Ghi lý do lập lại báo cáo đã gửi.");

    public static Error DocumentMissing() => new("submission.document-missing", "Ghi văn bản yêu cầu báo cáo.");

    public static Error Words(string field, int longest) =>
        new Error("submission.words", "Viết gọn, nhiều nhất {0} chữ, không có ký tự điều khiển.", longest).At(field);

    public static Error FormUnknown(string form) => new Error("submission.form-unknown", "Không có biểu {0}.", form).At("Form");

    public static Error DaysToSend(int most) => new Error("submission.days-to-send", "Số ngày để gửi là từ 0 đến {0}.", most).At("DaysToSend");

    public static Error DutyReversed(DateOnly from) =>
        new Error("submission.duty-reversed", "Ngày kết thúc phải từ {0} trở đi.", Vietnamese.Date(from)).At("To");

    public static Error FreeDaysMissing() => new Error("submission.free-days-missing", "Kỳ tự chọn cần ghi từ ngày nào đến ngày nào.").At("FreeFrom");

    public static Error PeriodReversed(DateOnly from, DateOnly to) =>
        new Error("submission.period-reversed", "Kỳ báo cáo kết thúc ({1}) trước khi bắt đầu ({0}).", Vietnamese.Date(from), Vietnamese.Date(to)).At("To");

    public static Error InFuture(DateOnly from) =>
        new Error("submission.in-future", "Kỳ báo cáo bắt đầu ngày {0}, chưa tới. Chọn kỳ đã bắt đầu.", Vietnamese.Date(from)).At("From");

    public static Error NotThePeriod() =>
        new Error("submission.not-the-period", "Ngày không khớp với kỳ đã chọn: số liệu chốt từ ngày 15 đến ngày 14. Chọn “ngày tự chọn” để ghi ngày khác.").At("From");

    public static Error NoAgencyThen(string name) =>
        new Error("submission.no-agency-then", "{0} không hoạt động ngày nào trong kỳ này.", name).At("Agency");

    public static Error AlreadyThere() =>
        new("submission.already-there", "Đơn vị đã có báo cáo của kỳ này. Mở báo cáo đó để làm tiếp hoặc lập lại.");

    public static Error NothingToSum(string form) => new Error("submission.nothing-to-sum", "“{0}” không có số nào để cộng. Mở từng báo cáo để đọc.", form).At("Form");

    public static Error NumberMissing() => new("submission.number-missing", "Ghi số văn bản trước khi gửi.");

    public static Error SignedOnWrong() =>
        new Error("submission.signed-on", "Ghi ngày ban hành: từ ngày trình báo cáo đến hôm nay.").At("SignedOn");

    public static Error NothingToRestate() =>
        new("submission.nothing-to-restate", "Báo cáo này chưa gửi nên sửa ngay trên bản đang làm; chỉ lập lại báo cáo đã gửi.");
}

using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>What the counter is told when a dossier cannot be received as keyed.</summary>
public static class IntakeErrors
{
    public static Error NoProcedure() =>
        new("intake.no-procedure", "Chọn thủ tục trước.") { Field = "Version" };

    public static Error ProcedureEnded(string name, DateOnly lastDay) =>
        new("intake.procedure-ended", "Bản thủ tục “{0}” hết hiệu lực ngày {1}. Chọn lại thủ tục để lấy bản đang dùng.", name, Vietnamese.Date(lastDay)) { Field = "Version" };

    public static Error ProcedureNotYet(string name, DateOnly firstDay) =>
        new("intake.procedure-not-yet", "Bản thủ tục “{0}” chỉ dùng từ ngày {1}. Chọn lại thủ tục để lấy bản đang dùng.", name, Vietnamese.Date(firstDay)) { Field = "Version" };

    public static Error LimitUnknown() =>
        new("intake.limit-unknown", "Nguồn công bố không ghi thời hạn của thủ tục này. Ghi thời hạn, ví dụ 3 ngày làm việc.") { Field = "Limit" };

    public static Error LimitUnreadable(string text) =>
        new("intake.limit-unreadable", "Không hiểu thời hạn “{0}”. Ghi số và đơn vị, ví dụ 3 ngày làm việc.", text) { Field = "Limit" };

    public static Error PapersNotComplete(int count) =>
        new("intake.papers-not-complete", "Còn {0} giấy tờ thiếu hoặc sai. In phiếu hướng dẫn bổ sung, hoặc ghi lý do để vẫn nhận.", count) { Field = "Reason" };

    public static Error PaperReasonMissing(int number) =>
        new("intake.paper-reason-missing", "Giấy tờ {0}: ghi thiếu gì hoặc sai ở đâu.", number) { Field = $"Papers[{number - 1}].Reason" };

    public static Error FeeUnknown() =>
        new("intake.fee-unknown", "Nguồn công bố không ghi mức lệ phí. Ghi số tiền, hoặc ghi 0 nếu không thu.") { Field = "FeeDong" };

    public static Error FeeNegative() =>
        new("intake.fee", "Lệ phí là số đồng tròn, từ 0 trở lên.") { Field = "FeeDong" };

    public static Error NothingToComplete() =>
        new("intake.nothing-to-complete", "Chưa ghi giấy tờ nào thiếu hoặc sai, nên chưa có gì để hướng dẫn bổ sung.") { Field = "Papers" };

    public static Error RefusalReasonMissing() =>
        new("intake.refusal-reason-missing", "Ghi căn cứ và lý do từ chối; người nộp nhận phiếu này.") { Field = "Reason" };

    public static Error NotImmediate(string name) =>
        new("intake.not-immediate", "Thủ tục “{0}” không trả ngay tại quầy. Nhận hồ sơ và hẹn ngày trả.", name);

    public static Error AgencyNotInForce(string name) =>
        new("intake.agency-not-in-force", "Cơ quan giải quyết {0} hôm nay không hoạt động. Tìm và chọn cơ quan kế thừa.", name) { Field = "Competent" };

    public static Error FinishesElsewhere() =>
        new("intake.finishes-elsewhere", "Hồ sơ của cơ quan khác không trả ngay tại quầy này. Nhận hồ sơ và hẹn ngày trả.") { Field = "Competent" };

    public static Error ReturnAddressMissing() =>
        new("intake.return-address-missing", "Ghi địa chỉ để bưu chính gửi kết quả.") { Field = "ReturnTo" };

    public static Error TooLong(string field, int most) =>
        new("intake.too-long", "Ô này dài quá {0} chữ. Viết gọn lại.", most) { Field = field };

    public static Error DraftGone() =>
        new("intake.draft-gone", "Bản lưu tạm này không còn: đã thành hồ sơ hoặc đã bỏ. Xem danh sách bản lưu tạm.");

    public static Error NotAtDesk() =>
        new("intake.not-at-desk", "Chỉ công chức tiếp nhận nhận được hồ sơ. Nhờ người trực quầy, hoặc xin quản trị giao việc tiếp nhận.");
}

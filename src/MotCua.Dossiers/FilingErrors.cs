using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>Every refusal of an online filing.</summary>
public static class FilingErrors
{
    public static Error NotFound() =>
        new("filing.not-found", "Không thấy hồ sơ nộp trực tuyến này. Kiểm tra lại mã đăng ký.");

    public static Error CannotMove(string number) =>
        new("filing.cannot-move", "Hồ sơ nộp trực tuyến {0} đã được giải quyết xong. Mở lại danh sách để xem.", number);

    public static Error NotExpired(string number, DateOnly until) =>
        new("filing.not-expired", "Người nộp còn được hoàn thiện hồ sơ {0} đến hết ngày {1}.", number, Vietnamese.Date(until));

    public static Error NotADraft() =>
        new("filing.not-a-draft", "Hồ sơ này người dân nộp trực tuyến, không bỏ được. Tiếp nhận, hướng dẫn hoàn thiện hoặc từ chối.");

    public static Error AgencyUnknown() =>
        new("filing.agency-unknown", "Chọn cơ quan nhận hồ sơ đang hoạt động.") { Field = "Agency" };
}

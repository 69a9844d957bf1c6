using MotCua.Foundation;

namespace MotCua.Procedures;

public static class ProcedureErrors
{
    /// <summary>The longest name that the national portal publishes has 919 letters (1.013962).</summary>
    public const int LongestName = 1000;

    public static Error BadCode(string? code) => new(
        "procedure.bad-code",
        "Mã “{0}” không đúng mẫu. Mã gồm chữ hoa không dấu, số, dấu chấm và gạch ngang, bắt đầu bằng chữ hoặc số, nhiều nhất 40 ký tự.",
        code ?? "");

    public static Error NotFound(string code) => new("procedure.not-found", "Không có thủ tục mang mã “{0}”. Tìm lại theo tên.", code);

    public static Error CodeTaken(string code) => new("procedure.code-taken", "Mã “{0}” đã có. Mở thủ tục đó và soạn bản mới.", code);

    public static Error NoName() => new("procedure.no-name", "Ghi tên thủ tục.");

    public static Error BadName() => new("procedure.bad-name", "Tên thủ tục dài quá {0} chữ hoặc có ký tự ẩn. Gõ lại tên.", LongestName);

    public static Error NoField() => new("procedure.no-field", "Ghi lĩnh vực của thủ tục.");

    public static Error BadLimit(string text) => new(
        "procedure.bad-limit", "Thời hạn “{0}” không đúng. Ghi số từ 1 đến 9999 và chọn đơn vị.", text);

    public static Error DraftExists(int number) => new(
        "procedure.draft-exists", "Thủ tục đã có bản {0} đang soạn. Sửa tiếp bản đó, hoặc bỏ nó trước.", number);

    public static Error NoDraft() => new("procedure.no-draft", "Không còn bản dự thảo nào: có người vừa công bố hoặc bỏ nó. Tải lại trang.");

    public static Error DayTaken(int number, DateOnly from) => new(
        "procedure.day-taken", "Bản {0} cũng dùng từ ngày {1}. Chọn ngày khác.", number, Vietnamese.Date(from));

    public static Error NoDecision() => new("procedure.no-decision", "Ghi số và ngày quyết định trước khi công bố.");

    public static Error NoDay() => new("procedure.no-day", "Ghi ngày bắt đầu dùng, ví dụ 01/12/2026.");

    public static Error DayPast(DateOnly today) => new(
        "procedure.day-past", "Ngày bắt đầu dùng đã qua. Chọn từ hôm nay, {0}, trở đi: hồ sơ đã nhận giữ nguyên hạn.", Vietnamese.Date(today));

    public static Error NotReady(string what) => new("procedure.not-ready", "Chưa công bố được: còn thiếu {0}.", what);

    public static Error CannotEnd(DateOnly day) => new(
        "procedure.cannot-end", "Ngày {0} thủ tục không có bản đang dùng, hoặc sau đó còn bản khác. Xem lại các bản.", Vietnamese.Date(day));

    public static Error StepsTooLong(string sum, string limit) => new(
        "procedure.steps-too-long", "Các bước cộng {0}, dài hơn thời hạn {1}. Bớt thời gian một bước.", sum, limit);

    public static Error StepTime(int step) => new(
        "procedure.step-time", "Thời gian của bước {0} phải lớn hơn 0. Ghi số ngày, ví dụ 0,5.", step);

    public static Error StepName(int step) => new("procedure.step-name", "Ghi việc của bước {0}.", step);

    public static Error ChangedMeanwhile() => new(
        "procedure.changed-meanwhile",
        "Người khác vừa sửa thủ tục này. Nội dung anh/chị gõ vẫn còn ở đây; mở trang ở cửa sổ khác để so, rồi bấm Lưu lại.");

    public static Error NoPhrase() => new("procedure.no-phrase", "Ghi từ dân hay dùng, từ 2 đến 100 chữ.");

    public static Error PhraseTaken(string phrase) => new("procedure.phrase-taken", "Từ “{0}” đã có. Sửa dòng đó.", phrase);

    public static Error LeadsNowhere(string to) => new(
        "procedure.leads-nowhere", "Không thủ tục nào có “{0}” trong tên hoặc mang mã này. Ghi đúng chữ trong tên thủ tục.", to);
}

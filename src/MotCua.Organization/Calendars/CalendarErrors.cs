using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>Refusals of the calendar page, each with its stable code and the sentence an administrator reads.</summary>
public static class CalendarErrors
{
    public const string BusyCode = "calendar.busy";

    public static Error Busy() => new(BusyCode, "Sổ hồ sơ đang được nạp bằng lịch hiện nay. Chưa có gì thay đổi; đợi nạp xong rồi ghi lại.");

    public static Error DayOutOfRange() => new("calendar.day-range", "Ghi ngày trong các năm {0} đến {1}.", "2000", "2100") { Field = "Day" };

    public static Error DayTaken(DateOnly day, string name) =>
        new("calendar.day-taken", "Ngày {0} đã có trong lịch: {1}. Sửa ngày đó thay vì thêm mới.", Vietnamese.Date(day), name) { Field = "Day" };

    public static Error DayNotFound(DateOnly day) => new("calendar.day-not-found", "Ngày {0} không có trong lịch. Tải lại trang.", Vietnamese.Date(day));

    public static Error LastDay() => new("calendar.last-day", "Đây là ngày cuối cùng của lịch; bỏ nó thì lịch cài sẵn trở lại. Nạp lịch mới thay vì bỏ.");

    public static Error WorkedOnWeekday() => new("calendar.worked-on-weekday", "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.") { Field = "Day" };

    public static Error OffOnWeekend() => new("calendar.off-on-weekend", "Nghỉ bù, nghỉ hoán đổi phải là thứ Hai đến thứ Sáu.") { Field = "Day" };

    public static Error DecisionMissing() => new("calendar.decision-missing", "Ghi số quyết định, thông báo làm căn cứ.") { Field = "DecisionNo" };

    public static Error SessionsWrong() =>
        new("calendar.sessions-wrong", "Mỗi buổi phải có giờ bắt đầu sớm hơn giờ kết thúc, các buổi không chồng nhau. Ví dụ 07:00 đến 11:00 và 14:00 đến 17:30.") { Field = "MorningFrom" };

    public static Error HoursNotFound(DateOnly from) => new("calendar.hours-not-found", "Không có giờ làm việc nào bắt đầu từ ngày {0}. Tải lại trang.", Vietnamese.Date(from));

    public static Error DeskNotFound() => new("calendar.desk-not-found", "Không tìm thấy buổi thứ Bảy này. Tải lại trang.");

    public static Error DeskOverlaps(DateOnly from) =>
        new("calendar.desk-overlaps", "Đã có buổi thứ Bảy từ ngày {0} trong thời gian này. Bỏ hoặc cho kết thúc buổi đó trước.", Vietnamese.Date(from)) { Field = "ValidFrom" };

    public static Error ClosingTooLong(int days) => new("calendar.closing-long", "Một lần ghi nhiều nhất {0} ngày. Ghi thành nhiều lần.", days) { Field = "To" };

    public static Error ClosingWithoutWork() => new("calendar.closing-without-work", "Những ngày này vốn không làm việc, không cần ghi nghỉ.") { Field = "From" };

    public static Error ClosingNotFound(DateOnly day) => new("calendar.closing-not-found", "Không có ngày nghỉ đột xuất {0}. Tải lại trang.", Vietnamese.Date(day));
}

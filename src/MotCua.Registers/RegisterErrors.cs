using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

public static class RegisterErrors
{
    public static Error NotFound() => new("register.not-found", "Không tìm thấy mục này trong sổ. Quay lại danh sách và chọn lại.");

    public static Error NotAllowed(IEnumerable<OfficeRole> roles) =>
        new("register.not-allowed", "Chỉ {0} của đơn vị này mới làm được việc đó.", string.Join(", ", roles.Select(r => r.Name())));

    public static Error ChangedMeanwhile() =>
        new("register.changed-meanwhile", "Người khác vừa sửa mục này. Tải lại trang để xem bản mới, rồi làm lại.");

    public static Error Missing(string field, string words) => new Error("register.missing", "Ghi {0}.", words).At(field);

    public static Error TooLong(string field, int most) => new Error("register.too-long", "Viết gọn lại, nhiều nhất {0} chữ.", most).At(field);

    public static Error HiddenCharacters(string field) =>
        new Error("register.hidden-characters", "Nội dung có ký tự điều khiển hoặc ký tự đổi chiều chữ. Xóa và gõ lại.").At(field);

    public static Error Taken(string number) => new Error("register.taken", "Đã có mục mang mã “{0}”. Chọn mã khác.", number).At("Number");

    public static Error InFuture(string field) => new Error("register.in-future", "Ngày này chưa tới. Ghi ngày đã làm.").At(field);

    public static Error TooEarly(string field, DateOnly day) =>
        new Error("register.too-early", "Ngày này phải từ {0} trở đi.", Vietnamese.Date(day)).At(field);

    public static Error FieldMissing(string field, string label) => new Error("register.field-missing", "Ô “{0}” còn trống.", label).At(field);

    public static Error NoDay(string field, string label) =>
        new Error("register.no-day", "Ô “{0}” phải là một ngày có thật, viết ngày/tháng/năm, ví dụ 05/11/2026.", label).At(field);

    public static Error NoYear(string field, string label) => new Error("register.no-year", "Ô “{0}” phải là một năm từ 1990 đến 2100.", label).At(field);

    public static Error NoNumber(string field, string label) =>
        new Error("register.no-number", "Ô “{0}” phải là một số nguyên từ 0 trở lên, ví dụ 12 hoặc 1.023.", label).At(field);

    public static Error NoChoice(string field, string label, string choices) =>
        new Error("register.no-choice", "Ô “{0}” phải là một trong: {1}.", label, choices).At(field);

    public static Error SeriesFixed() =>
        new Error("register.series-fixed", "Số đã cấp theo loại văn bản và năm, nên không đổi loại hay năm được. Ghi văn bản mới nếu văn bản này sai loại.").At("type");

    public static Error OutOfOrder(string other, DateOnly day) =>
        new Error("register.out-of-order", "Số văn bản phải theo thứ tự ngày: {0} mang ngày {1}. Xem lại ngày văn bản.", other, Vietnamese.Date(day)).At("day");

    public static Error Gap(int number) =>
        new Error("register.gap", "Số văn bản không được bỏ trống: thiếu số {0} trước số này.", number).At("number");

    public static Error SameLine(int line) => new("register.same-line", "Dòng này nói cùng một mục với dòng {0} của tệp.", line);

    public static Error Exists(string title) => new("register.exists", "Sổ đã có mục này: {0}. Mở mục đó để sửa.", title);

    public static Error FormWithoutField() => new Error("register.form-field", "Phiếu không có mã hồ sơ thì chọn lĩnh vực.").At("Field");

    public static Error FormTwice(string code, int line) => new("register.form-twice", "Hồ sơ {0} đã có ở dòng {1}; mỗi hồ sơ đánh giá một lần.", code, line);

    public static Error CannotMove(string state) => new("register.cannot-move", "Nhiệm vụ đang ở trạng thái “{0}”, không làm được việc này.", state);
}

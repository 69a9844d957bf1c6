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

    public static Error CannotMove(string state) => new("register.cannot-move", "Nhiệm vụ đang ở trạng thái “{0}”, không làm được việc này.", state);
}

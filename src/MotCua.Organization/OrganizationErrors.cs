using MotCua.Foundation;

namespace MotCua.Organization;

public static class OrganizationErrors
{
    public static Error BadCode(string? code) => new(
        "organization.bad-code",
        "Mã “{0}” không đúng mẫu. Mã gồm chữ hoa không dấu, số, dấu chấm và gạch ngang, bắt đầu bằng chữ hoặc số, nhiều nhất 40 ký tự.",
        code ?? "");

    public static Error CodeTaken(string code) => new("organization.code-taken", "Mã “{0}” đã có. Chọn mã khác, hoặc sửa đơn vị đang mang mã này.", code);

    public static Error AgencyNotFound(string code) => new("organization.agency-not-found", "Không có cơ quan mang mã “{0}”. Kiểm tra lại mã.", code);

    public static Error AgencyNotInForce(string code, DateOnly day) => new(
        "organization.agency-not-in-force",
        "Cơ quan {0} không hoạt động vào ngày {1}, hoặc sau ngày đó còn giai đoạn khác. Xem lại các giai đoạn.",
        code, Vietnamese.Date(day));

    public static Error OwnParent(string code) => new("organization.own-parent", "Cơ quan {0} không thể trực thuộc chính mình.", code);

    public static Error Overlap(string code, DateOnly from) => new(
        "organization.overlap", "Giai đoạn của {0} bắt đầu ngày {1} trùng thời gian với một giai đoạn khác.", code, Vietnamese.Date(from));

    public static Error Cycle(string code) => new("organization.cycle", "Cơ quan cấp trên được chọn lại trực thuộc {0}. Chọn cơ quan khác.", code);

    public static Error OfficerNotFound() => new("organization.officer-not-found", "Không tìm thấy cán bộ này. Quay lại danh sách và chọn lại.");

    public static Error OfficerCodeTaken(string code) => new("organization.officer-code-taken", "Mã cán bộ “{0}” đã có. Chọn mã khác.", code);

    public static Error UnitNotFound() => new("organization.unit-not-found", "Không tìm thấy bộ phận này trong cơ quan. Chọn lại bộ phận.");

    public static Error UnitTaken(string name) => new("organization.unit-taken", "Cơ quan đã có bộ phận tên “{0}”. Chọn tên khác.", name);

    public static Error RoleHeld(string role) => new("organization.role-held", "Cán bộ đã giữ vai “{0}” ở cơ quan này trong thời gian đó.", role);

    public static Error AssignmentNotFound() => new("organization.assignment-not-found", "Không tìm thấy lần giao vai này. Tải lại trang.");

    public static Error DelegateSelf() => new("organization.delegate-self", "Không thể ủy quyền cho chính mình. Chọn một người khác.");

    public static Error DelegateNothing() => new("organization.delegate-nothing", "Chọn ít nhất một vai để ủy quyền.");

    public static Error DelegateNotHeld(string role) => new(
        "organization.delegate-not-held", "Người ủy quyền không giữ vai “{0}” trong thời gian này. Bỏ chọn vai đó.", role);

    public static Error DelegateForbidden(string role) => new(
        "organization.delegate-forbidden", "Vai “{0}” không ủy quyền được; nhờ quản trị giao vai cho người kia.", role);

    public static Error DelegateTooLong(int days) => new(
        "organization.delegate-too-long", "Một lần ủy quyền nhiều nhất {0} ngày. Chọn ngày kết thúc sớm hơn, hoặc nhờ quản trị giao vai.", days);

    public static Error DelegatePast() => new("organization.delegate-past", "Ngày bắt đầu đã qua. Chọn từ hôm nay trở đi.");

    public static Error DelegationNotFound() => new("organization.delegation-not-found", "Không tìm thấy lần ủy quyền này, hoặc đã kết thúc.");

    public static Error ChangedMeanwhile() => new(
        "organization.changed-meanwhile", "Người khác vừa sửa nội dung này. Nội dung anh/chị gõ vẫn còn ở đây; mở trang ở cửa sổ khác để so, rồi bấm Lưu lại.");
}

namespace MotCua.Organization;

/// <summary>What an officer may do in an agency ("vai"). A person may hold several at once (NĐ 61/2018 art. 17.5).</summary>
public enum OfficeRole
{
    Receptionist,
    Specialist,
    Signer,
    Clerk,
    ReportOfficer,
    FeedbackOfficer,
    Auditor,
    Administrator,
}

/// <summary>
/// The facts about a role. <paramref name="SeesBelow"/>: also sees the records of the agencies under its own.
/// <paramref name="ActsBelow"/>: also acts there.
/// </summary>
public sealed record OfficeRoleFacts(string Name, string Does, bool SeesBelow, bool ActsBelow, bool CanBeDelegated);

public static class OfficeRoles
{
    private static readonly Dictionary<OfficeRole, OfficeRoleFacts> All = new()
    {
        [OfficeRole.Receptionist] = new("Công chức tiếp nhận", "Tiếp nhận, in giấy hẹn, trả kết quả", false, false, true),
        [OfficeRole.Specialist] = new("Công chức chuyên môn", "Thẩm định, xác minh, trình ký", false, false, true),
        [OfficeRole.Signer] = new("Lãnh đạo", "Ký, phân công, xem hồ sơ sắp trễ", true, false, true),
        [OfficeRole.Clerk] = new("Văn thư", "Vào sổ, đóng dấu, phát hành", false, false, true),
        [OfficeRole.ReportOfficer] = new("Văn phòng – thống kê", "Lập báo cáo, đối soát số liệu", true, false, true),
        [OfficeRole.FeedbackOfficer] = new("Đầu mối phản ánh, kiến nghị", "Nhận và trả lời phản ánh, soạn thư xin lỗi", true, false, true),
        [OfficeRole.Auditor] = new("Kiểm tra, giám sát", "Xem mọi thứ, không sửa gì", true, false, false),
        [OfficeRole.Administrator] = new("Quản trị", "Thủ tục, đơn vị, cán bộ, lịch, sao lưu", true, true, false),
    };

    public static OfficeRoleFacts Facts(this OfficeRole role) => All[role];

    public static string Name(this OfficeRole role) => All[role].Name;
}

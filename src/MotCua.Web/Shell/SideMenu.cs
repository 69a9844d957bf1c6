namespace MotCua.Web.Shell;

/// <summary>One entry of the officers' side menu. It shows when its page exists in this build and the officer may open it.</summary>
/// <param name="Page">The Razor page, e.g. /Inbox/Index.</param>
/// <param name="Count">The name of a registered <see cref="MenuCount"/>, or null.</param>
public sealed record MenuEntry(string Section, string Label, string Icon, string Page, string? Count = null);

/// <summary>A live number beside a menu entry; the module that owns the records registers it as a singleton.</summary>
public sealed record MenuCount(string Name, Func<IServiceProvider, CancellationToken, Task<int>> CountAsync);

/// <summary>Asked for each menu entry: may this officer open that page? Registered by the security part as a singleton.</summary>
public sealed record MenuAccess(Func<HttpContext, string, bool> MayOpen);

public static class SideMenu
{
    private static readonly string
        Leading = Text.Key("Điều hành"),
        Daily = Text.Key("Việc hằng ngày"),
        Watch = Text.Key("Theo dõi"),
        Reporting = Text.Key("Báo cáo"),
        Lists = Text.Key("Danh mục"),
        Service = Text.Key("Hệ thống");

    public static readonly IReadOnlyList<MenuEntry> All =
    [
        new(Leading, Text.Key("Bàn điều hành"), "gauge", "/Leader/Cockpit"),
        new(Leading, Text.Key("Chờ tôi ký, duyệt"), "signature", "/Leader/Approvals", "approvals"),
        new(Leading, Text.Key("Trễ hạn, xin lỗi"), "alert-triangle", "/Leader/Apologies", "apologies"),
        new(Daily, Text.Key("Việc của tôi"), "inbox", "/Inbox/Index", "inbox"),
        new(Daily, Text.Key("Tiếp nhận hồ sơ"), "file-plus", "/Desk/Intake"),
        new(Daily, Text.Key("Nộp trực tuyến"), "world", "/Desk/Filings", "filings"),
        new(Daily, Text.Key("Chờ trả kết quả"), "package", "/Inbox/Waiting", "waiting"),
        new(Daily, Text.Key("Trả kết quả"), "qrcode", "/Desk/Return"),
        new(Daily, Text.Key("Phiếu đã thu về"), "checklist", "/Watch/Slips", "slips"),
        new(Daily, Text.Key("Tra cứu hồ sơ"), "search", "/Desk/Search"),
        new(Watch, Text.Key("Sổ theo dõi hồ sơ"), "book", "/Desk/Register"),
        new(Watch, Text.Key("Việc ghi muộn"), "rotate-clockwise", "/Desk/LateEntries"),
        new(Watch, Text.Key("Nhiệm vụ được giao"), "list-check", "/Registers/Directives/Index", "directives"),
        new(Watch, Text.Key("Nhiệm vụ theo kế hoạch"), "list-details", "/Registers/PlanTasks/Index"),
        new(Watch, Text.Key("Phiếu đánh giá"), "star", "/Ratings/Index"),
        new(Watch, Text.Key("Các sổ"), "files", "/Registers/Index"),
        new(Reporting, Text.Key("Báo cáo định kỳ"), "report", "/Reports/Narrative/Index"),
        new(Reporting, Text.Key("Lịch báo cáo"), "send", "/Reports/Submissions/Calendar"),
        new(Reporting, Text.Key("Bảng B.1"), "table", "/Reports/B1"),
        new(Reporting, Text.Key("Các con số"), "chart-bar", "/Reports/Figures/Index"),
        new(Reporting, Text.Key("Phụ lục 1"), "report-analytics", "/Reports/Annex1"),
        new(Lists, Text.Key("Thủ tục"), "files", "/Admin/Procedures/Index", "procedures"),
        new(Lists, Text.Key("Đơn vị"), "building", "/Admin/Agencies/Index"),
        new(Lists, Text.Key("Cán bộ"), "users", "/Admin/Officers/Index"),
        new(Lists, Text.Key("Lịch làm việc"), "calendar-event", "/Admin/Calendar/Index"),
        new(Service, Text.Key("Phân vai"), "users-group", "/Admin/Roles/Index"),
        new(Service, Text.Key("Ủy quyền"), "user-check", "/Admin/Delegations/Index"),
        new(Service, Text.Key("Ngưỡng cảnh báo"), "adjustments", "/Admin/Watch/Index"),
        new(Service, Text.Key("Nhật ký đăng nhập"), "history", "/Admin/Logins/Index"),
        new(Service, Text.Key("Tin gửi đi"), "send", "/Admin/Notices/Index", "notices-stuck"),
        new(Service, Text.Key("Nhật ký"), "history", "/Admin/Log"),
    ];
}

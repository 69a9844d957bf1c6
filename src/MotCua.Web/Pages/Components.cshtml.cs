using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages;

/// <summary>Every component and state at once, to hold against the drawings. Only in demos and while developing.</summary>
[AllowAnonymous]
public sealed class ComponentsModel(IWebHostEnvironment environment, DemoMode demo) : PageModel
{
    public static IReadOnlyList<(DueView Due, string When)> Verdicts { get; } =
    [
        (new(DueKind.Running, "Còn 2 ngày 5 giờ", "hạn T4 25/11"), "Đang chạy"),
        (new(DueKind.Soon, "Còn 1 ngày 5 giờ", "hạn T2 23/11"), "Dưới 2 ngày làm việc"),
        (new(DueKind.Soon, "Còn 5 giờ 18 phút", "hạn hôm nay 17:00"), "Hạn hôm nay"),
        (new(DueKind.Overdue, "Quá 1 ngày 2 giờ", "hạn T4 18/11"), "Quá hạn, chưa xong"),
        (new(DueKind.Paused, "Tạm dừng 3 ngày", "đã chạy 2 trên 5 ngày"), "Đồng hồ dừng"),
        (new(DueKind.DoneInTime, "Xong sớm 1 ngày", "xong T3 24/11"), "Trước hạn"),
        (new(DueKind.DoneInTime, "Xong đúng hạn", "xong T4 25/11"), "Đúng hạn"),
        (new(DueKind.DoneLate, "Xong trễ 1 ngày", "xong T5 26/11"), "Trễ, đã xong"),
        (new(DueKind.NoLimit, "Không hẹn ngày"), "Không có thời hạn"),
        (new(DueKind.NotStarted, "Chưa tính hạn", "chờ tiếp nhận"), "Chưa nhận"),
    ];

    public static RulerView LateRuler { get; } = new("Quá hạn",
    [
        new("12", "past", "ngày đã tính", Above: "Tiếp nhận 12/11"), new("13", "past", "ngày đã tính"), new("14", "off", "ngày nghỉ"), new("15", "off", "ngày nghỉ"),
        new("16", "past", "ngày đã tính"), new("17", "due", "đến hạn", Below: "Hạn 17/11"), new("18", "over", "quá hạn"), new("19", "over", "quá hạn"),
        new("20", "over", "hôm nay, quá hạn", Above: "Hôm nay, quá 2 ngày 2 giờ"),
    ], "Nhận 12/11, hạn 17/11, hôm nay quá 2 ngày 2 giờ.");

    public static RulerView WeekRuler { get; } = new("Thước theo tuần",
    [
        new("9/11", "past", "tuần đã tính", Above: "Tiếp nhận T2 9/11"), new("16/11", "now", "tuần này", Below: "Tuần này, ngày 9 trên 25"), new("23/11", "", "tuần còn lại"),
        new("30/11", "", "tuần còn lại"), new("7/12", "", "tuần còn lại"), new("14/12", "due", "đến hạn", Above: "Hạn T3 15/12"),
    ], "Nhận T2 9/11, ngày 9 trên 25, hạn T3 15/12.");

    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment() && !demo.On)
        {
            return NotFound();
        }

        ModelState.AddModelError("a2", "Số định danh phải đủ 12 chữ số, hiện có 11");
        ModelState.AddModelError("a1", "Ghi điện thoại nhận tin");
        return Page();
    }
}

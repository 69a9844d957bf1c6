using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages;

/// <summary>Every component and state at once, to hold against the drawings. Only in demos and while developing.</summary>
[AllowAnonymous]
public sealed class ComponentsModel(IWebHostEnvironment environment, DemoMode demo) : PageModel
{
    public static IReadOnlyList<(DueText Due, string When)> Verdicts { get; } =
    [
        (new(DueKind.Running, new("Còn 2 ngày 5 giờ"), new("hạn T4 25/11")), "Đang chạy"),
        (new(DueKind.Soon, new("Còn 1 ngày 5 giờ"), new("hạn T2 23/11")), "Dưới 2 ngày làm việc"),
        (new(DueKind.Soon, new("Còn 5 giờ 18 phút"), new("hạn hôm nay 17:00")), "Hạn hôm nay"),
        (new(DueKind.Overdue, new("Quá 1 ngày 2 giờ"), new("hạn T4 18/11")), "Quá hạn, chưa xong"),
        (new(DueKind.Paused, new("Tạm dừng 3 ngày"), new("đã chạy 2 trên 5 ngày")), "Đồng hồ dừng"),
        (new(DueKind.Early, new("Xong sớm 1 ngày"), new("xong T3 24/11")), "Trước hạn"),
        (new(DueKind.Early, new("Xong đúng hạn"), new("xong T4 25/11")), "Đúng hạn"),
        (new(DueKind.Late, new("Xong trễ 1 ngày"), new("xong T5 26/11")), "Trễ, đã xong"),
        (new(DueKind.None, new("Không hẹn ngày"), null), "Không có thời hạn"),
        (new(DueKind.NotStarted, new("Chưa tính hạn"), new("chờ tiếp nhận")), "Chưa nhận"),
    ];

    public static RulerView LateRuler { get; } = new("Quá hạn",
    [
        new("12", "past", "ngày đã tính", Above: "Tiếp nhận 12/11"), new("13", "past", "ngày đã tính"), new("14", "off", "ngày nghỉ"), new("15", "off", "ngày nghỉ"),
        new("16", "past", "ngày đã tính"), new("17", "due", "đến hạn", Below: "Hạn 17/11"), new("18", "over", "quá hạn"), new("19", "over", "quá hạn"),
        new("20", "over", "hôm nay, quá hạn", Above: "Hôm nay, quá 2 ngày 2 giờ"),
    ], "Nhận 12/11, hạn 17/11.", "Thời hạn 3 ngày làm việc.");

    public static RulerView WeekRuler { get; } = new("Thước theo tuần",
    [
        new("9/11", "past", "tuần đã tính", Above: "Tiếp nhận T2 9/11"), new("16/11", "now", "tuần này", Below: "Tuần này, ngày 9 trên 25"), new("23/11", "", "tuần còn lại"),
        new("30/11", "", "tuần còn lại"), new("7/12", "", "tuần còn lại"), new("14/12", "due", "đến hạn", Above: "Hạn T3 15/12"),
    ], "Nhận T2 9/11, hạn T3 15/12.", "Thời hạn 25 ngày làm việc.");

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

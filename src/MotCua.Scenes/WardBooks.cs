using System.Globalization;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Scenes;

/// <summary>The demo ward's outgoing documents of the year and its staff posts.</summary>
internal static class WardBooks
{
    private static readonly (string Type, string Symbol, string Summary, string Sending, bool Reform)[] Documents =
    [
        ("plan", "", "Kế hoạch thực hiện cải cách hành chính tháng", "electronic", true),
        ("letter", "UBND-VP", "V/v quán triệt thời hạn giải quyết hồ sơ tại bộ phận một cửa", "electronic", true),
        ("decision", "", "Quyết định phân công công chức trực tiếp nhận hồ sơ", "electronic", false),
        ("announcement", "", "Thông báo lịch tiếp công dân tháng", "electronic", false),
        ("report", "", "Báo cáo kết quả giải quyết thủ tục hành chính tháng", "electronic", false),
        ("letter", "UBND-KT", "V/v phối hợp xác minh nguồn gốc đất", "both", false),
        ("invitation", "", "Giấy mời họp giao ban cải cách hành chính", "electronic", false),
        ("instruction", "", "Chỉ thị về chấn chỉnh kỷ luật, kỷ cương hành chính", "electronic", true),
        ("letter", "UBND-VP", "V/v trả lời đơn của công dân", "outside", false),
        ("submission", "", "Tờ trình xin bổ sung kinh phí máy quét", "paper", false),
    ];

    private static readonly (string Kind, string Post, int Quota, int Present)[] Posts =
    [
        ("administrative", "Lãnh đạo UBND xã", 4, 4), ("administrative", "Văn phòng – thống kê", 5, 5), ("administrative", "Tư pháp – hộ tịch", 4, 3),
        ("administrative", "Địa chính – xây dựng – môi trường", 5, 4), ("administrative", "Văn hóa – xã hội", 4, 4), ("administrative", "Tài chính – kế toán", 3, 3),
        ("public_unit", "Giáo viên mầm non, tiểu học", 62, 60), ("public_unit", "Trạm y tế", 9, 9), ("contract", "Lái xe, bảo vệ, phục vụ", 3, 3), ("part_time", "Người hoạt động không chuyên trách", 14, 13),
    ];

    public static async Task KeepAsync(MotCuaDb db, AgencyId ward, OfficerId clerk, OfficerId office, Moment now, CancellationToken ct)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (book, day, at) = (RegisterBooks.At("van-ban-di")!, new DateOnly(now.Day.Year, 1, 5), 0);
        for (; day <= now.Day; day = day.AddDays(4), at++)
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            var (type, symbol, told, sending, reform) = Documents[at % Documents.Length];
            var summary = told.EndsWith("tháng", StringComparison.Ordinal) ? $"{told} {day.Month}" : told;
            numbers[type] = numbers.GetValueOrDefault(type) + 1;
            Add(db, book.Make(ward, Texts(
                ("number", $"{numbers[type]}"), ("type", type), ("symbol", symbol), ("day", $"{day:yyyy-MM-dd}"), ("summary", summary), ("signer", "Lê Quang Vinh"),
                ("recipients", "Như trên; Lưu: VT"), ("signed", sending is "paper" ? "no" : "yes"), ("sending", sending), ("access", type is "submission" ? "conditional" : "open"),
                ("reform", reform ? "yes" : "no")), now, clerk));
        }

        foreach (var (type, last) in numbers)
        {
            await db.RaiseNumberAsync($"outgoing:{ward.Value}:{type}", now.Day.Year.ToString(CultureInfo.InvariantCulture), last, ct);
        }

        var staff = RegisterBooks.At("bien-che")!;
        foreach (var (kind, post, quota, present) in Posts)
        {
            Add(db, staff.Make(ward, Texts(
                ("day", $"{now.Day.Year}-01-01"), ("kind", kind), ("post", post), ("quota", $"{quota}"), ("present", $"{present}"), ("document", $"Quyết định 48/QĐ-UBND năm {now.Day.Year}")), now, office));
        }
    }

    private static Dictionary<string, string?> Texts(params (string Name, string Text)[] texts) => texts.ToDictionary(t => t.Name, t => (string?)t.Text, StringComparer.Ordinal);

    private static void Add(MotCuaDb db, Result<BookRecord> made)
    {
        var record = made.Succeeded ? made.Value : throw new InvalidOperationException(made.Error!.ToString());
        db.Add(record);
        db.AddRange(record.NewChanges);
    }
}

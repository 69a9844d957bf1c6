using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>A place in a template that a value fills ("chỗ điền"), written {name}.</summary>
/// <param name="Name">Without marks, as written between braces.</param>
/// <param name="Meaning">What stands there, in Vietnamese.</param>
/// <param name="Sample">Value of the sample dossier.</param>
/// <param name="MayShrink">A long value may be cut in a short message; dates, codes and addresses never are.</param>
/// <param name="HasLines">The value has lines of its own.</param>
public sealed record NoticePlace(string Name, string Meaning, string Sample, bool MayShrink = false, bool HasLines = false);

/// <summary>All places. There is none for an identity number: it never leaves by a notice.</summary>
public static class NoticePlaces
{
    public static IReadOnlyList<NoticePlace> All { get; } =
    [
        new("ma_ho_so", "Mã hồ sơ", "H99.31-261120-0007"),
        new("ten", "Tên chủ hồ sơ", "Đặng Hoàng Nguyên Thảo My", MayShrink: true),
        new("thu_tuc", "Tên thủ tục", "Đăng ký lại khai sinh", MayShrink: true),
        new("co_quan", "Cơ quan tiếp nhận hồ sơ", "UBND xã An Bình", MayShrink: true),
        new("noi_tiep_nhan", "Nơi tiếp nhận và trả kết quả", "Trung tâm Phục vụ hành chính công", MayShrink: true),
        new("dien_thoai", "Điện thoại của cơ quan", "0200 3 555 012"),
        new("tra_cuu", "Địa chỉ tra cứu hồ sơ", "https://dichvucong.hoagiang.example/tra-cuu/H99.31-261120-0007"),
        new("han", "Giờ và ngày hẹn trả", "17:00, thứ Sáu 27/11/2026"),
        new("ngay_hen", "Ngày hẹn trả", "27/11/2026"),
        new("ly_do", "Lý do hoặc lời ghi của cán bộ", "chờ kết quả xác minh của xã Bình Minh", MayShrink: true),
        new("can_bo_sung", "Giấy tờ còn thiếu", "bản sao Giấy chứng sinh có chứng thực", MayShrink: true),
        new("cach_tinh", "Cách tính lại thời hạn sau khi bổ sung", "tính lại từ đầu"),
        new("so_tien", "Số tiền phải nộp", "1.250.000 đồng"),
        new("noi_hoi", "Nơi được hỏi hoặc phối hợp", "UBND xã Bình Minh", MayShrink: true),
        new("cach_tra", "Cách nhận kết quả", "Mời anh/chị mang giấy hẹn đến Trung tâm Phục vụ hành chính công để nhận", MayShrink: true),
        new("ho_so_moi", "Mã hồ sơ sửa kết quả", "H99.31-261120-0019"),
        new("nguoi_giao", "Cán bộ giao việc, trình hoặc trả lại", "Lê Quang Vinh", MayShrink: true),
        new("bao_cao", "Tên báo cáo", "B.1 Tình hình giải quyết hồ sơ", MayShrink: true),
        new("ky_bao_cao", "Kỳ báo cáo", "Quý III/2026"),
        new("noi_bao_cao", "Cơ quan gửi, nhận hoặc trả lại báo cáo", "UBND xã An Bình", MayShrink: true),
        new("ngay", "Ngày của bản tin", "thứ Sáu 20/11/2026"),
        new("viec", "Các dòng việc của bản tin", "Hạn hôm nay: 2\nQuá hạn: 1\nBị trả lại: 1", HasLines: true),
    ];

    private static readonly Dictionary<string, NoticePlace> ByName = All.ToDictionary(p => p.Name, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Sample { get; } = All.ToDictionary(p => p.Name, p => p.Sample, StringComparer.Ordinal);

    public static NoticePlace? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Values fit to be put into a line of text: NFC, one line, no hidden characters, no full stop at the end (the template has it).</summary>
    public static string Clean(NoticePlace place, string? value)
    {
        var lines = (value ?? "").Split('\n').Select(l => Vietnamese.Tidy(WithoutHidden(l)));
        return place.HasLines ? string.Join('\n', lines.Where(l => l.Length > 0)) : string.Join(' ', lines).Trim().TrimEnd('.', ' ');
    }

    private static string WithoutHidden(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Vietnamese.HasForbiddenCharacters(r.ToString()) ? " " : r.ToString()));
}

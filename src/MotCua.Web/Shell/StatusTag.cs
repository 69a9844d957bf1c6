using MotCua.Foundation;

namespace MotCua.Web.Shell;

/// <summary>How a dossier's status is shown: words for officers and for citizens, icon, look (design language, section 4).</summary>
public sealed record StatusTag(string Status, string Officers, string Citizens, string Icon, string Look)
{
    public static readonly IReadOnlyList<StatusTag> All =
    [
        new("draft", "Bản nháp", "Bản nháp, chưa nộp", "pencil", ""),
        new("submitted", "Chờ tiếp nhận", "Đã nộp, chờ xã nhận", "inbox", "info"),
        new("pre_check_supplement", "Chờ hoàn thiện giấy tờ", "Cần sửa giấy tờ trước khi nhận", "file-alert", "pause"),
        new("refused_at_door", "Không tiếp nhận", "Không nhận, xem lý do", "ban", ""),
        new("received", "Đã tiếp nhận", "Đã nhận hồ sơ", "file-check", "info"),
        new("in_process", "Đang thẩm định", "Đang xử lý", "user-check", "info"),
        new("verifying", "Đang xác minh", "Đang xử lý: hỏi nơi khác", "arrows-exchange", "info"),
        new("consulting", "Đang lấy ý kiến", "Đang xử lý", "messages", "info"),
        new("inter_agency", "Đang liên thông", "Đang ở cơ quan khác: {0}", "building-bank", "info"),
        new("waiting_supplement", "Chờ bổ sung", "Chờ anh/chị bổ sung", "player-pause", "pause"),
        new("waiting_payment", "Chờ nộp tiền", "Chờ anh/chị nộp tiền", "cash", "pause"),
        new("suspended", "Tạm dừng", "Tạm dừng, xem lý do", "player-pause", "pause"),
        new("for_signature", "Chờ ký", "Chờ lãnh đạo ký", "signature", "info"),
        new("signed", "Đã ký, chờ vào sổ", "Đã ký", "rubber-stamp", "info"),
        new("done", "Có kết quả", "Có kết quả, mời đến nhận", "certificate", "ok"),
        new("refused_on_merit", "Không đủ điều kiện", "Không giải quyết được, xem lý do", "file-x", ""),
        new("stopped", "Dừng giải quyết", "Dừng giải quyết, xem lý do", "hand-stop", ""),
        new("withdrawn", "Đã rút", "Anh/chị đã rút hồ sơ", "arrow-back-up", ""),
        new("returned", "Đã trả kết quả", "Đã trả kết quả", "package", "ok"),
    ];

    private static readonly Dictionary<string, StatusTag> ByStatus = All.ToDictionary(t => t.Status, StringComparer.Ordinal);

    /// <summary>The tag of a status, given as the enum writes it or as the database stores it (InProcess, in_process).</summary>
    public static StatusTag Of(string status) =>
        ByStatus.TryGetValue(Snake.Case(status), out var tag) ? tag : throw new ArgumentException($"no tag for status {status}", nameof(status));
}

using MotCua.Notices;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>Channels, states and reasons in the words of the office; an address without what a passer-by need not read.</summary>
public static class DeliveryWords
{
    public static readonly IReadOnlyDictionary<NoticeChannel, string> Channels = new Dictionary<NoticeChannel, string>
    {
        [NoticeChannel.Email] = Text.Key("Thư điện tử"),
        [NoticeChannel.Sms] = Text.Key("SMS"),
        [NoticeChannel.Chat] = Text.Key("Tin chat"),
        [NoticeChannel.InApp] = Text.Key("Trong phần mềm"),
    };

    public static readonly IReadOnlyDictionary<DeliveryState, (string Words, string Look, string Icon)> States =
        new Dictionary<DeliveryState, (string, string, string)>
        {
            [DeliveryState.Waiting] = (Text.Key("Chờ gửi"), "info", "clock"),
            [DeliveryState.Sent] = (Text.Key("Đã gửi"), "ok", "check"),
            [DeliveryState.Failed] = (Text.Key("Bị từ chối"), "late", "circle-x"),
            [DeliveryState.Stuck] = (Text.Key("Bị kẹt"), "late", "alert-triangle"),
            [DeliveryState.Skipped] = (Text.Key("Không gửi"), "none", "minus"),
        };

    public static readonly IReadOnlyDictionary<DeliveryReason, string> Reasons = new Dictionary<DeliveryReason, string>
    {
        [DeliveryReason.NoEmail] = Text.Key("Người nộp không để lại thư điện tử"),
        [DeliveryReason.NoPhone] = Text.Key("Người nộp không để lại số điện thoại"),
        [DeliveryReason.BadEmail] = Text.Key("Địa chỉ thư ghi không đúng"),
        [DeliveryReason.BadPhone] = Text.Key("Số điện thoại ghi không đúng"),
        [DeliveryReason.Landline] = Text.Key("Số máy bàn, không nhận được tin nhắn"),
        [DeliveryReason.ChannelOff] = Text.Key("Kênh này chưa cấu hình"),
        [DeliveryReason.Unreachable] = Text.Key("Không nối được với máy chủ"),
        [DeliveryReason.TimedOut] = Text.Key("Máy chủ không trả lời kịp"),
        [DeliveryReason.Busy] = Text.Key("Cổng tin nhắn đang bận, hẹn gửi sau"),
        [DeliveryReason.ServerFault] = Text.Key("Máy chủ báo lỗi tạm thời"),
        [DeliveryReason.LogInRefused] = Text.Key("Máy chủ không nhận tên đăng nhập, mật khẩu hoặc mã truy cập"),
        [DeliveryReason.NotEncrypted] = Text.Key("Không lập được đường truyền mã hóa tin cậy"),
        [DeliveryReason.SecretUnreadable] = Text.Key("Không mở được mật khẩu đã lưu; ghi lại ở Kênh gửi"),
        [DeliveryReason.Redirected] = Text.Key("Cổng tin nhắn chuyển sang địa chỉ khác; sửa địa chỉ ở Kênh gửi"),
        [DeliveryReason.AddressRefused] = Text.Key("Máy chủ thư không có địa chỉ này"),
        [DeliveryReason.Refused] = Text.Key("Bên nhận từ chối tin này"),
    };

    public static readonly IReadOnlyDictionary<SmtpSecurity, string> Securities = new Dictionary<SmtpSecurity, string>
    {
        [SmtpSecurity.StartTls] = Text.Key("STARTTLS (thường cổng 587)"),
        [SmtpSecurity.Tls] = Text.Key("TLS ngay từ đầu (thường cổng 465)"),
        [SmtpSecurity.None] = Text.Key("Không mã hóa (chỉ trong mạng nội bộ, không đăng nhập)"),
    };

    /// <summary>0912345678 → •••••••678, hoa@example.vn → h•••@example.vn.</summary>
    public static string Masked(string recipient)
    {
        var at = recipient.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? $"{recipient[0]}•••{recipient[at..]}"
            : recipient.Length > 3 ? new string('•', recipient.Length - 3) + recipient[^3..]
            : recipient;
    }
}

using MotCua.Foundation;

namespace MotCua.Notices;

public static class NoticeErrors
{
    public static Error NoSuchTemplate() => new("notices.no-such-template", "Không có mẫu thông báo này. Quay lại danh sách và chọn lại.");

    public static Error Empty(string field) => new Error("notices.empty", "Ghi lời của thông báo.").At(field);

    public static Error TooLong(int length, int most) => new("notices.too-long", "Lời dài {0} chữ; nhiều nhất {1} chữ.", length, most);

    public static Error TooLongFilled(int length, int most) =>
        new("notices.too-long-filled", "Điền hồ sơ mẫu vào thì tin dài {0} chữ; tin nhắn nhiều nhất {1} chữ. Viết ngắn lại.", length, most);

    public static Error HiddenCharacters() => new("notices.hidden-characters", "Lời có ký tự ẩn không gửi được. Xóa ô rồi gõ lại.");

    public static Error UnknownPlace(string place, string known) =>
        new("notices.unknown-place", "Không có chỗ điền “{0}” trong mẫu này. Dùng được: {1}.", place, known);

    public static Error OpenBracket() => new("notices.open-bracket", "Dấu ngoặc chưa đóng hoặc lồng nhau. Mỗi dấu [ hoặc { cần một dấu đóng.");

    public static Error HostMissing() => new Error("notices.host-missing", "Ghi tên máy chủ thư, ví dụ mail.angiang.gov.vn.").At("Host");

    public static Error BadPort() => new Error("notices.bad-port", "Cổng từ 1 đến 65535; thường là 587.").At("Port");

    public static Error BadSender() => new Error("notices.bad-sender", "Địa chỉ gửi không đúng. Ghi như ten@co-quan.gov.vn.").At("From");

    public static Error PasswordInClear() =>
        new Error("notices.password-in-clear", "Không gửi mật khẩu qua đường không mã hóa. Chọn STARTTLS hoặc TLS, hoặc bỏ tên đăng nhập.").At("Security");

    public static Error BadGateway() =>
        new Error("notices.bad-gateway", "Địa chỉ cổng tin nhắn phải bắt đầu bằng https:// (http:// chỉ dùng cho cổng trên chính máy này).").At("Url");

    public static Error NoGatewayChannel() => new Error("notices.no-gateway-channel", "Chọn ít nhất SMS hoặc chat, hay để trống địa chỉ để tắt cổng.").At("Sms");

    public static Error BadTimeout() => new Error("notices.bad-timeout", "Thời gian chờ từ 1 đến 60 giây.").At("TimeoutSeconds");

    public static Error BadAttempts() => new Error("notices.bad-attempts", "Số lần thử từ 1 đến 20.").At("Attempts");

    public static Error BadEmail() => new Error("notices.bad-email", "Địa chỉ thư không đúng. Ghi như ten@co-quan.gov.vn.").At("To");

    public static Error BadPhone() => new Error("notices.bad-phone", "Số điện thoại di động không đúng. Ghi 10 chữ số, ví dụ 0912345678.").At("To");

    public static Error ChannelOff() => new Error("notices.channel-off", "Kênh này chưa cấu hình. Lưu cấu hình trước khi gửi thử.").At("To");
}

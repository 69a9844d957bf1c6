using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Security;

public static class LoginWords
{
    private static readonly Dictionary<LoginOutcome, string> Words = new()
    {
        [LoginOutcome.Succeeded] = Text.Key("Vào được"),
        [LoginOutcome.WrongPassword] = Text.Key("Sai tên hoặc mật khẩu"),
        [LoginOutcome.WrongCode] = Text.Key("Sai mã bước 2 hoặc khóa"),
        [LoginOutcome.LockedOut] = Text.Key("Đang tạm khóa vì sai nhiều lần"),
        [LoginOutcome.Blocked] = Text.Key("Tài khoản bị khóa"),
        [LoginOutcome.NotWorking] = Text.Key("Ngoài thời gian công tác"),
        [LoginOutcome.Throttled] = Text.Key("Máy này sai quá nhiều lần"),
        [LoginOutcome.LoggedOut] = Text.Key("Đăng xuất"),
    };

    public static string Of(LoginOutcome outcome) => Words[outcome];
}

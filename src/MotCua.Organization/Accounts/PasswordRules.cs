using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>Length is what makes a password strong (NIST SP 800-63B); no rule about kinds of characters.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private static readonly string[] Known =
    [
        "matkhau", "password", "123456", "abcdef", "qwerty", "iloveyou", "vietnam", "motcua", "admin", "anhyeuem", "uybannhandan", "111111", "000000", "654321",
    ];

    public static Result Check(string password, string userName)
    {
        if (password.Length < Shortest)
        {
            return new Error("account.password-short", "Mật khẩu có {0} ký tự, cần ít nhất {1}. Ghép vài từ dễ nhớ, ví dụ bốn từ không liên quan.", password.Length, Shortest);
        }

        if (password.Length > Longest)
        {
            return new Error("account.password-long", "Mật khẩu dài quá {0} ký tự.", Longest);
        }

        var plain = Vietnamese.SearchKey(password).Replace(" ", "", StringComparison.Ordinal);
        if (password.Distinct().Count() < 5 || Rest(plain, userName).Length < 6)
        {
            return new Error("account.password-guessable", "Mật khẩu này dễ đoán. Tránh tên đăng nhập, dãy số và từ quen như “matkhau”.");
        }

        return Result.Ok();
    }

    /// <summary>What is left of the password without the words that everybody tries first.</summary>
    private static string Rest(string plain, string userName)
    {
        foreach (var word in Known.Append(Vietnamese.SearchKey(userName)).Where(w => w.Length > 2))
        {
            plain = plain.Replace(word, "", StringComparison.Ordinal);
        }

        return plain;
    }
}

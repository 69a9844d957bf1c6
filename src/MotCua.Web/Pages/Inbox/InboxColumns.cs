using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>The columns an officer may switch off or on; time left and procedure always show. Kept in a cookie of this browser.</summary>
public static class InboxColumns
{
    public const string Cookie = "mc-columns";

    public static readonly IReadOnlyList<(string Name, string Label, bool Usual)> All =
    [
        ("nguoi-nop", Text.Key("Người nộp"), true),
        ("buoc", Text.Key("Bước, đang ở đâu"), true),
        ("ngay-nhan", Text.Key("Ngày nhận"), false),
        ("kenh", Text.Key("Kênh nộp"), false),
        ("dien-thoai", Text.Key("Điện thoại"), false),
    ];

    public static IReadOnlySet<string> Of(HttpRequest request)
    {
        var kept = request.Cookies[Cookie];
        var names = kept is null ? All.Where(c => c.Usual).Select(c => c.Name) : kept.Split('.').Where(n => All.Any(c => c.Name == n));
        return names.ToHashSet(StringComparer.Ordinal);
    }

    public static void Keep(HttpResponse response, IEnumerable<string> names) => response.Cookies.Append(
        Cookie,
        string.Join('.', names.Where(n => All.Any(c => c.Name == n)).Distinct()),
        new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
}

using System.Text.RegularExpressions;
using MotCua.TestKit;

namespace MotCua.EndToEndTests;

/// <summary>One page as a person comes to it.</summary>
/// <param name="Role">The demo's tile; "-" for nobody.</param>
/// <param name="Address">What is typed; {dossier} stands for an open dossier of the ward, and a name in capitals for a way of <see cref="PageWays"/>.</param>
public sealed record Look(string Role, string Address)
{
    /// <summary>The answer expected; pages of refusals are pages too.</summary>
    public int Status { get; init; } = 200;

    /// <summary>As it prints.</summary>
    public bool Printed { get; init; }

    public override string ToString() => Address;
}

/// <summary>Every page of the program, read from its files, and how each is come to.</summary>
public static partial class PageList
{
    private const string Counter = "Công chức tiếp nhận";
    private const string Specialist = "Công chức chuyên môn";
    private const string Leader = "Lãnh đạo UBND xã";
    private const string Office = "Văn phòng – thống kê";
    private const string Province = "UBND tỉnh";
    private const string Administrator = "Quản trị";

    /// <summary>Whether it is somebody at the desk who looks.</summary>
    public static bool IsDesk(Look look) => look.Role is Counter or Specialist or Leader;

    /// <summary>Files with @page that show nothing of their own, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> ShowNothing = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Index"] = "sends on to the inbox",
        ["Registers/File"] = "answers the file itself, not a page",
        ["Desk/ScanFile"] = "answers the scan itself, not a page",
        ["Admin/Calendar/Recompute"] = "comes up only after a changed calendar, which would move the dates under the other walks; RecomputationTests read it",
    };

    public static readonly IReadOnlyList<Look> Looks =
    [
        new("-", "/Account/LogIn"),
        new("-", "/tra-cuu"),
        new("-", "/tra-cuu/{dossier}"),
        new("-", "/tra-cuu/{dossier}/chi-tiet"),
        new("-", "/xin-loi"),
        new("-", "/loi/500"),
        new("-", "/khong-co-trang-nay") { Status = 404 },
        new(Specialist, "/quan-tri/them-thu-tuc") { Status = 403 },
        new(Counter, "/loi/413"),
        new(Administrator, "/Account"),
        new(Administrator, "/Account/Passkeys"),
        new(Administrator, "/Account/LogOut"),
        new(Specialist, "/Account/Delegate"),
        new("-", "CODE"),
        new("-", "FORCED-PASSWORD"),
        new("-", "TOTP"),
        new("-", "TOTP-ON"),
        new(Counter, "RESUME"),

        new(Specialist, "/Inbox"),
        new(Leader, "/Inbox?nhom=ca-don-vi&chon=tat-ca"),
        new(Specialist, "/Inbox?q=khong-co-ho-so-nao"),
        new(Counter, "/Inbox/Waiting"),
        new(Counter, "/Inbox/Waiting?q=khong-co-ai"),
        new(Specialist, "/Inbox/Assign?ma={dossier}"),
        new(Specialist, "/Inbox/MoveStep?ma={dossier}"),

        new(Counter, "/tiep-nhan"),
        new(Counter, "INTAKE-FILLED"),
        new(Counter, "INTAKE-ERRORS"),
        new(Counter, "INTAKE-REFUSING"),
        new(Counter, "DRAFTS"),
        new(Counter, "DISCARD"),
        new(Counter, "GUIDANCE"),
        new(Counter, "GUIDANCE") { Printed = true },
        new(Counter, "/thu-tuc/tim?q=khai+sinh"),
        new(Counter, "/tra-ket-qua"),
        new(Counter, "/tra-ket-qua?ma={dossier}"),
        new(Counter, "/tra-ket-qua?ma=H99.31-250101-9999"),
        new(Counter, "/tim-ho-so?q=nguyen"),
        new(Counter, "/tim-ho-so?q=khong-co-ai-ten-nay"),
        new(Specialist, "/ho-so/{dossier}"),
        new(Counter, "LONG-NAME"),
        new(Specialist, "/ho-so/{dossier}/ban-quet"),
        new(Specialist, "/ho-so/{dossier}/viec/xac-minh"),
        new(Specialist, "/ho-so/{dossier}/viec/xin-loi"),
        new(Specialist, "/Inbox?nhom=lien-thong-den"),
        new(Specialist, "/co-quan/tim?Where=an"),
        new("Kiểm tra, giám sát", "/viec-ghi-muon"),
        new(Counter, "/tiep-nhan/truc-tuyen"),
        new(Administrator, "/Admin/Agencies/HandOver?ma=H99.31"),
        new(Specialist, "/ho-so/{dossier}/giay/receipt"),
        new(Specialist, "/ho-so/{dossier}/giay/receipt") { Printed = true },
        new(Specialist, "/ho-so/{dossier}/giay/control-slip") { Printed = true },
        new(Counter, "LONG-NAME-SLIP"),
        new(Specialist, "/phieu-kiem-soat?ma={dossier}"),
        new(Specialist, "/phieu-kiem-soat?ma={dossier}") { Printed = true },
        new(Counter, "/so-theo-doi"),
        new(Counter, "/so-theo-doi") { Printed = true },

        new(Office, "/bao-cao/b1"),
        new(Province, "/bao-cao/b1"),
        new(Office, "/bao-cao/b1") { Printed = true },
        new(Office, "/bao-cao/con-so"),
        new(Office, "/bao-cao/doi-soat"),
        new(Province, "/bao-cao/con-so/done.late?theo=agency"),
        new(Office, "/bao-cao/con-so/digitised?theo=field") { Printed = true },
        new(Office, "/bao-cao/b2"),
        new(Office, "/bao-cao/b3"),
        new(Office, "/bao-cao/b4"),
        new(Office, "/bao-cao/ii06"),
        new(Office, "/bao-cao/phu-luc-1"),
        new(Office, "/bao-cao/phu-luc-1/ke-khai"),
        new(Office, "/bao-cao/dinh-ky"),
        new(Office, "NARRATIVE"),
        new(Office, "/bao-cao/kiem-tra"),
        new(Office, "/bao-cao/mau"),
        new(Office, "/bao-cao/mau/phuong-quy"),
        new(Office, "TEMPLATE-DRAFT"),
        new(Office, "/bao-cao/lich"),
        new(Province, "/bao-cao/lich"),
        new(Office, "/bao-cao/lap"),
        new(Province, "/bao-cao/lich/yeu-cau"),
        new(Province, "SUBORDINATES"),
        new(Office, "SUBMISSION"),
        new(Office, "SUBMISSION-IN-WORDS"),
        new(Office, "SUBMISSION-IN-WORDS") { Printed = true },
        new(Office, "SUBMISSION-LIST"),
        new(Office, "SUBMISSION-COMPARED"),
        new(Office, "/nhiem-vu"),
        new(Office, "/nhiem-vu/ghi"),
        new(Office, "/nhiem-vu/danh-sach?chitieu=directives"),
        new(Office, "/nhiem-vu/nap"),
        new(Office, "/ke-hoach/nap"),
        new(Office, "/ke-hoach"),
        new(Office, "/danh-gia"),
        new(Office, "/danh-gia?kenh=paper"),
        new(Counter, "/danh-gia/phieu-giay"),
        new(Counter, "/danh-gia/may"),
        new(Counter, "KIOSK"),
        new(Counter, "KIOSK-MARKS"),
        new(Office, "/so"),
        new(Office, "/so/van-ban-di"),
        new(Office, "/so/van-ban-di/ghi"),
        new(Office, "/so/van-ban-di/nap"),
        new(Office, "/so/van-ban-di/so-lieu?chitieu=phat-hanh"),
        new(Province, "/so/bien-che?nam=tat-ca"),
        new(Office, "OUTGOING-DOCUMENT"),
        new(Office, "ATTACH"),
        new(Leader, "/cho-duyet"),
        new(Leader, "/dieu-hanh"),
        new(Leader, "/dieu-hanh/xin-loi"),
        new(Leader, "/dieu-hanh/giao-soan?ma={dossier}"),
        new(Province, "/dieu-hanh"),
        new(Leader, "/dieu-hanh/xin-loi?nhom=sap-tre"),
        new(Leader, "/dieu-hanh/danh-sach/chua-tra"),
        new(Province, "/bao-cao/danh-sach?chitieu=late&donvi=H99"),

        new(Administrator, "/quan-tri/thu-tuc"),
        new(Administrator, "/quan-tri/thu-tuc?q=khong-co-thu-tuc"),
        new(Administrator, "/quan-tri/thu-tuc/1.004873"),
        new(Administrator, "PROCEDURE-EDIT"),
        new(Administrator, "/quan-tri/thu-tuc/1.004873/bai-bo"),
        new(Administrator, "DISCARD-PROCEDURE-DRAFT"),
        new(Administrator, "PROCEDURE-DIFFERENCE"),
        new(Administrator, "/quan-tri/them-thu-tuc"),
        new(Administrator, "/quan-tri/tu-hay-dung"),
        new(Administrator, "/Admin/Agencies"),
        new(Administrator, "/Admin/Agencies?q=khong-co-don-vi"),
        new(Administrator, "/Admin/Agencies/Show?ma=H99.31"),
        new(Administrator, "/Admin/Agencies/Edit?ma=H99.31"),
        new(Administrator, "/Admin/Agencies/Edit"),
        new(Administrator, "/Admin/Agencies/Succeed?ma=H99.31"),
        new(Administrator, "/Admin/Agencies/LoadNational"),
        new(Administrator, "/Admin/Units?co-quan=H99.31"),
        new(Administrator, "UNIT"),
        new(Administrator, "/Admin/Officers"),
        new(Administrator, "OFFICER"),
        new(Administrator, "/Admin/Officers/Edit"),
        new(Administrator, "/Admin/Roles"),
        new(Administrator, "/quan-tri/lich"),
        new(Administrator, "/quan-tri/lich/thu-bay"),
        new(Administrator, "/quan-tri/lich/nap"),
        new(Administrator, "/quan-tri/lich/gio"),
        new(Administrator, "/quan-tri/lich/ngay"),
        new(Administrator, "/quan-tri/lich/nghi"),
        new(Administrator, "/quan-tri/canh-bao"),
        new(Administrator, "/Admin/Notices"),
        new(Administrator, "/Admin/Notices/Channels"),
        new(Administrator, "/Admin/Notices/Templates"),
        new(Administrator, "NOTICE-TEMPLATE"),
        new(Administrator, "NOTICE-SENT"),
        new(Specialist, "/Account/Notices"),
        new(Counter, "/phieu-thu-ve"),
        new(Office, "DIRECTIVE"),
        new(Office, "PLAN-TASK"),
        new(Administrator, "/Admin/Delegations"),
        new(Administrator, "/Admin/Logins"),
        new(Administrator, "/thanh-phan"),
    ];

    /// <summary>Pages by file ("Desk/Dossier") with the address that each answers to.</summary>
    public static IReadOnlyDictionary<string, Regex> Pages { get; } = Read();

    /// <summary>The page that answers at an address.</summary>
    public static string? At(string address)
    {
        var path = address.Split('?')[0];
        return Pages.Where(p => p.Value.IsMatch(path)).Select(p => p.Key).FirstOrDefault();
    }

    private static Dictionary<string, Regex> Read()
    {
        var folder = Path.Combine(Repository.Root, "src", "MotCua.Web", "Pages");
        var pages = new Dictionary<string, Regex>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.cshtml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (PageLine().Match(File.ReadAllText(file)) is { Success: true } found)
            {
                var name = Path.GetRelativePath(folder, file)[..^".cshtml".Length];
                pages.Add(name, AddressOf(found.Groups["route"].Value is { Length: > 0 } route ? route : "/" + name));
            }
        }

        return pages;
    }

    private static Regex AddressOf(string route)
    {
        var path = route.EndsWith("/Index", StringComparison.Ordinal) ? route[..^"/Index".Length] : route;
        var pattern = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "[^/]+" : Regex.Escape(part)));
        return new Regex($"^{pattern}/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex("""^@page(?: "(?<route>[^"]+)")?\s*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PageLine();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace MotCua.Dossiers;

/// <summary>
/// Dossier code ("mã hồ sơ"): agency identifier, day of receipt, serial of the agency and day, as in H57.12-260105-0001
/// (TT 01/2018 Điều 19; identifiers of QĐ 20/2020). The serial grows beyond four digits rather than wrap.
/// </summary>
public static partial class DossierCode
{
    public static string Of(string agencyIdentifier, DateOnly day, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{agencyIdentifier}-{day:yyMMdd}-{serial:0000}");

    /// <summary>The short form that officers say and lists show: 260105-0001.</summary>
    public static string Short(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var match = Minted().Match(code);
        return match.Success ? match.Groups[1].Value : code;
    }

    /// <summary>The code inside what a scanner typed: the bare code, or a look-up address that ends with it.</summary>
    public static string FromScan(string scanned)
    {
        ArgumentNullException.ThrowIfNull(scanned);
        if (Inside().Matches(scanned) is [.., var minted])
        {
            return minted.Value.ToUpperInvariant();
        }

        var text = scanned.Trim().TrimEnd('/');
        var cut = text.LastIndexOfAny(['/', '=']);
        return (cut < 0 ? text : text[(cut + 1)..]).ToUpperInvariant();
    }

    public static bool IsWellFormed(string code) => Allowed().IsMatch(code);

    [GeneratedRegex(@"^[A-Z0-9.]{1,35}-(\d{6}-\d{4,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Minted();

    // A whole code at the end of the address, or before what a programme of the phone put behind it (?src=…, #…).
    [GeneratedRegex(@"(?<=^|[\s/=])[A-Za-z0-9.]{1,35}-\d{6}-\d{4,}(?=$|[\s/?#&])", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9.\-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}

using System.Net.Mail;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>Addresses that may be put into a message or a request; whatever else was typed is refused before it goes anywhere.</summary>
public static class NoticeAddress
{
    /// <summary>The address as it may stand in a header, or null. One address only: no name, no list, no white space, no control character.</summary>
    public static string? Email(string? text)
    {
        var address = (text ?? "").Trim();
        if (address.Length is < 3 or > 254 || address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or ':' or '"' or '\\' or '(' or ')'))
        {
            return null;
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == address.LastIndexOf('@') && address[(at + 1)..].Contains('.', StringComparison.Ordinal)
            && !Vietnamese.HasForbiddenCharacters(address) && MailAddress.TryCreate(address, out _)
            ? address
            : null;
    }

    /// <summary>A mobile number as +84912345678 (or another country's with its +), or why there is none.</summary>
    public static (string? Number, DeliveryReason? Why) Mobile(string? text)
    {
        var digits = string.Concat((text ?? "").Where(c => char.IsAsciiDigit(c) || c == '+'));
        if (digits.Length == 0)
        {
            return (null, DeliveryReason.NoPhone);
        }

        var national = digits switch
        {
            _ when digits.StartsWith("+84", StringComparison.Ordinal) => digits[3..],
            _ when digits.StartsWith("84", StringComparison.Ordinal) && digits.Length == 11 => digits[2..],
            _ when digits.StartsWith('0') => digits[1..],
            _ => null,
        };
        if (national is null)
        {
            return digits[0] == '+' && digits.Length is >= 9 and <= 16 && !digits[1..].Contains('+', StringComparison.Ordinal) ? (digits, null) : (null, DeliveryReason.BadPhone);
        }

        // Since 2018 mobile numbers begin with 3, 5, 7, 8 or 9 and have nine digits; 2 is a landline.
        return national switch
        {
            ['2', ..] => (null, DeliveryReason.Landline),
            ['3' or '5' or '7' or '8' or '9', ..] when national.Length == 9 && national.All(char.IsAsciiDigit) => ("+84" + national, null),
            _ => (null, DeliveryReason.BadPhone),
        };
    }
}

using System.Globalization;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// The QR line of a citizen card as a keyboard-wedge scanner types it:
/// <c>number|old number|name|birth ddMMyyyy|sex|address|issued ddMMyyyy</c>.
/// </summary>
public static class CardLine
{
    private const int Parts = 7;

    public static bool LooksLikeOne(string? text) => text is not null && text.Contains('|', StringComparison.Ordinal);

    /// <summary>The person on the card, or what is wrong with the line: cut short, swapped, an impossible date.</summary>
    public static Result<Person> Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Trim().Split('|');
        if (parts.Length < Parts)
        {
            return new Error("card.cut-short", "Mã QR đọc thiếu: có {0} trong {1} phần. Quét lại thẻ, hoặc gõ tay.", parts.Length, Parts);
        }

        var number = parts[0].Trim();
        if (number.Length != 12 || !number.All(char.IsAsciiDigit))
        {
            return new Error("card.number", "Số định danh trên thẻ phải đủ 12 chữ số, máy quét đọc được “{0}”. Quét lại thẻ.", Shortened(number));
        }

        if (!DateOnly.TryParseExact(parts[3].Trim(), "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
        {
            return new Error("card.birth", "Ngày sinh trên thẻ đọc được là “{0}”, không phải một ngày. Quét lại thẻ, hoặc gõ tay.", Shortened(parts[3]));
        }

        var person = new Person(parts[2])
        {
            IdNumber = number,
            OldIdNumber = parts[1],
            BornOn = born,
            Sex = parts[4],
            Address = parts[5],
        }.Tidied();
        var check = person.Check("");
        return check.Succeeded ? person : check.Error!;
    }

    private static string Shortened(string text) => text.Length <= 20 ? text : text[..20] + "…";
}

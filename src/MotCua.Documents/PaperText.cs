using System.Text;
using System.Text.RegularExpressions;

namespace MotCua.Documents;

/// <summary>How text reaches paper: whole letters only, and no date, amount or number torn in two.</summary>
public static partial class PaperText
{
    private const int MostLetters = 32_767;

    /// <summary>NFC; white space made single spaces; control, bidirectional and broken characters, which no paper carries, left out.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Spaces().Replace(Letters(text, rune => ' '), " ");
    }

    /// <summary>Text of a spreadsheet cell: like <see cref="Clean"/>, but its lines stay; at most the 32,767 letters that Excel holds.</summary>
    public static string ForSheet(string text)
    {
        var letters = Letters(text, rune => rune.Value is '\n' ? '\n' : ' ');

        // Excel reads _x0041_ as A; the escape of the escape keeps what was written.
        letters = EscapedLetter().Replace(letters, "_x005F$0");
        if (letters.Length <= MostLetters)
        {
            return letters;
        }

        var cut = char.IsHighSurrogate(letters[MostLetters - 2]) ? MostLetters - 2 : MostLetters - 1;
        return letters[..cut].TrimEnd() + "…";
    }

    /// <summary>The pieces of ordinary text; kept pieces must not be broken across lines.</summary>
    public static IEnumerable<(string Text, bool Kept)> Pieces(string text)
    {
        var from = 0;
        foreach (Match match in Unbreakable().Matches(text))
        {
            if (match.Index > from)
            {
                yield return (text[from..match.Index], false);
            }

            yield return (match.Value, true);
            from = match.Index + match.Length;
        }

        if (from < text.Length)
        {
            yield return (text[from..], false);
        }
    }

    /// <summary>Capitals of a name for a head or a title ("Xã An Bình" → "XÃ AN BÌNH").</summary>
    public static string Capitals(string text) => Clean(text).Trim().ToUpperInvariant();

    private static string Letters(string text, Func<Rune, char> space)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xA0)
            {
                kept.Append('\u00A0');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(space(rune));
            }
            else if (!Forbidden(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool Forbidden(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF or 0x200E or 0x200F or 0x061C
            or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherNotAssigned;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex EscapedLetter();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    // In order: written dates; times; amounts; counted limits; articles of law; document numbers; dossier codes; telephone numbers.
    [GeneratedRegex(
        """
        [Nn]gày\ \d{1,2}(?:\ tháng\ \d{1,2})?(?:\ năm\ \d{4})?|ngày\ \d{1,2}/\d{1,2}/\d{4}|tháng\ \d{1,2}(?:\ năm\ \d{4})?
        |\d{1,2}\ giờ(?:\ \d{1,2}\ phút)?
        |\d{1,3}(?:\.\d{3})*\ (?:đồng|bản|bộ|hồ\ sơ|tờ|trang|tháng|năm|giờ|phút)(?!\p{L})
        |\d+\ ngày(?:\ làm\ việc)?(?!\p{L})
        |(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Mm]ẫu\ số|[Qq]uyển\ số|[Ss]ố\ thứ\ tự|[Ss]ố:?)\ [0-9A-ZĐa-zđ]{1,6}(?:[/-][0-9A-ZĐa-z]+)*(?![\p{L}\p{M}])
        |\d+(?:/\d+)*/[A-ZĐ][A-ZĐ0-9a-z]*(?:[-/][A-ZĐ0-9a-z]+)*
        |[A-Z0-9]{1,4}(?:\.[A-Z0-9]{1,4})+-\d{6}-\d{4,}
        |0\d{2,3}(?:[\ .]\d{3}){2,3}|0\d{3}[\ ]\d[\ ]\d{3}[\ ]\d{3}
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Unbreakable();
}

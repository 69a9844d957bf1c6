using System.Text.RegularExpressions;

namespace MotCua.Foundation;

/// <summary>
/// Names and free words as the public may see them (Law 91/2025 on personal data; NĐ 61/2018 Điều 25): the one place that
/// decides how much of a name is shown without log-in, on tracking pages, published apologies and printed lists.
/// </summary>
public static partial class MaskedName
{
    private const string Hidden = "***";

    /// <summary>
    /// "Đặng Hoàng Nguyên Thảo My" → "Đ. H. N. T. My": initials and the given name. Anything that is not a Vietnamese name of
    /// two syllables or more (one word, a foreign name, a company) shows its first letters only: "My" → "M***", "John Smith" → "J. S***".
    /// </summary>
    public static string Of(string name)
    {
        var words = Vietnamese.Tidy(name).Split(' ').Where(w => w.Any(char.IsLetterOrDigit)).ToList();
        if (words.Count == 0)
        {
            return "";
        }

        var last = words.Count > 1 && words.TrueForAll(IsSyllable) ? words[^1] : $"{Initial(words[^1])}{Hidden}";
        return string.Join(' ', [.. words.SkipLast(1).Select(w => $"{Initial(w)}."), last]);
    }

    /// <summary>
    /// Words that an officer typed, for the public: the given names masked, and every e-mail address and number of six digits or
    /// more (telephone, personal number) taken out. Numbers of documents ("42/2019/HNGĐ-ST") and days (26/11/2026) stay.
    /// </summary>
    public static string InText(string text, params IEnumerable<string?> names)
    {
        var shown = Vietnamese.Tidy(text);
        foreach (var name in names.OfType<string>().Select(Vietnamese.Tidy).Where(n => n.Length > 0).OrderByDescending(n => n.Length))
        {
            shown = shown.Replace(name, Of(name), StringComparison.OrdinalIgnoreCase);
        }

        return LongNumber().Replace(Email().Replace(shown, "…"), "…");
    }

    private static string Initial(string word) =>
        char.ToUpperInvariant(word.First(char.IsLetterOrDigit)).ToString();

    // The shape of a Vietnamese syllable without its marks; "Smith", "H'Hen" and "TNHH" do not have it.
    private static bool IsSyllable(string word) => word.All(char.IsLetter) && Syllable().IsMatch(Vietnamese.SearchKey(word));

    [GeneratedRegex("^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|nh|ng|ngh|p|ph|q|r|s|t|th|tr|v|x)?[aeiouy]{1,4}(?:c|ch|m|n|ng|nh|p|t)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Syllable();

    [GeneratedRegex(@"\+?\d(?:[ .\-]?\d){5,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\S+@\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}

using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>Documents named in a passage: real dates, not after the report, year and kind as in the symbol, one date a number.</summary>
internal static partial class PassageDocuments
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["QĐ"] = "quyết định", ["KH"] = "kế hoạch", ["TB"] = "thông báo", ["BC"] = "báo cáo", ["CT"] = "chỉ thị", ["NQ"] = "nghị quyết", ["TTr"] = "tờ trình", ["NĐ"] = "nghị định", ["TT"] = "thông tư",
    };

    public static IEnumerable<Finding> Of(string text, PassageFacts facts)
    {
        var dates = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (Match match in WrongDate().Matches(text))
        {
            if (match.Groups["more"].Success || Day(match) is null)
            {
                yield return new Finding(PassageRule.Document, match.Value, $"“{match.Value}” không phải là một ngày.");
            }
            else if (Day(match) is { } day && day > (facts.SignedOn ?? facts.To.AddDays(31)) && Symbol().IsMatch(text[Math.Max(0, match.Index - 40)..match.Index]))
            {
                yield return new Finding(PassageRule.Document, match.Value, $"Ngày {match.Value} ở sau ngày của báo cáo ({Vietnamese.Date(facts.SignedOn ?? facts.To)}).");
            }
        }

        foreach (Match match in Cited().Matches(text))
        {
            var symbol = match.Groups["symbol"].Value;
            var number = $"{match.Groups["no"].Value}/{symbol}";
            var day = Day(match);
            if (match.Groups["year"].Success && day is { } dated && dated.Year != int.Parse(match.Groups["year"].Value))
            {
                yield return new Finding(PassageRule.Document, match.Value, $"Ký hiệu ghi năm {match.Groups["year"].Value}, ngày ban hành lại là {Vietnamese.Date(dated)}.");
            }

            var kind = match.Groups["kind"].Value.ToLowerInvariant();
            if (Kinds.TryGetValue(symbol.Split('-')[0], out var right) && kind.Length > 0 && kind != right && kind is not "văn bản")
            {
                yield return new Finding(PassageRule.Document, match.Value, $"Ký hiệu {symbol} là của {right}, đoạn viết gọi là {kind}.");
            }

            if (day is { } known && !dates.TryAdd(number, known) && dates[number] != known)
            {
                yield return new Finding(PassageRule.Document, match.Value, $"Văn bản số {number} ghi hai ngày khác nhau: {Vietnamese.Date(dates[number])} và {Vietnamese.Date(known)}.");
            }
        }
    }

    private static DateOnly? Day(Match match) =>
        match.Groups["d"].Success && int.TryParse(match.Groups["d"].Value, out var d) && int.TryParse(match.Groups["m"].Value, out var m) && int.TryParse(match.Groups["y"].Value, out var y)
        && y is >= 1900 and <= 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;

    /// <summary>A document's symbol right before; any other day ahead may be a plan.</summary>
    [GeneratedRegex(@"\d/(?:\d{4}/)?[A-ZĐ][\w\-]*[^.;\n]{0,15}$", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4})(?<more>/\d{4})?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WrongDate();

    [GeneratedRegex(
        @"(?:(?<kind>[Qq]uyết định|[Kk]ế hoạch|[Tt]hông báo|[Bb]áo cáo|[Cc]hỉ thị|[Nn]ghị quyết|[Tt]ờ trình|[Nn]ghị định|[Tt]hông tư|[Vv]ăn bản|[Cc]ông văn)\s+(?:số\s*:?\s*)?|số\s*:?\s*)(?<no>\d+[a-z]?)/(?:(?<year>\d{4})/)?(?<symbol>[A-ZĐ][\w\-]*)(?:\s+ngày\s+(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4}))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cited();
}

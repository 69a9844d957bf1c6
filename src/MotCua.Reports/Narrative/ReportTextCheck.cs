using System.Text;
using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>What shows only in a whole report: the name of the period against its days, one thing with two numbers, rates without their numbers.</summary>
public static partial class ReportTextCheck
{
    private const int MostOfOneKind = 30;

    /// <param name="text">The report's words, as they came.</param>
    /// <param name="facts">What it is compared with.</param>
    public static IReadOnlyList<CheckedFinding> Of(string text, PassageFacts facts)
    {
        // Rows of tables are figures, not sentences.
        var clean = string.Join('\n', text.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n').Where(l => !l.Contains('\t', StringComparison.Ordinal)));
        var limitations = Limitations(clean);
        var numbers = TextNumbers.Of(clean);
        IEnumerable<Finding> found =
        [
            .. PassageCheck.Of(clean, facts),
            .. limitations.Length > 0 ? PassageWords.Evidence(limitations, facts, PassageRole.Limitations) : [],
            .. PeriodNames(clean), .. TwoNumbers(clean, numbers).Take(MostOfOneKind), .. Bare(clean, numbers).Take(MostOfOneKind), .. Plans(clean),
            .. Decomposed(text),
        ];
        return [.. found.DistinctBy(f => (f.Rule, f.Quote, f.Message)).Select(f => new CheckedFinding(ReportRules.Of(f.Rule), "Lời văn", f))];
    }

    /// <summary>The part of a report that tells what is not good yet; empty when it has none.</summary>
    internal static string Limitations(string text)
    {
        var part = new StringBuilder();
        var inside = false;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var head = HeadOfLimitations().Match(line);
            if (head.Success)
            {
                inside = true;
                part.AppendLine(line[(head.Index + head.Length)..].Trim(' ', '*', ':'));
            }
            else if (inside && Heading().IsMatch(line))
            {
                inside = false;
            }
            else if (inside)
            {
                part.AppendLine(line);
            }
        }

        return part.ToString().Trim();
    }

    /// <summary>"năm 2024 (tính từ ngày 14/12/2023 đến hết ngày 12/3/2024)", "6 tháng đầu năm 2023 (tính đến ngày 31/7/2023)".</summary>
    private static IEnumerable<Finding> PeriodNames(string text)
    {
        foreach (Match match in NameAndDays().Matches(text))
        {
            var to = Day(match, "to");
            var from = Day(match, "from");
            if (to is null)
            {
                continue;
            }

            var name = Vietnamese.Tidy(match.Groups["name"].Value.Replace("/", " năm ", StringComparison.Ordinal)).ToLowerInvariant();
            var right = from is { } first ? string.Equals(PeriodWords.Of(first, to.Value), name, StringComparison.OrdinalIgnoreCase) : EndFits(name, to.Value);
            if (!right)
            {
                var days = from is { } start ? PeriodWords.Days(start, to.Value) : $"đến ngày {Vietnamese.Date(to.Value)}";
                yield return new Finding(PassageRule.Period, Cut(match.Value), $"Tên kỳ “{name}” không khớp ngày: {days}.");
            }
        }
    }

    /// <summary>The last month of a name such as "6 tháng đầu năm 2023", closed at its end or up to the middle of it.</summary>
    private static bool EndFits(string name, DateOnly to)
    {
        var match = MonthsOfYear().Match(name);
        if (!match.Success)
        {
            return true;
        }

        var end = new DateOnly(int.Parse(match.Groups[2].Value), 1, 1).AddMonths(int.Parse(match.Groups[1].Value)).AddDays(-1);
        return to <= end.AddDays(10) && to >= end.AddDays(-30);
    }

    /// <summary>The same four words before two different counts of the same thing.</summary>
    private static IEnumerable<Finding> TwoNumbers(string text, IReadOnlyList<TextNumber> numbers)
    {
        var seen = new Dictionary<(string Words, string Unit), TextNumber>();
        foreach (var number in numbers.Where(n => n is { IsPercent: false, Decimals: 0 } && n.Unit.Length > 0))
        {
            var before = text[Math.Max(0, number.Start - 60)..number.Start];
            var words = before[(before.LastIndexOfAny(['.', ';', ',', '(', '\n']) + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 5 || words[^5..].Any(w => w.Any(char.IsDigit) || w.EndsWith(':')))
            {
                continue;
            }

            var key = (string.Join(' ', words[^5..]).ToLowerInvariant(), number.Unit);
            if (!seen.TryAdd(key, number) && seen[key].Value != number.Value)
            {
                yield return new Finding(PassageRule.Figure, $"{key.Item1} {number.Written} {number.Unit}",
                    $"Cùng lời “{key.Item1}” mà chỗ ghi {seen[key].Written}, chỗ ghi {number.Written} {number.Unit}. Nếu là hai việc khác nhau, gọi bằng hai tên.", Contradiction: false);
            }
        }
    }

    /// <summary>A rate in whose sentence no count stands: of what, and of how many.</summary>
    private static IEnumerable<Finding> Bare(string text, IReadOnlyList<TextNumber> numbers)
    {
        foreach (var rate in numbers.Where(n => n.IsPercent))
        {
            var from = text.LastIndexOfAny(['.', ';', '\n'], Math.Max(0, rate.Start - 1));
            while (from > 0 && from + 1 < text.Length && char.IsDigit(text[from - 1]) && char.IsDigit(text[from + 1]))
            {
                from = text.LastIndexOfAny(['.', ';', '\n'], from - 1);
            }

            var to = text.IndexOfAny([';', '\n'], rate.End) is var end && end < 0 ? text.Length : end;
            var clause = text[(from + 1)..to];
            var counted = numbers.Any(n => n is { IsPercent: false } && n.Start > from && n.End <= rate.Start) || text[rate.End..to].Contains('/', StringComparison.Ordinal);
            if (counted || Aims().IsMatch(clause) || (rate.Value == 100 && !Progress().IsMatch(clause)))
            {
                continue;
            }

            yield return new Finding(PassageRule.Rate, PassageNumbers.Around(text, rate), $"{rate.Written}% của bao nhiêu? Ghi kèm số đếm và tổng số.", Contradiction: false);
        }
    }

    /// <summary>"Quyết định … ngày 11 tháng 01 năm 2021 … Kế hoạch CCHC năm 2022".</summary>
    private static IEnumerable<Finding> Plans(string text)
    {
        foreach (Match match in PlanOfYear().Matches(text))
        {
            var (issued, planned, month) = (int.Parse(match.Groups["y"].Value), int.Parse(match.Groups["plan"].Value), int.Parse(match.Groups["m"].Value));
            if (issued < planned && month <= 6)
            {
                yield return new Finding(PassageRule.Document, Cut(match.Value), $"Văn bản tháng {month}/{issued} phê duyệt kế hoạch năm {planned}: có thể ghi sai năm.", Contradiction: false);
            }
        }
    }

    private static IEnumerable<Finding> Decomposed(string text)
    {
        if (!text.IsNormalized(NormalizationForm.FormC))
        {
            var word = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(w => !w.IsNormalized(NormalizationForm.FormC));
            yield return new Finding(PassageRule.Form, word.Normalize(NormalizationForm.FormC), "Chữ có dấu rời (Unicode tổ hợp): tìm kiếm sẽ không ra. Lưu lại ở dạng dựng sẵn.", Contradiction: false);
        }
    }

    private static string Cut(string text) => text.Length > 160 ? $"{text[..160].ReplaceLineEndings(" ")}…" : text.ReplaceLineEndings(" ").Trim();

    private static DateOnly? Day(Match match, string group) =>
        DateOnly.TryParseExact(match.Groups[group].Value, "d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(
        @"(?<name>quý [IV]+ năm \d{4}|quý [IV]+/\d{4}|\d+ tháng (?:đầu|cuối) năm \d{4}|năm \d{4})\s*\((?:tính |Tính )?(?:từ (?:ngày )?(?<from>\d{1,2}/\d{1,2}/\d{4})\s*)?(?:đến|-|–)\s*(?:hết )?(?:ngày )?(?<to>\d{1,2}/\d{1,2}/\d{4})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NameAndDays();

    [GeneratedRegex(@"^(\d+) tháng đầu năm (\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthsOfYear();

    [GeneratedRegex(@"(?:tồn tại|hạn chế|khó khăn)[^.\n]{0,60}(?::|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadOfLimitations();

    [GeneratedRegex(@"^(?:[IVX]+|\d+|[A-Z])[.)]\s?\D", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"phấn đấu|mục tiêu|đảm bảo|bảo đảm|trên \d|không quá|tối thiểu|tối đa|chỉ tiêu|tập trung|đôn đốc", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Aims();

    [GeneratedRegex("tiến độ|nhiệm vụ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Progress();

    [GeneratedRegex(
        @"Quyết định số[^\n]{0,40}?ngày\s+\d{1,2}(?:/| tháng )(?<m>\d{1,2})(?:/| năm )(?<y>\d{4})[^\n]{0,120}?[Kk]ế hoạch[^\n.]{0,60}?năm (?<plan>\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex PlanOfYear();
}

using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>Words of a passage against the figures, the period, and the way reports are written.</summary>
internal static partial class PassageWords
{
    private const decimal LateNorm = 5;

    /// <summary>"không có hồ sơ trễ hạn" while there are some; "cơ bản đúng hạn" above the norm; apologies said not to be done while all have one.</summary>
    public static IEnumerable<Finding> Denials(string text, PassageFacts facts)
    {
        if (NoLate().Match(text) is { Success: true } none && facts.Value("late") is > 0)
        {
            yield return PassageCheck.AgainstFigure(facts, "late", none.Value, "không có hồ sơ trễ") with { Rule = PassageRule.Words };
        }

        if (MostlyOnTime().Match(text) is { Success: true } mostly && facts.Value("done.late.rate") is > LateNorm)
        {
            var rate = Vietnamese.Rate(facts.Value("done.late.rate")!.Value);
            yield return new Finding(PassageRule.Words, mostly.Value, $"Đoạn viết nói cơ bản đúng hạn, nhưng trễ hạn {rate}% số đã giải quyết, quá mức {LateNorm}%.")
            {
                FigureLabel = NamedFigure.Get("done.late.rate").Label, FigureValue = $"{rate}%", Link = facts.Link("done.late.rate"),
            };
        }

        if (NoApology().Match(text) is { Success: true } apology && facts.Value("apologised") is > 0 and { } done && facts.Value("late") == done)
        {
            yield return PassageCheck.AgainstFigure(facts, "apologised", apology.Value, "việc xin lỗi chưa thực hiện") with { Rule = PassageRule.Words };
        }
    }

    /// <summary>Days or a year that are not those of the report; days of an event within the period are its own.</summary>
    public static IEnumerable<Finding> Periods(string text, PassageFacts facts)
    {
        foreach (Match match in Span().Matches(text))
        {
            if (Day(match, "1") is { } from && Day(match, "2") is { } to && (from, to) != (facts.From, facts.To) && (from == facts.From || to == facts.To || to > facts.To))
            {
                yield return new Finding(PassageRule.Period, match.Value, $"Kỳ của đoạn này khác kỳ báo cáo ({Vietnamese.Date(facts.From)} – {Vietnamese.Date(facts.To)}).");
            }
        }

        foreach (Match match in InYear().Matches(text))
        {
            var year = int.Parse(match.Groups[1].Value);
            if (year != facts.To.Year && year != facts.From.Year)
            {
                yield return new Finding(PassageRule.Period, match.Value, $"Đoạn viết nói năm {year}, báo cáo là của năm {facts.To.Year}.");
            }
        }
    }

    /// <summary>A limitation without a number; satisfied people without a count; overdue tasks that no limitation mentions.</summary>
    public static IEnumerable<Finding> Evidence(string text, PassageFacts facts, PassageRole role)
    {
        if (MostSatisfied().Match(text) is { Success: true } most)
        {
            yield return new Finding(PassageRule.Evidence, most.Value, "Nêu số phiếu phát ra, thu về và hài lòng thay cho “hầu hết”.", Contradiction: false);
        }

        if (role is not PassageRole.Limitations)
        {
            yield break;
        }

        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.Any(char.IsDigit)))
        {
            yield return new Finding(PassageRule.Evidence, line.Length > 80 ? $"{line[..80]}…" : line, "Hạn chế này chưa có số liệu. Nêu một con số để người đọc thấy mức độ.", Contradiction: false);
        }

        if (facts.Value("directives.overdue") is > 0 and { } overdue && !Tasks().IsMatch(text))
        {
            yield return new Finding(PassageRule.Evidence, "", $"Có {Vietnamese.Number((long)overdue)} nhiệm vụ được giao quá hạn chưa xong mà phần hạn chế không nhắc tới.", Contradiction: false) { Link = facts.Link("directives.overdue") };
        }
    }

    /// <summary>A dot for a comma, a word processor's leftovers, a phrase twice.</summary>
    public static IEnumerable<Finding> Writing(string text, IReadOnlyList<TextNumber> numbers)
    {
        foreach (var number in numbers.Where(n => n is { IsPercent: true, DotDecimal: true }))
        {
            yield return new Finding(PassageRule.Form, $"{number.Written}%", $"Viết dấu phẩy trước phần thập phân: {number.Written.Replace('.', ',')}%.", Contradiction: false);
        }

        foreach (Match match in Leftover().Matches(text))
        {
            yield return new Finding(PassageRule.Form, match.Value, "Dấu vết của phần mềm soạn thảo, xóa đi.", Contradiction: false);
        }

        foreach (Match match in Twice().Matches(text))
        {
            yield return new Finding(PassageRule.Form, match.Value, $"“{match.Groups[1].Value}” lặp lại hai lần.", Contradiction: false);
        }
    }

    private static DateOnly? Day(Match match, string which) =>
        DateOnly.TryParseExact(match.Groups[$"day{which}"].Value, "d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"không (?:có|để|phát sinh|còn)(?! nhiệm vụ)[^.;,\n]{0,30}(?:trễ|quá) h[ạẹ]n|không (?:có|còn) hồ sơ trễ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoLate();

    [GeneratedRegex(@"cơ bản[^.;\n]{0,30}đúng h[ạẹ]n", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MostlyOnTime();

    [GeneratedRegex(@"xin lỗi[^.\n]{0,200}chưa (?:được )?thực hiện", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoApology();

    [GeneratedRegex(@"từ(?: ngày)? (?<day1>\d{1,2}/\d{1,2}/\d{4})\s*(?:đến|tới|-|–)(?: hết)?(?: ngày)?\s*(?<day2>\d{1,2}/\d{1,2}/\d{4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Span();

    [GeneratedRegex(@"[Tt]rong năm (\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex InYear();

    [GeneratedRegex(@"(?:hầu hết|đa số|phần lớn)[^.\n]{0,120}hài lòng", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MostSatisfied();

    [GeneratedRegex("nhiệm vụ|ý kiến chỉ đạo", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tasks();

    [GeneratedRegex(@"\[bookmark:[^\]]*\]|\\_GoBack|_GoBack", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"(?<!\w)(\w+(?: \w+){2,6}) \1(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}

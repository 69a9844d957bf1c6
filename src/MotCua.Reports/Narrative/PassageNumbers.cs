using System.Text.RegularExpressions;

namespace MotCua.Reports.Narrative;

/// <summary>Numbers of a passage against each other: a part over a whole, a share, a sum.</summary>
internal static partial class PassageNumbers
{
    private static readonly (string Part, string Whole)[] Within =
    [
        ("done", "received"), ("pending", "received"), ("digitised", "received"), ("new.direct", "received"), ("new.postal", "received"), ("done.in_time", "done"),
    ];

    private static readonly string[] Wholes = ["received", "done", "pending", "new", "late", "rated"];

    /// <summary>Words around a number, for the finding.</summary>
    public static string Around(string text, TextNumber number) => Cut(text, number.Start - 40, number.End + 25);

    private static string Cut(string text, int from, int to)
    {
        from = Math.Max(0, from);
        to = Math.Min(text.Length, to);
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        while (to < text.Length && !char.IsWhiteSpace(text[to]))
        {
            to++;
        }

        return text[from..to].ReplaceLineEndings(" ").Trim();
    }

    /// <summary>"91/146 đạt 62,3%": the rate of the two, and the part within the whole.</summary>
    public static IEnumerable<Finding> Fractions(string text, IReadOnlyList<TextNumber> numbers, PassageFacts facts)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            var (part, whole) = (numbers[i], numbers[i + 1]);
            if (part.IsPercent || whole.IsPercent || text[part.End..whole.Start].Trim() is not ("/" or "trên" or "trên tổng số"))
            {
                continue;
            }

            if (part.Value > whole.Value)
            {
                yield return new Finding(PassageRule.PartOfWhole, Cut(text, part.Start - 20, whole.End + 10), $"{part.Written} lớn hơn {whole.Written}: phần không thể lớn hơn toàn bộ, có thể hai số ghi ngược.");
            }

            var share = numbers.Skip(i + 2).Take(1).FirstOrDefault(n => n.IsPercent && n.Start - whole.End <= 40);
            if (share is not null && Exact(part.Value, whole.Value) is { } rate && Wrong(share, rate) is { } how)
            {
                yield return new Finding(PassageRule.Rate, Cut(text, part.Start - 20, share.End), $"{part.Written}/{whole.Written} là {TextNumbers.Words(rate)}%, đoạn viết ghi {share.Written}%{how}.");
            }

            if (Label().IsMatch(text[Math.Max(0, part.Start - 40)..part.Start]) && facts.Value("received") is { } received && received != whole.Value && facts.Value("new") != whole.Value)
            {
                yield return PassageCheck.AgainstFigure(facts, "received", Cut(text, part.Start - 40, whole.End), whole.Written) with { Rule = PassageRule.Rate };
            }
        }
    }

    /// <summary>"trễ hạn 04 hồ sơ chiếm 0,2%": the count over some whole that stands in the passage or in the figures.</summary>
    public static IEnumerable<Finding> Shares(string text, IReadOnlyList<TextNumber> numbers, PassageFacts facts)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            var (share, part) = (numbers[i], numbers[i - 1]);
            if (share.IsPercent && share.Value > 100)
            {
                yield return new Finding(PassageRule.PartOfWhole, Around(text, share), $"{share.Written}% lớn hơn 100%.");
                continue;
            }

            var fraction = i > 1 && text[numbers[i - 2].End..part.Start].Trim() is "/" or "trên";
            if (!share.IsPercent || part.IsPercent || part.Unit.Length == 0 && !text[part.End..share.Start].Contains("đạt", StringComparison.Ordinal) || fraction
                || share.Start - part.End > 40 || text[part.End..share.Start].IndexOfAny(['.', ';', '\n']) >= 0 || !Share().IsMatch(text[part.End..share.Start]))
            {
                continue;
            }

            if (part.Unit == "phiếu" && facts.Value("satisfied.rate") is { } satisfied && Wrong(share, satisfied) is not null)
            {
                yield return PassageCheck.AgainstFigure(facts, "satisfied.rate", Around(text, share), $"{share.Written}%") with { Rule = PassageRule.Rate };
                continue;
            }

            if (part.Unit == "phiếu")
            {
                continue;
            }

            var wholes = numbers.Where(n => n is { IsPercent: false, Decimals: 0 } && n.Value > part.Value && (n.Unit == part.Unit || n.Unit.Length == 0 || part.Unit is not "hồ sơ")).Select(n => n.Value)
                .Concat(part.Unit is "hồ sơ" or "" ? Wholes.Select(facts.Value).OfType<decimal>().Where(v => v >= part.Value) : []).Append(part.Value).Distinct().ToList();
            var rates = wholes.Select(w => (Whole: w, Rate: Exact(part.Value, w))).Where(r => r.Rate is not null).ToList();
            if (rates.Count < 2 || rates.Any(r => Wrong(share, r.Rate!.Value) is null))
            {
                continue;
            }

            var near = rates.MinBy(r => Math.Abs(r.Rate!.Value - share.Value));
            yield return new Finding(PassageRule.Rate, Cut(text, part.Start - 25, share.End),
                $"{part.Written} trên {TextNumbers.Words(near.Whole)} là {TextNumbers.Words(near.Rate!.Value)}%, đoạn viết ghi {share.Written}%{Wrong(share, near.Rate.Value)}.");
        }
    }

    /// <summary>"20 định biên (11 cán bộ, 10 công chức)", "505 hồ sơ, gồm 418 … và 72 …": parts against their total.</summary>
    public static IEnumerable<Finding> Sums(string text, IReadOnlyList<TextNumber> numbers)
    {
        for (var i = 0; i + 2 < numbers.Count; i++)
        {
            var total = numbers[i];
            var between = text[total.End..numbers[i + 1].Start];
            var opened = between.Contains('(', StringComparison.Ordinal) && between.Length <= 30;
            if (total.IsPercent || total.Unit.Length == 0 || !(opened || Consists().IsMatch(between)) || between.IndexOfAny(['.', ';']) >= 0)
            {
                continue;
            }

            var end = text.IndexOfAny(opened ? [')'] : ['.', ';', '\n'], total.End);
            while (!opened && end > 0 && end + 1 < text.Length && char.IsDigit(text[end + 1]) && char.IsDigit(text[end - 1]))
            {
                end = text.IndexOfAny(['.', ';', '\n'], end + 1);
            }

            var parts = numbers.Skip(i + 1).Where(n => n.Start < (end < 0 ? text.Length : end) && n is { IsPercent: false, Decimals: 0 }).ToList();
            var sum = parts.Sum(p => p.Value);
            if (parts.Count >= 2 && parts.TrueForAll(p => p.Value <= total.Value && p.Unit.Length > 0) && (opened ? sum != total.Value : sum > total.Value || (Exactly().IsMatch(between) && sum != total.Value)))
            {
                yield return new Finding(PassageRule.Sum, Cut(text, total.Start, parts[^1].End),
                    $"{string.Join(" + ", parts.Select(p => p.Written))} = {TextNumbers.Words(sum)}, không bằng {total.Written}.");
            }
        }
    }

    /// <summary>"Tiếp nhận 505 hồ sơ, đã giải quyết 520 hồ sơ": what one paragraph names must lie within what it names as the whole.</summary>
    public static IEnumerable<Finding> Parts(string text, IReadOnlyList<TextNumber> numbers)
    {
        var named = numbers.Where(n => n is { IsPercent: false, Decimals: 0, Unit: "hồ sơ" })
            .Select(n => (Number: n, Figures: PassageCheck.Named(text, n, numbers) ?? [], Line: text[..n.Start].Count(c => c == '\n'))).Where(n => n.Figures.Length > 0);
        foreach (var line in named.GroupBy(n => n.Line))
        {
            decimal Most(string figure) => line.Where(n => n.Figures[0] == figure).Select(n => n.Number.Value).DefaultIfEmpty().Max();
            foreach (var (part, whole) in Within)
            {
                // "Received" may mean the new ones alone; what was carried over stands beside it then.
                var most = Most(whole) + (whole == "received" && Most(whole) > 0 ? Most("carried") : 0);
                if (most > 0 && line.FirstOrDefault(n => n.Figures is [var only] && only == part && n.Number.Value > most).Number is { } over)
                {
                    yield return new Finding(PassageRule.PartOfWhole, Around(text, over),
                        $"{NamedFigure.Get(part).Label} {over.Written} lớn hơn {char.ToLowerInvariant(NamedFigure.Get(whole).Label[0])}{NamedFigure.Get(whole).Label[1..]} {TextNumbers.Words(most)}: phần không thể lớn hơn toàn bộ.",
                        Contradiction: line.Any(n => n.Figures[0] == whole && InOneSentence(text, n.Number, over)));
                }
            }
        }
    }

    // Two sentences may speak of two things, one of a field and one of the whole office.
    private static bool InOneSentence(string text, TextNumber one, TextNumber other) =>
        !text[Math.Min(one.End, other.End)..Math.Max(one.Start, other.Start)].Contains(". ", StringComparison.Ordinal);

    /// <summary>In percent, not rounded, so that a number cut off can be told from a wrong one.</summary>
    private static decimal? Exact(decimal part, decimal whole) => whole == 0 ? null : 100m * part / whole;

    /// <summary>Null: right as written. Else what kind of wrong, to follow the sentence.</summary>
    private static string? Wrong(TextNumber written, decimal exact) => Wrong(written.Value, written.Decimals, exact);

    internal static string? Wrong(decimal written, int decimals, decimal exact)
    {
        if (Same(written, decimals, exact))
        {
            return null;
        }

        var step = Math.Min(decimals, 2) switch { 0 => 1m, 1 => 10m, _ => 100m };
        return Math.Truncate(exact * step) / step == written ? " (cắt số thay vì làm tròn)" : "";
    }

    /// <summary>Equal to as many digits as were written.</summary>
    internal static bool Same(decimal written, int decimals, decimal exact)
    {
        var digits = Math.Min(decimals, 2);
        return Math.Round(exact, digits, MidpointRounding.AwayFromZero) == Math.Round(written, digits, MidpointRounding.AwayFromZero);
    }

    [GeneratedRegex(@"[Tt]ổng số hồ sơ (?:đã )?(?:tiếp )?nhận\s*:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("đạt|chiếm|tỷ lệ|tỉ lệ|bằng", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex("gồm|trong đó|bao gồm", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Consists();

    [GeneratedRegex("gồm", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Exactly();
}

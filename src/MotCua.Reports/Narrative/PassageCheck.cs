namespace MotCua.Reports.Narrative;

/// <summary>What the passages of a report are compared with.</summary>
/// <param name="Value">Figure → value; null when it is not known.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Its last day.</param>
/// <param name="SignedOn">Day of the report; null while it has none.</param>
public sealed record PassageFacts(Func<string, decimal?> Value, DateOnly From, DateOnly To, DateOnly? SignedOn)
{
    /// <summary>Where the records of a figure are.</summary>
    public Func<string, string?> Link { get; init; } = _ => null;

    /// <summary>Whose figures they are, in a sentence.</summary>
    public string Source { get; init; } = "số liệu của hệ thống";
}

/// <summary>Finds what a hand-written passage says against the figures, against its own numbers, and against its own documents.</summary>
public static class PassageCheck
{
    /// <summary>Phrases that name a figure, the longer before the shorter; a number beside one must be one of its figures.</summary>
    private static readonly (string Phrase, string[] Figures)[] Phrases =
    [
        ("trước hạn và đúng hạn", ["done.in_time"]), ("trước và đúng hạn", ["done.in_time"]), ("trước hẹn, đúng hẹn", ["done.in_time"]), ("trước hạn, đúng hạn", ["done.in_time"]),
        ("chưa số hóa", ["not_digitised"]), ("đã số hóa", ["digitised"]), ("kỳ trước", ["carried"]), ("trực tuyến", ["new.online", "paid_online"]), ("trực tiếp", ["new.direct"]),
        ("bưu chính", ["new.postal"]), ("đang giải quyết", ["pending"]), ("đã giải quyết", ["done"]), ("giải quyết xong", ["done"]), ("trễ hạn", ["late", "done.late", "pending.overdue", "apologised", "late_without_apology"]),
        ("trễ hẹn", ["late", "done.late", "pending.overdue", "apologised", "late_without_apology"]), ("quá hạn", ["pending.overdue", "late", "done.late"]), ("trước hạn", ["done.early", "done.in_time"]),
        ("đúng hạn", ["done.in_time", "done.on_time"]), ("đúng hẹn", ["done.in_time", "done.on_time"]), ("trong hạn", ["pending.within"]), ("xin lỗi", ["apologised"]), ("hồ sơ rút", ["withdrawn"]),
        ("rút hồ sơ", ["withdrawn"]), ("hài lòng", ["satisfied", "rated"]), ("phiếu khảo sát", ["rated"]), ("tiếp nhận", ["received", "new"]),
    ];

    internal static List<NarrativePart> OfReport(List<NarrativePart> parts, FigureBook book, Period period, DateOnly? signedOn)
    {
        var links = new FigureLinks(book.Agency.Code, period.From, period.To);
        var facts = new PassageFacts(name => NamedFigure.Find(name) is { } f ? book.Value(f) : null, period.From, period.To, signedOn)
        {
            Link = name => NamedFigure.Find(name) is { } f ? links.Of(f, FigureTime.Current) : null,
        };
        return [.. parts.Select(p => p is NarrativePart.Written w && w.Text.Length > 0 ? w with { Findings = [.. Of(w.Text, facts, w.Block.Role ?? PassageRole.Text)] } : p)];
    }

    /// <summary>Everything found in one passage, in the order of the text where it has one.</summary>
    public static IReadOnlyList<Finding> Of(string text, PassageFacts facts, PassageRole role = PassageRole.Text)
    {
        text = text.Normalize(System.Text.NormalizationForm.FormC);
        var numbers = TextNumbers.Of(text);
        return
        [
            .. PassageNumbers.Fractions(text, numbers, facts),
            .. PassageNumbers.Shares(text, numbers, facts),
            .. PassageNumbers.Sums(text, numbers),
            .. PassageNumbers.Parts(text, numbers),
            .. Counts(text, numbers, facts),
            .. PassageWords.Denials(text, facts),
            .. PassageDocuments.Of(text, facts),
            .. PassageWords.Periods(text, facts),
            .. PassageWords.Evidence(text, facts, role),
            .. PassageWords.Writing(text, numbers),
        ];
    }

    /// <summary>A count of dossiers or forms beside a phrase that names a figure.</summary>
    private static IEnumerable<Finding> Counts(string text, IReadOnlyList<TextNumber> numbers, PassageFacts facts)
    {
        foreach (var number in numbers.Where(n => n is { IsPercent: false, Decimals: 0 } && n.Unit is "hồ sơ" or "phiếu" or "trường hợp" or "đồng" or ""))
        {
            // A part of a fraction is checked with its whole.
            if (text[number.End..].TrimStart().StartsWith('/') || text[..number.Start].TrimEnd().EndsWith('/'))
            {
                continue;
            }

            if (Named(text, number, numbers) is not { } names || names.All(n => facts.Value(n) is null) || names.Any(n => facts.Value(n) == number.Value))
            {
                continue;
            }

            var name = names.First(n => facts.Value(n) is not null);
            yield return AgainstFigure(facts, name, PassageNumbers.Around(text, number), number.Written);
        }
    }

    internal static Finding AgainstFigure(PassageFacts facts, string name, string quote, string written)
    {
        var figure = NamedFigure.Get(name);
        var shown = SentenceWriter.Shown(figure, facts.Value(name));
        return new Finding(PassageRule.Figure, quote, $"Đoạn viết ghi {written}, {facts.Source} “{figure.Label}” là {shown}.")
        {
            FigureLabel = figure.Label, FigureValue = shown, Link = facts.Link(name),
        };
    }

    /// <summary>The figures named nearest to a number within its clause: before it first, then after it.</summary>
    internal static string[]? Named(string text, TextNumber number, IReadOnlyList<TextNumber> numbers)
    {
        var from = Math.Max(text.LastIndexOfAny([';', '.', '(', '\n'], Math.Max(0, number.Start - 1)) + 1, numbers.Where(n => n.End <= number.Start).Select(n => n.End).DefaultIfEmpty(0).Max());
        var to = text.IndexOfAny([',', ';', '.', '(', ')', '\n'], number.End);
        to = Math.Min(to < 0 ? text.Length : to, numbers.Where(n => n.Start >= number.End).Select(n => n.Start).DefaultIfEmpty(text.Length).Min());
        var (before, after) = (text[from..Math.Max(from, number.Start)].ToLowerInvariant(), text[number.End..Math.Max(number.End, to)].ToLowerInvariant());
        if (number.Unit == "đồng")
        {
            return before.Contains("thanh toán", StringComparison.Ordinal) || after.Contains("thanh toán", StringComparison.Ordinal) ? ["paid_online.amount"] : null;
        }

        // Within reach: the phrase must stand close to the number, not somewhere in a long clause.
        var found = Phrases.Select(p => (p.Figures, p.Phrase, At: before.LastIndexOf(p.Phrase, StringComparison.Ordinal))).Where(p => p.At >= 0 && before.Length - p.At - p.Phrase.Length <= 25)
            .OrderByDescending(p => p.At + p.Phrase.Length).ThenByDescending(p => p.Phrase.Length).Select(p => p.Figures).FirstOrDefault();
        found ??= number.Unit.Length == 0 ? null
            : Phrases.Select(p => (p.Figures, p.Phrase, At: after.IndexOf(p.Phrase, StringComparison.Ordinal))).Where(p => p.At is >= 0 and <= 15)
                .OrderBy(p => p.At).ThenByDescending(p => p.Phrase.Length).Select(p => p.Figures).FirstOrDefault();
        return number.Unit == "phiếu" ? ["rated", "satisfied"] : found;
    }
}

using System.Text.RegularExpressions;

namespace MotCua.Reports.Narrative;

/// <summary>Holds the figures of a report against each other, and against those of the system where they are given.</summary>
public static partial class SheetCheck
{
    /// <param name="sheet">The declared figures.</param>
    /// <param name="system">The system's value of a figure; null when it knows none, or when nothing is to be compared.</param>
    /// <param name="link">Where the records of a figure are.</param>
    public static IReadOnlyList<CheckedFinding> Of(FigureSheet sheet, Func<string, decimal?> system, Func<string, string?> link) =>
    [
        .. sheet.Values.Where(v => !v.Known && Code().IsMatch(v.Label)).Select(UnknownRow),
        .. sheet.Values.Where(v => v is { Known: true, Value: > 100 } && NamedFigure.Find(v.Name) is { IsRate: true }).Select(OverHundred),
        .. FigureRelation.All.SelectMany(r => Findings(r, sheet)),
        .. Carried(sheet),
        .. Overdue(sheet),
        .. sheet.Values.Where(v => v is { Known: true, Value: not null }).Select(v => AgainstSystem(v, system, link)).OfType<CheckedFinding>(),
    ];

    private static IEnumerable<CheckedFinding> Findings(FigureRelation relation, FigureSheet sheet) => relation switch
    {
        FigureRelation.Rate rate => RateOf(rate, sheet),
        FigureRelation.Sum sum => SumOf(sum, sheet),
        FigureRelation.Same same => SameOf(same, sheet),
        FigureRelation.Group group => GroupOf(group, sheet),
        FigureRelation.AtMost most when Value(sheet, most.Part) is { } part && Value(sheet, most.Whole) is { } whole && part > whole =>
            [Found(most.Rule, sheet, most.Part, $"{Label(most.Part)} {Words(part)} lớn hơn {Low(most.Whole)} {Words(whole)}.")],
        FigureRelation.Needs needs when sheet.Value(needs.Name) > 0 && (sheet.Value(needs.Other) ?? 0) == 0 =>
            [Found(needs.Rule, sheet, needs.Name, $"{Label(needs.Name)} là {Words(sheet.Value(needs.Name)!.Value)} mà {Low(needs.Other)} {(sheet.Value(needs.Other) is null ? "không ghi" : "là 0")}.")],
        FigureRelation.Covers covers when sheet.Value(covers.Part) is { } part && sheet.Value(covers.Whole) is { } whole && part < whole =>
            [Found(covers.Rule, sheet, covers.Part, $"{Label(covers.Part)} {Words(part)} trên {Words(whole)} ({Words(Rates.Of(part, whole)!.Value)}%): còn thiếu {Words(whole - part)}, cần liệt kê.", contradiction: false)],
        FigureRelation.Differ differ when sheet.Value(differ.One) is > 0 and { } one && sheet.Value(differ.Two) == one =>
            [Found(differ.Rule, sheet, differ.One, $"{Label(differ.One)} và {Low(differ.Two)} cùng là {Words(one)}: hai dòng khác nghĩa, xem lại có chép nhầm không.", contradiction: false)],
        FigureRelation.Norm norm when sheet.Value(norm.Name) is { } rate && rate > norm.Most =>
            [Found(norm.Rule, sheet, norm.Name, $"{Label(norm.Name)} {Words(rate)}% vượt mức {Words(norm.Most)}%: phải nêu ở phần hạn chế.", contradiction: false)],
        _ => [],
    };

    private static IEnumerable<CheckedFinding> RateOf(FigureRelation.Rate rate, FigureSheet sheet)
    {
        if (sheet.Find(rate.Name) is not { } declared || Value(sheet, rate.Part) is not { } part || rate.Whole.Any(w => Value(sheet, w) is null))
        {
            yield break;
        }

        var whole = rate.Whole.Sum(w => Value(sheet, w)!.Value);
        if (whole == 0)
        {
            if (declared.Value is { } given)
            {
                yield return Found(ReportRule.R1, sheet, rate.Name, $"{Label(rate.Name)}: {Words(part)} trên 0 không có tỷ lệ, để “– (không có)”, không ghi {Words(given)}.");
            }

            yield break;
        }

        if (part > whole)
        {
            yield return Found(ReportRule.R2, sheet, rate.Name, $"{Label(rate.Part)} {Words(part)} lớn hơn {Low(rate.Whole[0])} {Words(whole)}: có thể hai số ghi ngược.");
        }

        var exact = 100m * part / whole;
        if (declared.Value is not { } written)
        {
            yield return Found(ReportRule.R1, sheet, rate.Name, $"{Label(rate.Name)} để trống; tính được {Words(part)}/{Words(whole)} = {Words(Half(exact, 2))}%.", contradiction: false);
        }
        else if (PassageNumbers.Wrong(written, declared.Decimals, exact) is { } how)
        {
            yield return Found(ReportRule.R1, sheet, rate.Name, $"{Label(rate.Name)}: {Words(part)}/{Words(whole)} là {Words(Half(exact, 2))}%, báo cáo ghi {declared.Written.TrimEnd('%', ' ')}%{how}.");
        }
    }

    private static IEnumerable<CheckedFinding> SumOf(FigureRelation.Sum sum, FigureSheet sheet)
    {
        var needed = sum.Parts.Where(p => p[0] != '?').Select(p => p.TrimStart('-'));
        if (sheet.Value(sum.Total) is not { } total || needed.Any(p => sheet.Value(p) is null))
        {
            yield break;
        }

        var parts = sum.Parts.Select(p => (Name: p.TrimStart('?', '-'), Minus: p[0] == '-')).Where(p => sheet.Value(p.Name) is not null).ToList();
        var made = parts.Sum(p => p.Minus ? -sheet.Value(p.Name)!.Value : sheet.Value(p.Name)!.Value);
        if (made != total)
        {
            var words = string.Concat(parts.Select((p, i) => $"{(p.Minus ? " − " : i == 0 ? "" : " + ")}{Words(sheet.Value(p.Name)!.Value)}"));
            yield return Found(sum.Rule, sheet, sum.Total, $"{words} = {Words(made)}, không bằng {Low(sum.Total)} {Words(total)}.", contradiction: !sum.Mild);
        }
    }

    private static IEnumerable<CheckedFinding> SameOf(FigureRelation.Same same, FigureSheet sheet)
    {
        // A table left without rows is a table of no rows.
        var one = sheet.Find(same.One) is { Value: null } && same.One == "b2.rows" ? 0 : sheet.Value(same.One);
        if (one is { } first && sheet.Value(same.Two) is { } second && first != second)
        {
            var note = sheet.Find(same.One) is { Value: null } ? " (để trống)" : "";
            yield return Found(same.Rule, sheet, same.Two, $"{Label(same.One)} {Words(first)}{note}, còn {Low(same.Two)} {Words(second)}: một việc hai số.");
        }
    }

    private static IEnumerable<CheckedFinding> GroupOf(FigureRelation.Group group, FigureSheet sheet)
    {
        var members = Members(sheet, group.Prefix, group.Suffix);
        if (members.Count == 0 || (group.Total is { } named && sheet.Value(named) is null))
        {
            yield break;
        }

        var (made, wanted) = (members.Sum(m => m.Value!.Value), group.Total is { } total ? sheet.Value(total)!.Value : 100m);
        var allowed = group.Total is null ? 0.05m : 0m;
        if (Math.Abs(made - wanted) > allowed)
        {
            var words = string.Join(" + ", members.Select(m => Words(m.Value!.Value)));
            yield return Found(ReportRule.R3, sheet, members[0].Name, group.Total is { } of
                ? $"Cộng các dòng {words} = {Words(made)}, không bằng {Low(of)} {Words(wanted)}."
                : $"Các tỷ lệ của một cách chia: {words} = {Words(made)}%, không đủ 100%; thiếu nhóm hoặc tính sai.");
        }
    }

    /// <summary>What was carried over is not received again.</summary>
    private static IEnumerable<CheckedFinding> Carried(FigureSheet sheet)
    {
        if (sheet.Value("received") is { } received && sheet.Value("carried") is > 0 and { } carried && sheet.Value("new") is null)
        {
            yield return Found(ReportRule.R4, sheet, "received",
                $"Tổng {Words(received)} gồm cả {Words(carried)} hồ sơ kỳ trước chuyển sang; hồ sơ mới tiếp nhận là {Words(received - carried)}. Ghi riêng hai số.", contradiction: false);
        }
    }

    private static IEnumerable<CheckedFinding> Overdue(FigureSheet sheet)
    {
        var late = new[] { "directives.not_started_overdue", "directives.in_progress_overdue", "directives.completed_late" }.Sum(n => sheet.Value(n) ?? 0);
        if (late > 0 && sheet.Value("directives") is > 0 and { } all)
        {
            yield return Found(ReportRule.R9, sheet, "directives", $"{Words(late)} trên {Words(all)} nhiệm vụ cấp trên giao quá hạn ({Words(Rates.Of(late, all)!.Value)}%): phải nêu ở phần hạn chế.", contradiction: false);
        }
    }

    private static CheckedFinding? AgainstSystem(DeclaredValue declared, Func<string, decimal?> system, Func<string, string?> link)
    {
        if (NamedFigure.Find(declared.Name) is not { } figure || system(declared.Name) is not { } value || PassageNumbers.Same(declared.Value!.Value, declared.Decimals, value))
        {
            return null;
        }

        var shown = SentenceWriter.Shown(figure, value);
        return new CheckedFinding(ReportRule.R5, PlaceOf(declared), new Finding(PassageRule.Figure, declared.Label, $"Báo cáo ghi {declared.Written}, hệ thống có {shown} cho “{figure.Label}”.")
        {
            FigureLabel = figure.Label, FigureValue = shown, Link = link(declared.Name),
        });
    }

    private static CheckedFinding UnknownRow(DeclaredValue row) =>
        new(ReportRule.R10, PlaceOf(row), new Finding(PassageRule.Form, row.Label, $"Mẫu phụ lục không có dòng {row.Label}; xem lại số thứ tự.", Contradiction: false));

    private static CheckedFinding OverHundred(DeclaredValue rate) =>
        new(ReportRule.R2, PlaceOf(rate), new Finding(PassageRule.PartOfWhole, rate.Label, $"{rate.Written} lớn hơn 100%."));

    private static CheckedFinding Found(ReportRule rule, FigureSheet sheet, string name, string message, bool contradiction = true) =>
        new(rule, sheet.Find(name) is { } declared ? PlaceOf(declared) : "Số liệu", new Finding(PassageRule.Figure, sheet.Find(name)?.Label ?? "", message, contradiction));

    private static string PlaceOf(DeclaredValue declared) => $"Số liệu, dòng {declared.Line}";

    /// <summary>A declared figure, or the sum of a form's rows where only they are declared.</summary>
    private static decimal? Value(FigureSheet sheet, string name) =>
        sheet.Value(name) ?? (name == "satisfied" && Members(sheet, "b3.", ".satisfied") is { Count: > 0 } rows ? rows.Sum(r => r.Value) : null);

    private static List<DeclaredValue> Members(FigureSheet sheet, string prefix, string suffix) =>
        [.. sheet.Values.Where(v => v.Value is not null && v.Name.StartsWith(prefix, StringComparison.Ordinal) && v.Name.EndsWith(suffix, StringComparison.Ordinal))];

    private static decimal Half(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    private static string Words(decimal value) => TextNumbers.Words(value);

    private static string Label(string name) => FigureNames.LabelOf(name).TrimEnd(':');

    private static string Low(string name) => Label(name) is { Length: > 1 } label && char.IsUpper(label[0]) && !char.IsUpper(label[1]) ? $"{char.ToLowerInvariant(label[0])}{label[1..]}" : Label(name);

    [GeneratedRegex(@"^\d+(?:\.\d+)+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

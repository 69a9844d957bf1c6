using MotCua.Registers;

namespace MotCua.Reports.Narrative;

/// <summary>From where a figure of a sentence comes.</summary>
public enum FigureOrigin
{
    Dossiers,
    Directives,
    Annex,
}

/// <summary>How a figure is printed.</summary>
public enum FigureUnit
{
    Count,
    Percent,
    Dong,
}

/// <summary>Everything that may stand in braces in a computed sentence, by its name.</summary>
/// <param name="Name">received, done.late.rate, directives.overdue, annex.4.1.quota.</param>
/// <param name="Label">In words.</param>
/// <param name="Unit">How it is printed.</param>
/// <param name="Formula">How it comes about, in words.</param>
/// <param name="Origin">Which records.</param>
/// <param name="Parts">The figures added up; of a rate, its numerator.</param>
public sealed record NamedFigure(string Name, string Label, FigureUnit Unit, string Formula, FigureOrigin Origin, IReadOnlyList<string> Parts)
{
    private static readonly (string Name, string Label, string Part, string[] Whole)[] Rates =
    [
        ("done.rate", "Tỷ lệ giải quyết trước và đúng hạn", "done.in_time", ["done"]),
        ("done.early.rate", "Tỷ lệ giải quyết trước hạn", "done.early", ["done"]),
        ("done.late.rate", "Tỷ lệ giải quyết trễ hạn", "done.late", ["done"]),
        ("pending.overdue.rate", "Tỷ lệ quá hạn trong số đang giải quyết", "pending.overdue", ["pending"]),
        ("late.rate", "Tỷ lệ trễ hạn trên tổng tiếp nhận", "late", ["received"]),
        ("new.online.rate", "Tỷ lệ nộp trực tuyến", "new.online", ["new"]),
        ("new.postal.rate", "Tỷ lệ nộp qua bưu chính", "new.postal", ["new"]),
        ("digitised.rate", "Tỷ lệ số hóa", "digitised", ["digitised", "not_digitised"]),
        ("apologised.rate", "Tỷ lệ hồ sơ trễ đã xin lỗi", "apologised", ["late"]),
        ("rated.rate", "Phiếu đánh giá trên tổng tiếp nhận", "rated", ["received"]),
        ("satisfied.rate", "Tỷ lệ hài lòng", "satisfied", ["rated"]),
    ];

    private static readonly (string Name, string Label, string[] Parts)[] DirectiveSums =
    [
        ("directives.overdue", "Nhiệm vụ quá hạn chưa xong", ["not_started_overdue", "in_progress_overdue"]),
        ("directives.completed", "Nhiệm vụ đã hoàn thành", ["completed_on_time", "completed_late"]),
        ("directives.not_started", "Nhiệm vụ chưa thực hiện", ["not_started_not_due", "not_started_overdue"]),
        ("directives.in_progress", "Nhiệm vụ đang thực hiện", ["in_progress_not_due", "in_progress_overdue"]),
    ];

    private static readonly Dictionary<string, NamedFigure> ByName = Declare().ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Rates only: what the numerator is divided by.</summary>
    public IReadOnlyList<string> Whole { get; private init; } = [];

    public bool IsRate => Unit is FigureUnit.Percent;

    public static IReadOnlyCollection<NamedFigure> All => ByName.Values;

    public static NamedFigure? Find(string name) => ByName.GetValueOrDefault(name);

    public static NamedFigure Get(string name) => ByName[name];

    /// <summary>The name that was probably meant.</summary>
    public static string? Nearest(string name)
    {
        var best = All.Select(f => (f.Name, Far: Distance(f.Name, name))).MinBy(f => f.Far);
        return best.Far <= Math.Max(2, name.Length / 3) ? best.Name : null;
    }

    private static IEnumerable<NamedFigure> Declare()
    {
        foreach (var figure in Figures.All)
        {
            yield return new(figure.Name, figure.Label, figure.Sum is null ? FigureUnit.Count : FigureUnit.Dong, figure.Formula, FigureOrigin.Dossiers, [figure.Name]);
        }

        foreach (var (name, label, part, whole) in Rates)
        {
            var formula = $"{Low(Figures.Get(part).Label)} ÷ {(name == "digitised.rate" ? "số phải số hóa" : Low(Figures.Get(whole[0]).Label))}";
            yield return new(name, label, FigureUnit.Percent, formula, FigureOrigin.Dossiers, [part]) { Whole = whole };
        }

        foreach (var figure in DirectiveFigures.All)
        {
            var name = figure.Name == "directives" ? figure.Name : $"directives.{figure.Name}";
            yield return new(name, figure.Name == "directives" ? figure.Label : $"Nhiệm vụ: {Low(figure.Label)}", FigureUnit.Count, "đếm trong sổ nhiệm vụ được giao", FigureOrigin.Directives, [figure.Name]);
        }

        foreach (var (name, label, parts) in DirectiveSums)
        {
            yield return new(name, label, FigureUnit.Count, "cộng các cột của biểu B.4", FigureOrigin.Directives, parts);
        }

        foreach (var row in Indicator.All)
        {
            var unit = row.IsRate ? FigureUnit.Percent : FigureUnit.Count;
            yield return new($"annex.{row.No}", row.Label, unit, $"dòng {row.Number} của phụ lục 1", FigureOrigin.Annex, [row.No]);
        }
    }

    private static string Low(string label) => $"{char.ToLowerInvariant(label[0])}{label[1..]}";

    /// <summary>How many letters must change (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                left = Math.Min(Math.Min(row[j] + 1, left + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>A figure as a report declares it.</summary>
/// <param name="Name">The system's name for it; as typed when the system has none.</param>
/// <param name="Label">As typed.</param>
/// <param name="Value">Null: left blank.</param>
/// <param name="Decimals">Digits after the separator, at most two.</param>
/// <param name="Written">As typed.</param>
/// <param name="Line">From 1.</param>
/// <param name="Known">Rules know it.</param>
public sealed record DeclaredValue(string Name, string Label, decimal? Value, int Decimals, string Written, int Line, bool Known);

/// <summary>
/// The figures of a report as lines "chỉ tiêu; giá trị" (also with tabs, as copied from a table), or as a JSON list of objects with indicator and
/// value. A figure is named by the system's name, by the number of its row in the annex, or by its label.
/// </summary>
public sealed partial class FigureSheet
{
    public const int MostLines = 2000;

    private readonly Dictionary<string, DeclaredValue> byName;

    private FigureSheet(IReadOnlyList<DeclaredValue> values)
    {
        Values = values;
        byName = values.GroupBy(v => v.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public IReadOnlyList<DeclaredValue> Values { get; }

    public static FigureSheet Empty { get; } = new([]);

    public DeclaredValue? Find(string name) => byName.GetValueOrDefault(name);

    public decimal? Value(string name) => Find(name)?.Value;

    public static Result<FigureSheet> Read(string text)
    {
        if (text.TrimStart().StartsWith('['))
        {
            return FromJson(text);
        }

        var lines = text.Normalize().ReplaceLineEndings("\n").Split('\n');
        if (lines.Length > MostLines)
        {
            return NarrativeErrors.SheetTooLong(MostLines);
        }

        var values = new List<DeclaredValue>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Line(lines[i], i + 1) is { } value)
            {
                values.Add(value);
            }
        }

        return new FigureSheet(values);
    }

    private static DeclaredValue? Line(string line, int number)
    {
        var cells = line.Split(['\t', ';', '|'], StringSplitOptions.TrimEntries);
        if (cells.Length < 2 || cells[0].TrimStart('-', '+', ' ').Length == 0)
        {
            return null;
        }

        // A row of a table has its unit between its label and its value.
        var label = cells[0].TrimStart('-', '+', ' ');
        var coded = cells.Length > 2 && Code().IsMatch(label);
        var written = cells.Skip(coded ? 2 : 1).LastOrDefault(c => Number(c) is not null) ?? "";
        var (name, known) = FigureNames.Resolve(label) ?? (coded ? FigureNames.Resolve(cells[1]) : null) ?? (label, false);
        var read = Number(written);
        return written.Length == 0 && !known && !coded ? null : new(name, label, read?.Value, read?.Decimals ?? 0, written, number, known);
    }

    private static Result<FigureSheet> FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var values = new List<DeclaredValue>();
            foreach (var item in document.RootElement.EnumerateArray().Take(MostLines))
            {
                var label = item.GetProperty("indicator").GetString() ?? "";
                var value = item.TryGetProperty("value", out var v) && v.ValueKind is JsonValueKind.Number ? v.GetRawText() : "";
                var raw = item.TryGetProperty("value_raw", out var r) && r.ValueKind is JsonValueKind.String ? r.GetString()! : "";
                var (name, known) = FigureNames.Resolve(label) ?? (label, false);
                decimal? number = value.Length == 0 ? null : decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
                values.Add(new(name, label, number, number is null ? 0 : DecimalsOf(value), raw.Length > 0 ? raw : value, values.Count + 1, known));
            }

            return new FigureSheet(values);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return NarrativeErrors.SheetNotRead();
        }
    }

    private static (decimal Value, int Decimals)? Number(string cell)
    {
        var text = cell.Trim().TrimEnd('%', ' ');
        if (!Digits().IsMatch(text))
        {
            return null;
        }

        var plain = Grouped().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : text.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (value, DecimalsOf(plain)) : null;
    }

    private static int DecimalsOf(string plain) => plain.IndexOf('.', StringComparison.Ordinal) is var dot && dot < 0 ? 0 : Math.Min(2, plain.TrimEnd('0').Length - dot - 1);

    [GeneratedRegex(@"^\d+(?:[.,]\d+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+(,\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d+(?:\.\d+)+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

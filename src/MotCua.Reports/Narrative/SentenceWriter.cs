using MotCua.Documents;
using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>A figure as a report used it.</summary>
/// <param name="Name">Its name in the template, with what was asked of it.</param>
/// <param name="Label">In words.</param>
/// <param name="Agency">Code of the agency it is about.</param>
/// <param name="Value">Null when nothing occurred (0/0).</param>
/// <param name="Shown">As printed.</param>
/// <param name="Formula">How it comes about.</param>
/// <param name="Link">The page with its records.</param>
public sealed record UsedFigure(string Name, string Label, string Agency, decimal? Value, string Shown, string Formula, string Link);

/// <summary>Turns computed sentences into text; each number leads to its records.</summary>
internal sealed class SentenceWriter(FigureBook book, IReadOnlyDictionary<string, string> facts, FootnoteList notes, FigureLinks links)
{
    /// <summary>0/0, or records that do not reach so far: never 0, never 100.</summary>
    public const string Nothing = "– (không có)";

    private readonly Dictionary<string, UsedFigure> used = new(StringComparer.Ordinal);

    public IReadOnlyCollection<UsedFigure> Used => used.Values;

    /// <summary>False: the sentence is about what did not occur, and is left out.</summary>
    public bool Applies(TemplateBlock block) =>
        (block.When is null || book.Value(block.When) > 0) && (block.Unless is null || book.Value(block.Unless) is null or 0);

    public Line Write(string text) => new(Merge(Sentence.Read(text, out _)!.Parts.SelectMany(Runs)));

    public string Plain(string text) => Write(text).Text;

    private IEnumerable<Run> Runs(SentencePart part) => part switch
    {
        SentencePart.Words words => [words.Text],
        SentencePart.Fact fact => [facts[fact.Name]],
        SentencePart.Note note => [notes.Mark(note.Text)],
        SentencePart.Optional optional => optional.Parts.OfType<SentencePart.Number>().Any(n => book.Value(n.Figure, n.Time) is null) ? [] : optional.Parts.SelectMany(Runs),
        SentencePart.Number { Shape: FigureShape.ByField } number => Divided(number.Figure, book.ByField(number.Figure), field: true),
        SentencePart.Number { Shape: FigureShape.ByAgency } number => Divided(number.Figure, book.ByAgency(number.Figure), field: false),
        SentencePart.Number { Shape: FigureShape.Change } number => [Use(number, Change(number), book.Value(number.Figure) - book.Value(number.Figure, number.Time))],
        SentencePart.Number number => [Use(number, Shown(number.Figure, book.Value(number.Figure, number.Time)), book.Value(number.Figure, number.Time))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Shown(NamedFigure figure, decimal? value) => value switch
    {
        null => Nothing,
        { } v when figure.IsRate => $"{Vietnamese.Rate(v)}%",
        { } v when v % 1 == 0 => Vietnamese.Number((long)v),
        { } v => Vietnamese.Rate(v),
    };

    private Run Use(SentencePart.Number number, string shown, decimal? value)
    {
        var (figure, key) = (number.Figure, $"{number.Figure.Name}|{number.Time}|{number.Shape}");
        var link = links.Of(figure, number.Time);
        used.TryAdd(key, new UsedFigure(Name(number), figure.Label, book.Agency.Code, value, shown, figure.Formula, link));
        return Run.Figure(shown, link);
    }

    private static string Name(SentencePart.Number number) => (number.Time, number.Shape) switch
    {
        (FigureTime.Current, FigureShape.Value) => number.Figure.Name,
        (FigureTime.Before, FigureShape.Change) => $"{number.Figure.Name}|change",
        (_, FigureShape.Change) => $"{number.Figure.Name}|change_year",
        _ => $"{number.Figure.Name}|{Snake.Text(number.Time)}",
    };

    private string Change(SentencePart.Number number)
    {
        if (book.Value(number.Figure) is not { } now || book.Value(number.Figure, number.Time) is not { } then)
        {
            return Nothing;
        }

        var unit = number.Figure.IsRate ? " điểm phần trăm" : "";
        var by = Math.Abs(now - then);
        var words = number.Figure.IsRate ? Vietnamese.Rate(by) : Vietnamese.Number((long)by);
        return now == then ? "không đổi" : $"{(now > then ? "tăng" : "giảm")} {words}{unit}";
    }

    private IEnumerable<Run> Divided(NamedFigure figure, IReadOnlyList<(string Key, string Name, long Count)> parts, bool field)
    {
        if (parts.Count == 0)
        {
            yield return Nothing;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var (key, name, count) = parts[i];
            var link = field ? links.Field(figure, key) : links.Agency(figure, key);
            var shown = Vietnamese.Number(count);
            used.TryAdd($"{figure.Name}|{key}", new UsedFigure($"{figure.Name}|{(field ? "by:field" : "by:agency")}", $"{figure.Label}: {name}", field ? book.Agency.Code : key, count, shown, figure.Formula, link));
            yield return i == 0 ? $"{name} " : $", {name} ";
            yield return Run.Figure(shown, link);
        }
    }

    /// <summary>Words that touch become one run, so that a date or a number among them is kept whole.</summary>
    private static List<Run> Merge(IEnumerable<Run> runs)
    {
        var merged = new List<Run>();
        foreach (var run in runs)
        {
            if (merged.Count > 0 && Bare(run) && Bare(merged[^1]))
            {
                merged[^1] = merged[^1].Text + run.Text;
            }
            else
            {
                merged.Add(run);
            }
        }

        return merged;

        static bool Bare(Run run) => run is { Link: null, Footnote: null, Bold: false, Italic: false };
    }
}

/// <summary>Notes at the foot: a document of the register is named in full, another as it was typed.</summary>
internal sealed class FootnoteList(IReadOnlyDictionary<string, string> registered)
{
    private readonly List<Line> notes = [];

    public IReadOnlyList<Line> All => notes;

    public Run Mark(string document)
    {
        notes.Add(registered.GetValueOrDefault(document, document));
        return Run.NoteMark(notes.Count);
    }
}

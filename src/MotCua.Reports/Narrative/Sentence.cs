using System.Text;

namespace MotCua.Reports.Narrative;

/// <summary>At which period a placeholder looks.</summary>
public enum FigureTime
{
    Current,

    /// <summary>The period right before.</summary>
    Before,

    /// <summary>The same days a year earlier.</summary>
    YearBefore,
}

/// <summary>What a placeholder prints of its figure.</summary>
public enum FigureShape
{
    Value,

    /// <summary>"tăng 12", "giảm 0,68 điểm phần trăm", "không đổi" against another period.</summary>
    Change,

    /// <summary>Field by field, the largest first.</summary>
    ByField,

    /// <summary>Agency by agency.</summary>
    ByAgency,
}

/// <summary>A part of a computed sentence.</summary>
public abstract record SentencePart
{
    public sealed record Words(string Text) : SentencePart;

    /// <summary>A word that the report fixes: agency, period.</summary>
    public sealed record Fact(string Name) : SentencePart;

    public sealed record Number(NamedFigure Figure, FigureTime Time, FigureShape Shape) : SentencePart;

    /// <summary>A note at the foot that names a document.</summary>
    public sealed record Note(string Text) : SentencePart;

    /// <summary>Left out when one of its rates is 0/0 or one of its periods is not known.</summary>
    public sealed record Optional(IReadOnlyList<SentencePart> Parts) : SentencePart;
}

/// <summary>
/// A computed sentence: words, {figure}, {figure|before}, {figure|change}, {figure|by:field}, facts of the report such as {period},
/// notes [^document], and parts in [[ ]] that are left out when nothing occurred.
/// </summary>
public sealed record Sentence(IReadOnlyList<SentencePart> Parts)
{
    /// <summary>Facts of the report that may stand in braces.</summary>
    public static readonly IReadOnlyList<string> Facts = ["agency", "agency.short", "superior", "period", "next_period", "from", "to", "year"];

    private static readonly Dictionary<string, (FigureTime Time, FigureShape Shape)> Modifiers = new(StringComparer.Ordinal)
    {
        ["before"] = (FigureTime.Before, FigureShape.Value),
        ["year_before"] = (FigureTime.YearBefore, FigureShape.Value),
        ["change"] = (FigureTime.Before, FigureShape.Change),
        ["change_year"] = (FigureTime.YearBefore, FigureShape.Change),
        ["by:field"] = (FigureTime.Current, FigureShape.ByField),
        ["by:agency"] = (FigureTime.Current, FigureShape.ByAgency),
    };

    /// <summary>Every placeholder, those in optional parts included.</summary>
    public IEnumerable<SentencePart.Number> Numbers => Flat(Parts).OfType<SentencePart.Number>();

    /// <param name="text">As the template has it.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    public static Sentence? Read(string text, out TemplateMistake? mistake)
    {
        var at = 0;
        var parts = Read(text, ref at, inside: false, out mistake);
        return mistake is null ? new Sentence(parts) : null;
    }

    private static List<SentencePart> Read(string text, ref int at, bool inside, out TemplateMistake? mistake)
    {
        var (parts, words) = (new List<SentencePart>(), new StringBuilder());
        mistake = null;
        while (at < text.Length)
        {
            if (inside && Here(text, at, "]]"))
            {
                break;
            }

            if (!(text[at] is '{' || Here(text, at, "[[") || Here(text, at, "[^")))
            {
                words.Append(text[at++]);
                continue;
            }

            if (words.Length > 0)
            {
                parts.Add(new SentencePart.Words(words.ToString()));
                words.Clear();
            }

            var part = Part(text, ref at, inside, out mistake);
            if (part is null)
            {
                return parts;
            }

            parts.Add(part);
        }

        if (words.Length > 0)
        {
            parts.Add(new SentencePart.Words(words.ToString()));
        }

        return parts;
    }

    private static SentencePart? Part(string text, ref int at, bool inside, out TemplateMistake? mistake)
    {
        var start = at;
        if (Here(text, at, "[["))
        {
            at += 2;
            var inner = Read(text, ref at, inside: true, out mistake);
            if (mistake is null && (inside || !Here(text, at, "]]")))
            {
                mistake = NarrativeErrors.BracketOpen(text[start..]);
            }

            at += 2;
            return mistake is null ? new SentencePart.Optional(inner) : null;
        }

        var note = text[at] == '[';
        var end = text.IndexOf(note ? ']' : '}', at);
        if (end < 0)
        {
            mistake = NarrativeErrors.BracketOpen(text[start..]);
            return null;
        }

        at = end + 1;
        mistake = null;
        return note ? new SentencePart.Note(text[(start + 2)..end].Trim()) : Placeholder(text[(start + 1)..end].Trim(), out mistake);
    }

    private static SentencePart? Placeholder(string inner, out TemplateMistake? mistake)
    {
        mistake = null;
        if (Facts.Contains(inner))
        {
            return new SentencePart.Fact(inner);
        }

        var pieces = inner.Split('|', StringSplitOptions.TrimEntries);
        if (NamedFigure.Find(pieces[0]) is not { } figure)
        {
            mistake = NarrativeErrors.FigureUnknown(pieces[0]);
            return null;
        }

        if (pieces.Length == 1)
        {
            return new SentencePart.Number(figure, FigureTime.Current, FigureShape.Value);
        }

        if (pieces.Length > 2 || !Modifiers.TryGetValue(pieces[1], out var how))
        {
            mistake = NarrativeErrors.ModifierUnknown(inner, Modifiers.Keys);
            return null;
        }

        if (how.Shape is FigureShape.ByField or FigureShape.ByAgency && (figure.Origin is not FigureOrigin.Dossiers || figure.IsRate))
        {
            mistake = NarrativeErrors.NotDivided(inner);
            return null;
        }

        return new SentencePart.Number(figure, how.Time, how.Shape);
    }

    private static IEnumerable<SentencePart> Flat(IEnumerable<SentencePart> parts) => parts.SelectMany(p => p is SentencePart.Optional o ? Flat(o.Parts) : [p]);

    private static bool Here(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}

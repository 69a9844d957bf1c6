using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.Documents;

/// <summary>Runs of text in DOCX.</summary>
internal static class DocxText
{
    /// <summary>A kept name longer than this could not stand on one line of a slip: it wraps between its words.</summary>
    private const int LongestKept = 45;

    public static string HalfPoints(decimal points) => $"{(int)(points * 2)}";

    public static RunProperties Look(decimal? points = null, bool bold = false, bool italic = false)
    {
        var look = new RunProperties();
        if (bold)
        {
            look.Append(new Bold());
        }

        if (italic)
        {
            look.Append(new Italic());
        }

        if (points is { } size)
        {
            look.Append(new FontSize { Val = HalfPoints(size) }, new FontSizeComplexScript { Val = HalfPoints(size) });
        }

        return look;
    }

    public static IEnumerable<OpenXmlElement> Line(Line line, decimal? points = null, bool bold = false, bool keep = true) =>
        line.Runs.SelectMany(r => Run(r, points, bold, keep));

    public static IEnumerable<OpenXmlElement> Run(Run run, decimal? points = null, bool bold = false, bool keep = true)
    {
        if (run.Footnote is { } note)
        {
            yield return new W.Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new FootnoteReference { Id = note });
            yield break;
        }

        var pieces = run.Kept ? [(run.Text, true)] : PaperText.Pieces(run.Text);
        foreach (var (text, kept) in pieces)
        {
            var element = new W.Run(Look(points, bold || run.Bold, run.Italic));
            element.Append(Letters(text, keep && kept && text.Length <= LongestKept));
            yield return element;
        }
    }

    /// <summary>Spaces and hyphens that do not break, where the piece must stay whole.</summary>
    private static IEnumerable<OpenXmlElement> Letters(string text, bool kept)
    {
        if (!kept)
        {
            yield return Words(text);
            yield break;
        }

        var parts = text.Replace(' ', '\u00A0').Split('-');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                yield return new NoBreakHyphen();
            }

            if (parts[i].Length > 0)
            {
                yield return Words(parts[i]);
            }
        }
    }

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}

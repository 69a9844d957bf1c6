using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace MotCua.Documents;

/// <summary>
/// A document as semantic HTML: every look comes from paper.css, so that it passes a policy without inline styles.
/// The same HTML is the preview on the screen, the print from the browser and the source of the PDF.
/// </summary>
public static class HtmlWriter
{
    private const int LongestKept = 60;

    /// <summary>Letters that fit a line of running text even on a telephone of 320 pixels.</summary>
    private const int FitsAnyLine = 30;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Lazy<string> PaperCss = new(ReadPaperCss);

    /// <summary>One &lt;article&gt; to put into a page that loads paper.css.</summary>
    public static string Article(OfficialDocument document)
    {
        var html = new StringBuilder(4096);
        Whole(html, document, null);
        foreach (var annex in document.Annexes)
        {
            Whole(html, annex, "mc-annexed");
        }

        return html.ToString();
    }

    /// <summary>Head and title alone, for a page that puts its own tools between the parts of a paper.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="level">Of the title: 2 where the page has a heading of its own.</param>
    public static IHtmlContent Top(OfficialDocument document, int level = 1)
    {
        var html = new StringBuilder(1024);
        Top(html, document, level);
        return new HtmlString(html.ToString());
    }

    public static IHtmlContent Body(IEnumerable<Block> blocks)
    {
        var html = new StringBuilder(1024);
        foreach (var block in blocks)
        {
            HtmlBlocks.Write(html, block);
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>Notes, signatures, foot.</summary>
    public static IHtmlContent Bottom(OfficialDocument document)
    {
        var html = new StringBuilder(1024);
        Bottom(html, document);
        return new HtmlString(html.ToString());
    }

    private static void Whole(StringBuilder html, OfficialDocument document, string? also)
    {
        html.Append($"<article class=\"{document.Page.CssClass}{(also is null ? "" : $" {also}")}\" lang=\"vi\" aria-label=\"{Encode(document.Name)}\">\n");
        Top(html, document, 1);
        foreach (var block in document.Blocks)
        {
            HtmlBlocks.Write(html, block);
        }

        Bottom(html, document);
        html.Append("</article>\n");
    }

    private static void Top(StringBuilder html, OfficialDocument document, int level)
    {
        if (document.FormLabel is not null)
        {
            html.Append($"<div class=\"mc-form-no\">{Kept(document.FormLabel)}</div>\n");
        }

        Head(html, document.Head);
        if (document.TitleLines.Count > 0)
        {
            html.Append($"<h{level} class=\"mc-doc-title\">{string.Join("<br>", document.TitleLines.Select(Plain))}{(document.RuledTitle ? "<u></u>" : "")}</h{level}>\n");
        }
    }

    private static void Bottom(StringBuilder html, OfficialDocument document)
    {
        if (document.Footnotes.Count > 0)
        {
            html.Append($"<ol class=\"notes\">{string.Concat(document.Footnotes.Select(n => $"<li>{Line(n)}</li>"))}</ol>\n");
        }

        Signatures(html, document);
        if (document.Footer is not null)
        {
            html.Append($"<div class=\"foot\">{Line(document.Footer)}</div>\n");
        }
    }

    /// <summary>The same for a Razor page: every text in it is already encoded.</summary>
    public static IHtmlContent Content(OfficialDocument document) => new HtmlString(Article(document));

    /// <summary>A whole page with paper.css inside, for the printer of PDF. Several documents follow each other on new sheets.</summary>
    public static string Page(params IReadOnlyList<OfficialDocument> documents)
    {
        var several = documents.Count > 1 ? " class=\"mc-set\"" : "";
        return $"""
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Encode(documents[0].Name)}</title>
            <style>{PaperCss.Value}</style>
            </head>
            <body{several}>
            {string.Concat(documents.Select(Article))}</body>
            </html>

            """;
    }

    internal static string Encode(string text) => Encoder.Encode(PaperText.Clean(text));

    internal static string Line(Line line) => string.Concat(line.Runs.Select(Run));

    internal static string Lines(IEnumerable<Line> lines) => string.Join("<br>", lines.Select(Line));

    /// <summary>Ordinary text: its dates, amounts and numbers are kept together.</summary>
    internal static string Plain(string text) => string.Concat(PaperText.Pieces(PaperText.Clean(text)).Select(p => p.Kept ? Kept(p.Text) : Encoder.Encode(p.Text)));

    /// <summary>What no line can hold flows like ordinary text.</summary>
    internal static string Kept(string text) => text.Length switch
    {
        > LongestKept => Encode(text),
        > FitsAnyLine => $"<span class=\"nb w\">{Encode(text)}</span>",
        _ => $"<span class=\"nb\">{Encode(text)}</span>",
    };

    private static string Run(Run run)
    {
        if (run.Footnote is { } note)
        {
            return $"<sup>{note}</sup>";
        }

        var text = run.Kept ? Kept(run.Text) : Plain(run.Text);
        text = run.Link is null ? text : $"<a class=\"mc-fig\" href=\"{Encoder.Encode(run.Link)}\">{text}</a>";
        return (run.Bold, run.Italic) switch
        {
            (true, true) => $"<b><i>{text}</i></b>",
            (true, false) => $"<b>{text}</b>",
            (false, true) => $"<i>{text}</i>",
            _ => text,
        };
    }

    private static void Head(StringBuilder html, DocumentHead? head)
    {
        if (head is null)
        {
            return;
        }

        html.Append("<div class=\"mc-doc-top\"><div>");
        html.Append(head.Superior is null ? "" : $"{Encode(head.Superior)}\n");
        html.Append($"<b>{string.Join("<br>", head.Agency.Select(Encode))}</b><u></u>\n");
        html.Append(head.Number is null ? "" : Kept(head.Number));
        html.Append($"</div><div><b>{DocumentHead.NationalTitle}</b>\n<b class=\"motto\"><span>{DocumentHead.Motto}</span></b>");
        html.Append(head.PlaceAndDate is null ? "" : $"\n<i>{Plain(head.PlaceAndDate)}</i>");
        html.Append("</div></div>\n");
    }

    private static void Signatures(StringBuilder html, OfficialDocument document)
    {
        if (document.Signatures.Count == 0)
        {
            return;
        }

        // One signature stands in the right half; recipients, when there are any, in the left.
        var alone = document.Signatures.Count == 1;
        html.Append($"<div class=\"sign n{(alone ? 2 : document.Signatures.Count)}\">");
        if (document.Recipients.Count > 0)
        {
            var last = document.Recipients.Count - 1;
            var items = document.Recipients.Select((r, i) => $"<li>- {Plain(r)}{(i == last ? "." : ";")}</li>");
            html.Append($"<div class=\"to\"><b><i>Nơi nhận:</i></b><ul>{string.Concat(items)}</ul></div>");
        }
        else if (alone)
        {
            html.Append(document.LookupQr is null ? "<div></div>" : $"<div class=\"look\">{HtmlBlocks.Qr(document.LookupQr)}\n<span>{QrImage.Caption}</span></div>");
        }

        foreach (var signature in document.Signatures)
        {
            html.Append($"<div><b>{string.Join("<br>", signature.Title.Select(Plain))}</b>");
            html.Append(signature.Note is null ? "" : $"\n<i>{Encode(signature.Note)}</i>");
            html.Append($"\n<span class=\"name\">{(signature.Name is null ? "" : Kept(signature.Name))}</span></div>");
        }

        html.Append("</div>\n");
    }

    private static string ReadPaperCss()
    {
        using var stream = typeof(HtmlWriter).Assembly.GetManifestResourceStream("paper.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

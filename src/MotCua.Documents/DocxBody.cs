using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.Documents;

/// <summary>The parts of a document in order, as the body of a DOCX.</summary>
internal sealed class DocxBody(OfficialDocument document, MainDocumentPart main)
{
    private readonly PageSetup page = document.Page;

    private readonly DocxTables tables = new(document.Page, main);

    private int lists;

    private decimal TextWidth => page.Width - page.Margins.Left - page.Margins.Right;

    public void Write(Body body)
    {
        if (document.FormLabel is not null)
        {
            body.Append(Aligned(document.FormLabel, page.BodySize * 0.8m, JustificationValues.Right, italic: true));
        }

        if (document.Head is not null)
        {
            body.Append(tables.Head(document.Head), DocxTables.Gap());
        }

        for (var i = 0; i < document.TitleLines.Count; i++)
        {
            var look = new ParagraphProperties(
                new ParagraphStyleId { Val = "Title" },
                new SpacingBetweenLines { Before = i == 0 ? "120" : "0", After = i == document.TitleLines.Count - 1 ? "80" : "0" });
            body.Append(new W.Paragraph([look, .. DocxText.Run(document.TitleLines[i])]));
        }

        if (document.RuledTitle)
        {
            body.Append(tables.TitleRule());
        }

        foreach (var block in document.Blocks)
        {
            Write(body, block);
        }

        if (document.Signatures.Count > 0)
        {
            body.Append(DocxTables.Gap(), tables.Signatures(document));
        }

        body.Append(document.Footer is null ? DocxTables.Gap() : Footer(document.Footer));
    }

    private void Write(Body body, Block block)
    {
        switch (block)
        {
            case Heading heading:
                body.Append(new W.Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{heading.Level}" }), .. DocxText.Line(heading.Text)]));
                break;
            case Paragraph paragraph:
                body.Append(Text(paragraph));
                break;
            case NumberedList list:
                lists++;
                body.Append(list.Items.Select(Item));
                break;
            case FieldList fields:
                body.Append(Fields(fields.Fields));
                break;
            case Table table:
                body.Append(tables.Ruled(table), DocxTables.Gap());
                break;
            case Box box:
                body.Append(DocxTables.Gap(), tables.Boxed(box), DocxTables.Gap());
                break;
            case PageBreak:
                body.Append(new W.Paragraph(new W.Run(new Break { Type = BreakValues.Page })));
                break;
            case Spacer:
                body.Append(new W.Paragraph());
                break;
            default:
                throw new UnreachableException(block.GetType().Name);
        }
    }

    private W.Paragraph Text(Paragraph paragraph)
    {
        var look = new ParagraphProperties();
        if (paragraph.KeepWithNext)
        {
            look.Append(new KeepNext());
        }

        look.Append(new SpacingBetweenLines { After = page.Slip ? "40" : "120" });
        if (!page.Slip && paragraph.Align is Alignment.Justify or Alignment.Left)
        {
            look.Append(new Indentation { FirstLine = Dxa.Text(10) });
        }

        look.Append(new Justification { Val = DocxTables.Justify(page.Slip && paragraph.Align is Alignment.Justify ? Alignment.Left : paragraph.Align) });
        return new W.Paragraph([look, .. DocxText.Line(paragraph.Line)]);
    }

    private W.Paragraph Item(Line item) => new(
    [
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = lists })),
        .. DocxText.Line(item),
    ]);

    /// <summary>Two half fields that follow each other share a line, with a tab between; a blank one ends in dots.</summary>
    private IEnumerable<W.Paragraph> Fields(IReadOnlyList<Field> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var middle = Dxa.Of(TextWidth * 0.55m);
            var paired = fields[i].Half && i + 1 < fields.Count && fields[i + 1].Half;
            var tabs = new Tabs();
            if (paired)
            {
                tabs.Append(new TabStop
                {
                    Val = TabStopValues.Left,
                    Position = middle,
                    Leader = fields[i].Value is null ? TabStopLeaderCharValues.Dot : TabStopLeaderCharValues.None,
                });
            }

            var last = fields[paired ? i + 1 : i];
            if (last.Value is null)
            {
                tabs.Append(new TabStop { Val = TabStopValues.Right, Position = Dxa.Of(TextWidth), Leader = TabStopLeaderCharValues.Dot });
            }

            var paragraph = tabs.HasChildren ? new W.Paragraph(new ParagraphProperties(tabs)) : new W.Paragraph();
            paragraph.Append(FieldText(fields[i]));
            if (paired)
            {
                paragraph.Append(new W.Run(new TabChar()));
                paragraph.Append(FieldText(last));
                i++;
            }

            if (last.Value is null)
            {
                paragraph.Append(new W.Run(new TabChar()));
            }

            yield return paragraph;
        }
    }

    private static IEnumerable<DocumentFormat.OpenXml.OpenXmlElement> FieldText(Field field) =>
        DocxText.Run($"{field.Label}: ").Concat(field.Value is null ? [] : DocxText.Line(field.Value));

    private W.Paragraph Footer(Line footer) => new(
    [
        new ParagraphProperties(
            new KeepLines(),
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 3, Color = "000000" }),
            new SpacingBetweenLines { Before = "120", After = "0" }),
        .. DocxText.Line(footer, page.Slip ? 8.5m : 10.5m),
    ]);

    private static W.Paragraph Aligned(string text, decimal points, JustificationValues align, bool italic) => new(
        new ParagraphProperties(new Justification { Val = align }),
        new W.Run(DocxText.Look(points, italic: italic), new W.Text(PaperText.Clean(text))));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.Documents;

/// <summary>Everything in a DOCX that stands side by side: head, ruled tables, the box, signatures.</summary>
internal sealed class DocxTables(PageSetup page, MainDocumentPart main)
{
    private readonly int textWidth = Dxa.Of(page.Width - page.Margins.Left - page.Margins.Right);

    /// <summary>In mm; the white around it is the quiet zone.</summary>
    private const decimal CodeSide = 25.5m;

    private uint pictures;

    private decimal HeadSize => page.Slip ? 9.5m : 12;

    /// <summary>Word joins tables that touch; this line of one point keeps them apart.</summary>
    public static W.Paragraph Gap() => new(
        new ParagraphProperties(
            new SpacingBetweenLines { Before = "0", After = "0", Line = "40", LineRule = LineSpacingRuleValues.Exact },
            new ParagraphMarkRunProperties(new FontSize { Val = "2" })));

    public static JustificationValues Justify(Alignment align) => align switch
    {
        Alignment.Center => JustificationValues.Center,
        Alignment.Right => JustificationValues.Right,
        Alignment.Justify => JustificationValues.Both,
        _ => JustificationValues.Left,
    };

    public W.Table Head(DocumentHead head)
    {
        int[] widths = [textWidth * 2 / 5, textWidth - (textWidth * 2 / 5)];
        var left = new List<OpenXmlElement>();
        if (head.Superior is not null)
        {
            left.Add(Centred([head.Superior], HeadSize));
        }

        left.AddRange(head.Agency.Select(a => Centred([Run.Strong(a)], HeadSize)));
        left.Add(Rule(widths[0], 20));
        if (head.Number is not null)
        {
            left.Add(Centred([Run.Code(head.Number)], page.Slip ? HeadSize : 13));
        }

        var mottoSize = page.Slip ? HeadSize : 13;
        var right = new List<OpenXmlElement>
        {
            Centred([Run.Strong(DocumentHead.NationalTitle)], HeadSize),
            Centred([Run.Strong(DocumentHead.Motto)], mottoSize),

            // The rule is as long as the motto: 4.33 mm a point of its size, measured on Times New Roman bold.
            Rule(widths[1], mottoSize * 4.33m),
        };
        if (head.PlaceAndDate is not null)
        {
            right.Add(Centred([Run.Slanted(head.PlaceAndDate)], page.Slip ? HeadSize : 13));
        }

        var cells = new[] { left, right }.Select((lines, i) => Cell(widths[i], lines));
        return Bare(widths, new TableRow([Whole(), .. cells]));
    }

    public W.Table Ruled(Table table)
    {
        var widths = Widths([.. table.Columns.Select(c => c.Percent)]);
        var size = table.Size is TableSize.Small ? 9 : page.Slip ? 9.5m : page.BodySize;
        var made = NewTable(widths, new TableBorders(
            Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>()));
        made.Append(new DocxRows(table, widths, size).All());
        return made;
    }

    public W.Table Boxed(Box box)
    {
        const decimal CodeWidth = CodeSide + 7;
        const decimal NoteSize = 9;
        var picture = box.Qr is null ? 0 : Dxa.Of(CodeWidth);
        int[] widths = picture == 0 ? [textWidth] : [textWidth - picture, picture];
        var lines = new List<OpenXmlElement> { Left([.. DocxText.Line(box.Label)]) };
        lines.AddRange(box.Big.Select(b => Left([.. DocxText.Run(Run.Strong(b), 15)])));
        if (box.Note is not null)
        {
            lines.Add(Left([.. DocxText.Line(box.Note, NoteSize)]));
        }

        lines.AddRange(box.After.Select(a => Left([.. DocxText.Line(a)])));
        var cells = new List<TableCell> { Cell(widths[0], lines, middle: true) };
        if (box.Qr is not null)
        {
            cells.Add(Cell(widths[1], [Code(box.Qr)], middle: true));
        }

        var table = NewTable(widths, new TableBorders(Edge<TopBorder>(12), Edge<LeftBorder>(12), Edge<BottomBorder>(12), Edge<RightBorder>(12)), margin: 3);
        table.Append(new TableRow([Whole(), .. cells]));
        return table;
    }

    /// <summary>A single signature stands in the right half; recipients, when there are any, in the left.</summary>
    public W.Table Signatures(OfficialDocument document)
    {
        var alone = document.Signatures.Count == 1;
        var widths = Widths([.. Enumerable.Repeat(1, alone ? 2 : document.Signatures.Count)]);
        var columns = new List<List<OpenXmlElement>>();
        if (alone)
        {
            columns.Add(document.Recipients.Count == 0 && document.LookupQr is not null ? Lookup(document.LookupQr) : Recipients(document.Recipients));
        }

        columns.AddRange(document.Signatures.Select(SignatureLines));
        return Bare(widths, new TableRow([Whole(), .. columns.Select((lines, i) => Cell(widths[i], lines))]));
    }

    private List<OpenXmlElement> SignatureLines(Signature signature)
    {
        var lines = signature.Title.Select(t => (OpenXmlElement)Centred([Run.Strong(t)], null)).ToList();
        if (signature.Note is not null)
        {
            lines.Add(Centred([Run.Slanted(signature.Note)], page.Slip ? 9.5m : null));
        }

        var name = Centred(signature.Name is null ? [] : [Run.Name(signature.Name, bold: true)], null);
        name.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Dxa.Text(page.Slip ? 10.5m : 22), After = "0" };
        lines.Add(name);
        return lines;
    }

    private List<OpenXmlElement> Lookup(string text) =>
        [Code(text), Centred([QrImage.Caption], page.Slip ? 9 : 11)];

    private static List<OpenXmlElement> Recipients(IReadOnlyList<string> recipients)
    {
        if (recipients.Count == 0)
        {
            return [new W.Paragraph()];
        }

        var lines = new List<OpenXmlElement> { new W.Paragraph(new W.Run(DocxText.Look(12, bold: true, italic: true), new Text("Nơi nhận:"))) };
        lines.AddRange(recipients.Select((r, i) => Left([.. DocxText.Run($"- {r}{(i == recipients.Count - 1 ? "." : ";")}", 11)])));
        return lines;
    }

    private static W.Paragraph Left(List<OpenXmlElement> runs) => new([new ParagraphProperties(new Justification { Val = JustificationValues.Left }), .. runs]);

    private static W.Paragraph Centred(IReadOnlyList<Run> runs, decimal? points, OpenXmlElement? also = null)
    {
        var paragraph = new W.Paragraph(new ParagraphProperties(
            new KeepNext(), new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }));
        paragraph.Append(runs.SelectMany(r => DocxText.Run(r, points)));
        if (also is not null)
        {
            paragraph.Append(new W.Run(also));
        }

        return paragraph;
    }

    public W.Paragraph TitleRule() => Rule(textWidth, 50);

    private static W.Paragraph Rule(int column, decimal mm)
    {
        var side = $"{Math.Max(0, (column - Dxa.Of(mm)) / 2)}";
        return new W.Paragraph(new ParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" }),
            new SpacingBetweenLines { Before = "40", After = "0", Line = "80", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = side, Right = side },
            new ParagraphMarkRunProperties(new FontSize { Val = "2" })));
    }

    private static TableRowProperties Whole() => new(new CantSplit());

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> lines, bool middle = false)
    {
        var look = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (middle)
        {
            look.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        }

        return new TableCell([look, .. lines]);
    }

    private static T Edge<T>(uint eighths = 4)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = eighths, Space = 0, Color = "000000" };

    private W.Table Bare(int[] widths, TableRow row)
    {
        var table = NewTable(widths, null, margin: 0);
        table.Append(row);
        return table;
    }

    private W.Table NewTable(int[] widths, TableBorders? borders, decimal margin = 1)
    {
        var look = new TableProperties(new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa });
        if (borders is not null)
        {
            look.Append(borders);
        }

        var side = (short)Dxa.Of(margin);
        look.Append(
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = side, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = side, Type = TableWidthValues.Dxa }));
        return new W.Table(look, new W.TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
    }

    private int[] Widths(int[] shares)
    {
        var all = shares.Sum();
        var widths = shares.Select(s => textWidth * s / all).ToArray();
        widths[^1] += textWidth - widths.Sum();
        return widths;
    }

    private W.Paragraph Code(string text)
    {
        var paragraph = Centred([], null, Picture(QrImage.Of(text)));
        paragraph.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { Before = Dxa.Text(3), After = Dxa.Text(3) };
        return paragraph;
    }

    private Drawing Picture(QrImage code)
    {
        var part = main.AddImagePart(ImagePartType.Png, $"rIdQr{++pictures}");
        using (var png = new MemoryStream(code.Png()))
        {
            part.FeedData(png);
        }

        return DocxPicture.Of($"rIdQr{pictures}", pictures, QrImage.Description, CodeSide);
    }
}

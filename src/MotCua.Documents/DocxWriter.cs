using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.Documents;

/// <summary>A document as DOCX in the layout of NĐ 30/2020, for those who must edit it or send it by the national document axis.</summary>
public static class DocxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string FontName = "Times New Roman";

    public static byte[] Write(OfficialDocument document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = document.Name;
            package.PackageProperties.Language = "vi-VN";
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = Styles(document.Page);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings();
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbers").Numbering = Numbering(document);
            main.AddNewPart<HeaderPart>("rIdHead").Header = new Header(PageNumber(document.Page));
            main.AddNewPart<HeaderPart>("rIdHeadOne").Header = new Header(new W.Paragraph());
            if (document.Footnotes.Count > 0)
            {
                main.AddNewPart<FootnotesPart>("rIdNotes").Footnotes = Footnotes(document.Footnotes);
            }

            var body = new Body();
            new DocxBody(document, main).Write(body);
            var last = Section(document.Page);
            foreach (var annex in document.Annexes)
            {
                // The layout of pages that end stands in their last paragraph.
                body.Append(new W.Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, last)));
                new DocxBody(annex, main).Write(body);
                last = Section(annex.Page, first: false);
            }

            body.Append(last);
            main.Document = new W.Document(body);
        }

        return stream.ToArray();
    }

    private static W.Paragraph PageNumber(PageSetup page) => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new W.Run(DocxText.Look(page.Slip ? 10 : 13), new Text("2"))) { Instruction = " PAGE " });

    private static Footnotes Footnotes(IReadOnlyList<Line> notes)
    {
        static W.Paragraph Mark(OpenXmlElement mark) => new(new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }), new W.Run(mark));
        var all = new Footnotes(
            new Footnote(Mark(new SeparatorMark())) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Footnote(Mark(new ContinuationSeparatorMark())) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        for (var i = 0; i < notes.Count; i++)
        {
            var paragraph = Mark(new FootnoteReferenceMark());
            paragraph.GetFirstChild<W.Run>()!.PrependChild(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }));
            paragraph.Append(DocxText.Line(Line.Of([" ", .. notes[i].Runs]), 10));
            all.Append(new Footnote(paragraph) { Id = i + 1 });
        }

        return all;
    }

    /// <summary>Only the first page of the whole paper has no number.</summary>
    private static SectionProperties Section(PageSetup page, bool first = true)
    {
        // "Mẫu số …" stands in the upper margin of the first page; there the printer of PDF puts it too.
        var top = page.Margins.Top;
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHead" },
            new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdHeadOne" },
            new PageSize
            {
                Width = Dxa.Unsigned(page.Width),
                Height = Dxa.Unsigned(page.Height),
                Orient = page.Landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Top = Dxa.Of(page.Slip ? top - 4 : top),
                Bottom = Dxa.Of(page.Margins.Bottom),
                Left = Dxa.Unsigned(page.Margins.Left),
                Right = Dxa.Unsigned(page.Margins.Right),
                Header = Dxa.Unsigned(page.Slip ? 3 : 10),
                Footer = Dxa.Unsigned(5),
                Gutter = 0,
            });
        if (first)
        {
            section.Append(new TitlePage());
        }

        return section;
    }

    private static Styles Styles(PageSetup page) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = FontName, HighAnsi = FontName, ComplexScript = FontName, EastAsia = FontName },
                new FontSize { Val = DocxText.HalfPoints(page.BodySize) },
                new FontSizeComplexScript { Val = DocxText.HalfPoints(page.BodySize) },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { Before = "0", After = page.Slip ? "20" : "0", Line = page.Slip ? "245" : "276", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading("Title", "Title", page.Slip ? 13 : 14, center: true, level: null),
        Heading("Heading2", "heading 2", page.BodySize, center: false, level: 1),
        Heading("Heading3", "heading 3", page.BodySize, center: false, level: 2));

    private static Style Heading(string id, string name, decimal size, bool center, int? level)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120", After = "80" });
        if (center)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        }

        if (level is not null)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        return new Style(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new NextParagraphStyle { Val = "Normal" },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(new Bold(), new FontSize { Val = DocxText.HalfPoints(size) }))
        { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static Settings Settings() => new(
        new DefaultTabStop { Val = 720 },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    /// <summary>Each numbered list counts from 1 by itself.</summary>
    private static Numbering Numbering(OfficialDocument document)
    {
        var numbering = new Numbering(new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Decimal },
                new LevelText { Val = "%1." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "340" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 1 });
        var lists = document.Blocks.OfType<NumberedList>().Count();
        for (var i = 1; i <= lists; i++)
        {
            numbering.Append(new NumberingInstance(
                new AbstractNumId { Val = 1 },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = i });
        }

        return numbering;
    }
}

/// <summary>Twentieths of a point, in which Word counts lengths.</summary>
internal static class Dxa
{
    public static int Of(decimal mm) => (int)Math.Round(mm * 1440m / 25.4m);

    public static uint Unsigned(decimal mm) => (uint)Of(mm);

    public static string Text(decimal mm) => $"{Of(mm)}";
}

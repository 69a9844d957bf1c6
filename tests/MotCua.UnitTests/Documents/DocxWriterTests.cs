using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MotCua.Documents;
using MotCua.Documents.Forms;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class DocxWriterTests
{
    [Fact]
    public void Every_form_is_valid_Open_XML()
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Office2019);
        foreach (var document in Samples.EveryForm().Append(Samples.Notice))
        {
            using var docx = Open(document);
            validator.Validate(docx).Select(e => $"{document.Name}: {e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Heads_of_tables_repeat_and_no_row_is_split()
    {
        using var docx = Open(RegisterForm.Build(Samples.Register(50)));
        var table = docx.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().Last(t => t.Elements<TableRow>().Count() > 10);
        var rows = table.Elements<TableRow>().ToList();
        rows.Take(2).ShouldAllBe(r => r.Descendants<TableHeader>().Any());
        rows.ShouldAllBe(r => r.Descendants<CantSplit>().Any());
    }

    [Fact]
    public void Page_numbers_begin_on_page_two_in_Times_New_Roman_on_A4_with_the_margins_of_the_decree()
    {
        using var docx = Open(ControlSlipForm.Build(Samples.ControlSlip with { OnA4 = true }));
        var main = docx.MainDocumentPart!;
        var section = main.Document.Body!.Elements<SectionProperties>().Single();
        section.Elements<TitlePage>().ShouldHaveSingleItem();
        var margins = section.Elements<PageMargin>().Single();
        (margins.Top!.Value, (int)margins.Right!.Value, margins.Bottom!.Value, (int)margins.Left!.Value).ShouldBe((1134, 850, 1134, 1701));
        var header = (HeaderPart)main.GetPartById(section.Elements<HeaderReference>().Single(h => h.Type! == HeaderFooterValues.Default).Id!);
        header.Header.Descendants<SimpleField>().Single().Instruction!.Value!.ShouldContain("PAGE");
        main.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().First().Ascii!.Value.ShouldBe("Times New Roman");
    }

    [Fact]
    public void A_date_and_a_code_cannot_break_and_a_name_keeps_its_marks()
    {
        using var docx = Open(ReceiptForm.Build(Samples.Receipt));
        var body = docx.MainDocumentPart!.Document.Body!;
        body.InnerText.ShouldContain("Bùi\u00A0Đăng\u00A0Hưng");
        body.InnerText.ShouldContain("ngày\u00A020\u00A0tháng\u00A011\u00A0năm\u00A02026");
        body.Descendants<NoBreakHyphen>().Count().ShouldBeGreaterThanOrEqualTo(2);
        docx.MainDocumentPart!.ImageParts.ShouldHaveSingleItem().ContentType.ShouldBe("image/png");
    }

    [Fact]
    public void A_name_of_200_letters_may_wrap()
    {
        using var docx = Open(ReceiptForm.Build(Samples.Receipt with { Applicant = Samples.Applicant with { Name = Samples.LongName } }));
        docx.MainDocumentPart!.Document.Body!.InnerText.ShouldContain(Samples.LongName);
    }

    private static WordprocessingDocument Open(OfficialDocument document)
    {
        var bytes = DocxWriter.Write(document);
        if (Environment.GetEnvironmentVariable("MOTCUA_PAPERS") is { Length: > 0 } kept)
        {
            File.WriteAllBytes(Path.Combine(kept, $"{document.Name.Replace('/', '-')}.docx"), bytes);
        }

        return WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    [Fact]
    public async Task A_notice_follows_the_decree_on_paper()
    {
        using var paper = await PaperTools.PrintAsync(Samples.Notice);
        paper.Size.ShouldContain("A4");
        paper.TextOf(2).TrimStart().ShouldStartWith("2");
        paper.Text.ShouldContain("Nơi nhận:");
        paper.Text.ShouldContain("Vũ Quang Vinh");
    }
}

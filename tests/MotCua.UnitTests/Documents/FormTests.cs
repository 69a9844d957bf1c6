using MotCua.Documents;
using MotCua.Documents.Forms;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class FormTests
{
    public static TheoryData<string> Forms => new("receipt", "supplement", "refusal", "apology", "stop-notice", "control-slip", "control-slip-a4", "register", "receipt-adjusted", "apology-draft", "refusal-merit");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_form_reads_as_approved_in_both_sets(string form)
    {
        if (form != "stop-notice")
        {
            Snapshot.Matches(PaperWords.Of(HtmlWriter.Article(Build(form, FormSet.Of2018))), $"{form}-2018");
        }

        Snapshot.Matches(PaperWords.Of(HtmlWriter.Article(Build(form, FormSet.Of2025))), $"{form}-2025");
    }

    [Theory]
    [InlineData("receipt", 1, "A5", "Trước 17 giờ, thứ Tư ngày 25/11/2026")]
    [InlineData("supplement", 1, "A5", "Số: 07/HDHS")]
    [InlineData("refusal", 1, "A5", "Số: 03/TCHS")]
    [InlineData("apology", 1, "A5", "Trước 17 giờ, thứ Sáu ngày 27/11/2026")]
    [InlineData("stop-notice", 1, "A5", "Số: 12/TB-UBND")]
    [InlineData("control-slip", 1, "594.96 x 420", "Lãnh đạo đi họp")]
    [InlineData("control-slip-a4", 1, "A4", "Lãnh đạo đi họp")]
    [InlineData("register", 1, "841.92 x 594.96", "Nguyễn Thị Phượng")]
    public async Task Each_form_prints_on_its_sheet_with_its_names_whole(string form, int pages, string size, string words)
    {
        using var paper = await PaperTools.PrintAsync(Build(form, FormSet.Of2025));
        paper.Pages.ShouldBe(pages);
        paper.Text.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        paper.Text.ShouldContain(form is "apology" or "stop-notice" ? "Vũ Quang Vinh" : "Đinh Thị Mỹ Hạnh");
        paper.Text.ShouldContain(words);
        paper.Size.ShouldContain(size);
    }

    [Fact]
    public async Task The_code_on_the_receipt_scans_to_the_look_up_address()
    {
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt));
        paper.Qr().ShouldBe(Samples.Receipt.Qr);
    }

    [Fact]
    public async Task A_receipt_of_sixty_papers_runs_over_pages_and_repeats_its_heads()
    {
        var papers = Enumerable.Range(1, 60).Select(n => new PaperLine($"Giấy tờ số {n} của hồ sơ đất đai, có tên dài để phải xuống dòng thứ hai", Copies: n)).ToArray();
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt with { Papers = papers, DossierCode = "H99.31-261120-0060" }));
        paper.Pages.ShouldBeInRange(3, 5);
        Times(paper.Text, "Thành phần hồ sơ nộp gồm").ShouldBeGreaterThanOrEqualTo(3);
        Times(paper.Text, "Người tiếp nhận hồ sơ", StringComparison.OrdinalIgnoreCase).ShouldBe(1);
        paper.Text.ShouldContain("60 Giấy tờ số 60");
    }

    [Fact]
    public async Task A_receipt_without_papers_says_so()
    {
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt with { Papers = [], DossierCode = "H99.31-261120-0000" }));
        paper.Pages.ShouldBe(1);
        paper.Text.ShouldContain("Thành phần hồ sơ nộp: không có giấy tờ kèm theo");
    }

    [Fact]
    public async Task A_name_of_200_letters_wraps_and_is_whole()
    {
        var applicant = Samples.Applicant with { Name = Samples.LongName };
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt with { Applicant = applicant, Submitter = Samples.LongName, DossierCode = "H99.31-261120-0200" }));
        paper.Text.ShouldContain(Samples.LongName);
        paper.WidestLine.ShouldBeLessThan(420 - 25);
    }

    [Fact]
    public async Task A_word_of_200_letters_does_not_leave_the_paper()
    {
        var word = new string('Ặ', 200);
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt with { Applicant = Samples.Applicant with { Name = word }, DossierCode = "H99.31-261120-0201" }));
        paper.Text.Count(c => c == 'Ặ').ShouldBe(400);
        paper.WidestLine.ShouldBeLessThan(420 - 25);
    }

    [Fact]
    public async Task Every_letter_with_every_mark_comes_back_from_the_paper_in_NFC()
    {
        var nfd = Samples.EveryMark.Normalize(System.Text.NormalizationForm.FormD);
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt with { ReturnHow = nfd, DossierCode = "H99.31-261120-0134" }));
        paper.Text.ShouldContain(Samples.EveryMark.Split('|')[0][..60].Trim());
        foreach (var letter in Samples.EveryMark.Where(c => c > 127).Distinct())
        {
            paper.Text.ShouldContain(letter.ToString());
        }
    }

    [Fact]
    public async Task A_register_of_hundreds_of_rows_repeats_its_heads_and_numbers_its_pages()
    {
        using var paper = await PaperTools.PrintAsync(RegisterForm.Build(Samples.Register(400) with { BookNumber = "400" }));
        Times(paper.Text, "Tên thủ tục hành chính").ShouldBe(paper.Pages);
        paper.Text.ShouldContain("Tổng số: 400 hồ sơ, từ số 01 đến số 400.");
        paper.TextOf(1).TrimStart().ShouldNotStartWith("1\n");
        paper.TextOf(2).TrimStart().ShouldStartWith("2");
    }

    [Fact]
    public async Task Both_copies_print_in_one_go()
    {
        using var paper = await PaperTools.PrintAsync(
            ReceiptForm.Build(Samples.Receipt with { DossierCode = "H99.31-261120-0002" }), ReceiptForm.Build(Samples.Receipt with { Counterpart = Counterpart.File }));
        paper.Pages.ShouldBe(2);
        paper.TextOf(1).ShouldContain("Liên 1: giao người nộp");
        paper.TextOf(2).ShouldContain("Liên 2: lưu cùng hồ sơ");
        paper.TextOf(2).TrimStart().ShouldStartWith("Mẫu số 01");
    }

    private static int Times(string text, string words, StringComparison comparison = StringComparison.Ordinal)
    {
        var times = 0;
        for (var at = text.IndexOf(words, comparison); at >= 0; at = text.IndexOf(words, at + 1, comparison))
        {
            times++;
        }

        return times;
    }

    private static OfficialDocument Build(string form, FormSet set) => form switch
    {
        "receipt" => ReceiptForm.Build(Samples.Receipt, set),
        "receipt-adjusted" => ReceiptForm.Build(Samples.Receipt with { Adjusted = Samples.Adjusted }, set),
        "apology-draft" => ApologyForm.Build(Samples.Apology with { IsDraft = true, Number = null, SignerName = "" }, set),
        "refusal-merit" => RefusalForm.Build(Samples.Refusal with { SignerTitle = Samples.Apology.SignerTitle, OfficerName = Samples.Apology.SignerName }, set),
        "supplement" => SupplementForm.Build(Samples.Supplement, set),
        "refusal" => RefusalForm.Build(Samples.Refusal, set),
        "apology" => ApologyForm.Build(Samples.Apology, set),
        "stop-notice" => StopNoticeForm.Build(Samples.StopNotice, set),
        "control-slip" => ControlSlipForm.Build(Samples.ControlSlip, set),
        "control-slip-a4" => ControlSlipForm.Build(Samples.ControlSlip with { OnA4 = true }, set) with { Name = "A4 kiểm soát" },
        _ => RegisterForm.Build(Samples.Register(3), set),
    };
}

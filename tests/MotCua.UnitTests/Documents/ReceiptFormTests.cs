using MotCua.Documents;
using MotCua.Documents.Forms;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class ReceiptFormTests
{
    [Fact]
    public void The_receipt_reads_as_approved_in_both_sets()
    {
        Snapshots.Matches("receipt-2018", HtmlWriter.Article(ReceiptForm.Build(Samples.Receipt, FormSet.Of2018)));
        Snapshots.Matches("receipt-2025", HtmlWriter.Article(ReceiptForm.Build(Samples.Receipt, FormSet.Of2025)));
    }

    [Fact]
    public async Task The_usual_receipt_is_one_A5_page_with_its_names_whole_and_a_code_that_scans()
    {
        using var paper = await PaperTools.PrintAsync(ReceiptForm.Build(Samples.Receipt));
        paper.Pages.ShouldBe(1);
        paper.Size.ShouldContain("A5");
        paper.Text.ShouldContain("Bùi Đăng Hưng");
        paper.Text.ShouldContain("Đinh Thị Mỹ Hạnh");
        paper.Text.ShouldContain("Số: 1187/TNHS");
        paper.Text.ShouldContain("Trước 17 giờ, thứ Tư ngày 25/11/2026");
        paper.Qr().ShouldBe(Samples.Receipt.Qr);
    }
}

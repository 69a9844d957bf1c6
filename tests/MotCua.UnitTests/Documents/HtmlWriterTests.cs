using System.Text.RegularExpressions;
using MotCua.Documents;
using MotCua.Documents.Forms;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class HtmlWriterTests
{
    [Fact]
    public void No_form_carries_an_inline_style_or_script()
    {
        foreach (var document in Samples.EveryForm())
        {
            var html = HtmlWriter.Article(document);
            html.ShouldNotContain("style=");
            html.ShouldNotContain("<script");
            html.ShouldNotContain("href=");
        }
    }

    [Fact]
    public void What_a_person_typed_is_text_and_nothing_else()
    {
        var applicant = Samples.Applicant with { Name = "<b onclick=\"x()\">Nguyễn & \u202Econ\u0000</b>" };
        var html = HtmlWriter.Article(ReceiptForm.Build(Samples.Receipt with { Applicant = applicant }));
        html.ShouldContain("&lt;b onclick=&quot;x()&quot;&gt;Nguyễn &amp; con&lt;/b&gt;");
        html.ShouldNotContain("\u202E");
    }

    [Fact]
    public void A_kept_name_is_one_span()
    {
        var html = HtmlWriter.Article(ReceiptForm.Build(Samples.Receipt));
        html.ShouldContain("<span class=\"nb\">Bùi Đăng Hưng</span>");
        html.ShouldContain("<span class=\"nb\">H99.31-261120-0003</span>");
        html.ShouldContain("<span class=\"nb\">15.000 đồng</span>");
    }

    [Fact]
    public void The_margins_of_the_style_sheet_are_those_of_the_page_setup()
    {
        var css = HtmlWriter.Page(ReceiptForm.Build(Samples.Receipt));
        foreach (var page in PageSetup.All)
        {
            var rule = Regex.Match(css, $"@page {page.CssPage}\\{{size:(?<size>[^;]+);margin:(?<margin>[^;}}]+)");
            rule.Success.ShouldBeTrue(page.CssPage);
            var name = (page.Slip ? "A5" : "A4") + (page.Landscape ? " landscape" : "");
            rule.Groups["size"].Value.ShouldBe(name);
            var m = page.Margins;
            var expected = m.Top == m.Left ? $"{m.Top}mm" : $"{m.Top}mm {m.Right}mm {m.Bottom}mm {m.Left}mm";
            rule.Groups["margin"].Value.ShouldBe(expected);
        }
    }

    [Fact]
    public void The_shares_of_each_table_add_up_to_the_whole_and_have_their_class()
    {
        var css = HtmlWriter.Page(ReceiptForm.Build(Samples.Receipt));
        foreach (var table in Samples.EveryForm().SelectMany(d => d.Blocks).OfType<Table>())
        {
            table.Columns.Sum(c => c.Percent).ShouldBe(100);
            table.Columns.ShouldAllBe(c => css.Contains($".w{c.Percent}{{"));
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using MotCua.Documents;
using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

/// <summary>A paper kept as data says, after years, what it said.</summary>
public sealed class PaperJsonTests
{
    private sealed record Holder([property: JsonConverter(typeof(PaperJson.Member))] OfficialDocument Paper);

    private static OfficialDocument Paper => new()
    {
        Name = "Báo cáo",
        Page = PageSetup.A4,
        Head = new DocumentHead { Agency = ["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], Number = "Số: 431/BC-UBND", PlaceAndDate = "An Bình, ngày 15 tháng 12 năm 2026" },
        TitleLines = ["BÁO CÁO", "Công tác cải cách hành chính"],
        Blocks =
        [
            new Heading(2, "I. KẾT QUẢ"),
            new Paragraph(Line.Of("Tiếp nhận ", Run.Figure("505", "chitieu=received"), " hồ sơ", Run.NoteMark(1), "."), KeepWithNext: true),
            new NumberedList(["một", "hai"]),
            new FieldList([new Field("Người ký", "Lê Quang Vinh"), new Field("Số", null, Half: true)]),
            new Table
            {
                Columns = [new Column(40), new Column(60, Alignment.Center)],
                Head = [Row.Of("Lĩnh vực", "Số")],
                Rows = [Row.Of((Cell)Run.Strong("Cộng") with { ColumnSpan = 1 }, (Cell)Run.Figure("12", "chitieu=late", bold: true))],
                Size = TableSize.Small,
            },
            new Box("Mã", ["H99.31"], ["dưới"], "H99.31") { Note = "nhỏ" },
            new PageBreak(),
            new Spacer(),
        ],
        Signatures = [new Signature(["CHỦ TỊCH"], null, "Lê Quang Vinh")],
        Recipients = ["Như trên", "Lưu: VT"],
        Footnotes = ["Văn bản số 12/KH-UBND"],
        Annexes = [new OfficialDocument { Name = "Phụ lục", Page = PageSetup.A4Landscape }],
    };

    [Fact]
    public void A_paper_comes_back_as_it_was_kept_whatever_the_database_did_to_the_order_of_its_members()
    {
        var kept = JsonSerializer.Serialize(new Holder(Paper), JsonColumn.Options);

        var back = JsonSerializer.Deserialize<Holder>(Reordered(kept), JsonColumn.Options)!.Paper;

        PaperJson.Text(back).ShouldBe(PaperJson.Text(Paper));
        HtmlWriter.Content(back).ToString().ShouldBe(HtmlWriter.Content(Paper).ToString());
        back.Page.ShouldBe(PageSetup.A4);
        back.Annexes.ShouldHaveSingleItem().Page.ShouldBe(PageSetup.A4Landscape);
    }

    [Fact]
    public void Numbers_lead_elsewhere_and_paper_leads_nowhere()
    {
        static IEnumerable<string?> Links(OfficialDocument paper) => paper.Blocks.OfType<Paragraph>().SelectMany(p => p.Line.Runs)
            .Concat(paper.Blocks.OfType<Table>().SelectMany(t => t.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Lines).SelectMany(l => l.Runs)).Select(r => r.Link).Where(l => l is not null);

        Links(Paper.WithLinks(to => "/xem?" + to)).ShouldBe(["/xem?chitieu=received", "/xem?chitieu=late"]);
        Links(Paper.WithLinks(_ => null)).ShouldBeEmpty();
        PaperJson.Text(Paper.WithLinks(to => to)).ShouldBe(PaperJson.Text(Paper));
    }

    [Fact]
    public void A_sheet_that_is_not_known_is_said() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Holder>("""{"paper":{"name":"x","page":"a0"}}""", JsonColumn.Options)).Message.ShouldContain("a0");

    /// <summary>Members by length and then letters, as jsonb keeps them.</summary>
    private static string Reordered(string json)
    {
        static System.Text.Json.Nodes.JsonNode? Of(System.Text.Json.Nodes.JsonNode? node) => node switch
        {
            System.Text.Json.Nodes.JsonObject o => new System.Text.Json.Nodes.JsonObject(o.OrderBy(m => m.Key.Length).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Of(m.Value)))),
            System.Text.Json.Nodes.JsonArray a => new System.Text.Json.Nodes.JsonArray([.. a.Select(Of)]),
            _ => node?.DeepClone(),
        };
        return Of(System.Text.Json.Nodes.JsonNode.Parse(json))!.ToJsonString();
    }
}

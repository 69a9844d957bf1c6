using System.Text.Json.Serialization;

namespace MotCua.Documents;

/// <summary>
/// A paper of the office ("văn bản", "giấy", "phiếu", "sổ") as a tree without a look: one writer each makes HTML, DOCX and PDF of it,
/// so that what is seen, printed and sent can never differ.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>Names the file and the window; the paper itself shows <see cref="TitleLines"/>.</summary>
    public required string Name { get; init; }

    public required PageSetup Page { get; init; }

    /// <summary>The form and its circular, small, above the head: "Mẫu số 01, Thông tư số 01/2018/TT-VPCP".</summary>
    public string? FormLabel { get; init; }

    public DocumentHead? Head { get; init; }

    /// <summary>The kind of document and its abstract ("trích yếu"), centred and bold.</summary>
    public IReadOnlyList<string> TitleLines { get; init; } = [];

    /// <summary>An abstract under the kind of document is ruled (NĐ 30/2020, Phụ lục I); slips are not.</summary>
    [JsonIgnore]
    public bool RuledTitle => TitleLines.Count > 1 && !Page.Slip;

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>"Nơi nhận": left of the signature; empty on slips.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>A look-up code left of a single signature, on papers without recipients; never personal data.</summary>
    public string? LookupQr { get; init; }

    /// <summary>Small print under a rule at the foot of the last page.</summary>
    public Line? Footer { get; init; }

    /// <summary>Notes in the order of their marks (<see cref="Run.NoteMark"/>): at the foot of the page in Word, after the text in HTML and PDF.</summary>
    public IReadOnlyList<Line> Footnotes { get; init; } = [];

    /// <summary>What follows on pages of its own, each on its own sheet; page numbers run on. An annex has no annexes.</summary>
    public IReadOnlyList<OfficialDocument> Annexes { get; init; } = [];
}

/// <summary>The head of every official paper: issuer on the left, national title and motto on the right (NĐ 30/2020, Phụ lục I).</summary>
public sealed record DocumentHead
{
    /// <summary>"Tên cơ quan chủ quản trực tiếp"; a commune's People's Committee has none.</summary>
    public string? Superior { get; init; }

    /// <summary>Name of the issuer in capitals, bold, one entry a line, ruled under.</summary>
    public required IReadOnlyList<string> Agency { get; init; }

    /// <summary>"Số: 12/TB-UBND"; null on papers that carry none.</summary>
    public string? Number { get; init; }

    /// <summary>"An Bình, ngày 05 tháng 01 năm 2026"; null on papers that carry none.</summary>
    public string? PlaceAndDate { get; init; }

    public static string NationalTitle => "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    public static string Motto => "Độc lập - Tự do - Hạnh phúc";
}

/// <summary>Who signs: authority and title ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), the note under it, room to sign, the name.</summary>
public sealed record Signature(IReadOnlyList<string> Title, string? Note, string? Name)
{
    public const string SignAndName = "(Ký, ghi rõ họ tên)";

    public const string SignSealAndName = "(Ký, ghi rõ họ tên, đóng dấu)";
}

/// <summary>
/// The four sheets in use. Lengths in mm; sizes in points. paper.css holds the same margins for the screen and the printer:
/// a test compares the two.
/// </summary>
public sealed record PageSetup
{
    private PageSetup(string cssClass, string cssPage, decimal width, decimal height, Margins margins, decimal bodySize)
    {
        (CssClass, CssPage, Width, Height, Margins, BodySize) = (cssClass, cssPage, width, height, margins, bodySize);
    }

    /// <summary>NĐ 30/2020: top and bottom 20–25 mm, left 30–35, right 15–20; body 13–14 pt.</summary>
    public static PageSetup A4 { get; } = new("mc-doc", "doc", 210, 297, new(20, 15, 20, 30), 13);

    public static PageSetup A4Landscape { get; } = new("mc-doc mc-land", "doc-land", 297, 210, new(20, 15, 20, 30), 13);

    /// <summary>The slips of TT 01/2018/TT-VPCP are A5; NĐ 30/2020 says nothing of their margins.</summary>
    public static PageSetup A5 { get; } = new("mc-a5", "a5", 148, 210, new(10, 10, 10, 10), 10.5m);

    public static PageSetup A5Landscape { get; } = new("mc-a5 mc-land", "a5-land", 210, 148, new(10, 10, 10, 10), 10.5m);

    public static IReadOnlyList<PageSetup> All { get; } = [A4, A4Landscape, A5, A5Landscape];

    public string CssClass { get; }

    public string CssPage { get; }

    public decimal Width { get; }

    public decimal Height { get; }

    public Margins Margins { get; }

    public decimal BodySize { get; }

    public bool Landscape => Width > Height;

    /// <summary>Slips are set tight; A4 papers have the first-line indent and spacing of NĐ 30/2020.</summary>
    public bool Slip => BodySize < 13;
}

/// <summary>In mm, in the order of CSS.</summary>
public sealed record Margins(decimal Top, decimal Right, decimal Bottom, decimal Left);

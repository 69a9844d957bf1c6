using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>One dossier in the book.</summary>
public sealed record RegisterEntry
{
    public required int Number { get; init; }

    public required string DossierCode { get; init; }

    public required string ProcedureName { get; init; }

    public int Sets { get; init; } = 1;

    public required string ApplicantName { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    /// <summary>Who settles it.</summary>
    public required string CompetentAgency { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>"Trực tiếp", "Bưu chính", "Trực tuyến".</summary>
    public string? ReturnHow { get; init; }

    public string? Note { get; init; }
}

public sealed record RegisterInput
{
    public required Issuer Issuer { get; init; }

    /// <summary>The day the book is printed; decides the form set.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>"01/2026".</summary>
    public required string BookNumber { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required IReadOnlyList<RegisterEntry> Entries { get; init; }

    /// <summary>Who keeps the book and signs its end.</summary>
    public string? KeeperName { get; init; }
}

/// <summary>Sổ theo dõi hồ sơ, A4 across: numbered from 01 on without a gap, one book a year.</summary>
public static class RegisterForm
{
    private static readonly (string Head, int Percent, Alignment Align, double Width)[] Columns =
    [
        ("STT", 4, Alignment.Center, 6),
        ("Mã hồ sơ", 11, Alignment.Left, 24),
        ("Tên thủ tục hành chính", 13, Alignment.Left, 36),
        ("Số bộ", 3, Alignment.Center, 7),
        ("Tên cá nhân, tổ chức", 11, Alignment.Left, 26),
        ("Địa chỉ, số điện thoại", 11, Alignment.Left, 32),
        ("Cơ quan giải quyết", 7, Alignment.Left, 20),
        ("Nhận hồ sơ", 8, Alignment.Center, 17),
        ("Hẹn trả", 8, Alignment.Center, 17),
        ("Trả kết quả", 8, Alignment.Center, 17),
        ("Cách nhận kết quả", 5, Alignment.Left, 14),
        ("Ký nhận", 6, Alignment.Left, 12),
        ("Ghi chú", 5, Alignment.Left, 20),
    ];

    public static OfficialDocument Build(RegisterInput input) => Build(input, FormSet.InForceOn(input.Day));

    public static OfficialDocument Build(RegisterInput input, FormSet set) => new()
    {
        Name = $"Sổ theo dõi hồ sơ {input.BookNumber}",
        Page = PageSetup.A4Landscape,
        FormLabel = set.Label(FormKey.Register),
        Head = input.Issuer.Head(number: null, input.Day),
        TitleLines = [set.Title(FormKey.Register), Subtitle(input)],
        Blocks =
        [
            new Table
            {
                Columns = [.. Columns.Select(c => new Column(c.Percent, c.Align))],
                Head = [new Row([.. Columns.Select(c => (Cell)c.Head)]), new Row([.. Columns.Select((_, i) => (Cell)$"({i + 1})")])],
                Rows = [.. input.Entries.Select(PaperRow)],
                Size = TableSize.Small,
            },
            new Paragraph(Total(input)),
        ],
        Signatures = input.KeeperName is null ? [] : [new Signature(["NGƯỜI GHI SỔ"], Signature.SignAndName, input.KeeperName)],
    };

    /// <summary>The same book as a spreadsheet.</summary>
    public static Workbook Workbook(RegisterInput input, FormSet set) => new(
    [
        new Sheet
        {
            Name = "Sổ theo dõi hồ sơ",
            Columns = [.. Columns.Select(c => new SheetColumn(c.Width))],
            Head =
            [
                SheetRow.Of(SheetCell.Text($"{set.Title(FormKey.Register)} ({set.Label(FormKey.Register)})") with { ColumnSpan = Columns.Length }),
                SheetRow.Of(SheetCell.Text($"{input.Issuer.Agency}. {Subtitle(input)}") with { ColumnSpan = Columns.Length }),
                new SheetRow([.. Columns.Select(c => SheetCell.Text(c.Head) with { Border = true })]),
            ],
            Rows = input.Entries.Select(SheetLine),
            Filter = true,
        },
    ])
    { Title = "Sổ theo dõi hồ sơ" };

    private static string Subtitle(RegisterInput input) =>
        $"Quyển số {input.BookNumber}, từ ngày {Vietnamese.Date(input.From)} đến ngày {Vietnamese.Date(input.To)}";

    private static Row PaperRow(RegisterEntry e) => Row.Of(
        $"{e.Number:00}",
        Run.Code(e.DossierCode),
        e.ProcedureName,
        $"{e.Sets}",
        Run.Name(e.ApplicantName),
        Contact(e),
        e.CompetentAgency,
        Time(e.ReceivedAt),
        Time(e.DueAt),
        Time(e.ReturnedAt),
        e.ReturnHow ?? "",
        "",
        e.Note ?? "");

    private static SheetRow SheetLine(RegisterEntry e)
    {
        SheetCell[] cells =
        [
            e.Number, e.DossierCode, e.ProcedureName, e.Sets, e.ApplicantName,
            string.Join(", ", new[] { e.Address, e.Phone }.Where(FormParts.Given)), e.CompetentAgency,
            SheetCell.DateTime(e.ReceivedAt), SheetCell.DateTime(e.DueAt), SheetCell.DateTime(e.ReturnedAt), e.ReturnHow, "", e.Note,
        ];
        return new SheetRow([.. cells.Select(c => c with { Border = true })]);
    }

    private static Cell Contact(RegisterEntry e) => new(
    [
        .. FormParts.Given(e.Address) ? (Line[])[e.Address!] : [],
        .. FormParts.Given(e.Phone) ? (Line[])[Run.Code(e.Phone!)] : [],
    ]);

    private static Cell Time(DateTimeOffset? instant) =>
        instant is { } at ? Cell.Of(Vietnamese.Time(at), Vietnamese.Date(Moment.Of(at).Day)) : "";

    private static string Total(RegisterInput input) => input.Entries.Count == 0
        ? "Trong kỳ không phát sinh hồ sơ."
        : $"Tổng số: {Vietnamese.Number(input.Entries.Count)} hồ sơ, từ số {input.Entries[0].Number:00} đến số {input.Entries[^1].Number:00}.";
}

using Microsoft.AspNetCore.Mvc;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>The records behind one number of a report, with its formula, the time of the data, and whose records the officer may see.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class FigureListModel(ListFigure list, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    public const int PageSize = 50;

    private const int MostExported = 100_000;

    /// <summary>The columns of the table that sort it, with the name in the address.</summary>
    public static readonly IReadOnlyList<(string Name, ListColumn Column, string Head)> Columns =
    [
        ("ma", ListColumn.Dossier, Text.Key("Mã hồ sơ")),
        ("thu-tuc", ListColumn.Procedure, Text.Key("Thủ tục, lĩnh vực")),
        ("don-vi", ListColumn.Agency, Text.Key("Đơn vị")),
        ("nhan", ListColumn.Received, Text.Key("Nhận")),
        ("hen", ListColumn.Due, Text.Key("Hẹn trả")),
        ("xong", ListColumn.Finished, Text.Key("Xong")),
    ];

    [BindProperty(SupportsGet = true, Name = "chitieu")]
    public string? FigureName { get; set; }

    [BindProperty(SupportsGet = true, Name = "linhvuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "thutuc")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "kenh")]
    public string? Channel { get; set; }

    /// <summary>An officer's code; "-" for dossiers in nobody's hands.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Handler { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public string? LevelName { get; set; }

    [BindProperty(SupportsGet = true, Name = "rieng")]
    public string? Own { get; set; }

    /// <summary>A name of <see cref="Columns"/>, with "-" before it for the largest first.</summary>
    [BindProperty(SupportsGet = true, Name = "sap")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public ListFigure.Listed? Listed { get; private set; }

    public Paging Paging => new(PageNumber, PageSize, (int)Listed!.Total, T["hồ sơ"]);

    public AgencyLevel? Level => Snake.Parse<AgencyLevel>(LevelName);

    /// <summary>How the list is narrowed beyond its figure, in words.</summary>
    public IEnumerable<string> Narrowed => new[]
    {
        Own == "1" ? T["chỉ hồ sơ của chính đơn vị"] : null,
        Level is { } level ? T[level.Name()] : null,
        Field,
        Procedure,
        Channel is { } channel ? T[Groupings.ChannelName(channel)] : null,
        Handler is null ? null : Handler == "-" ? T["Chưa có người thụ lý"] : T["người thụ lý {0}", Handler],
    }.OfType<string>();

    /// <summary>Whose dossiers this officer may see here: the reason why another officer's list may be shorter.</summary>
    public int SeenAgencies => Officer.SeenAgencies().Count;

    public ListOrder Order => Columns.FirstOrDefault(c => c.Name == Sort?.TrimStart('-')) is { Name: not null } column
        ? new ListOrder(column.Column, Sort!.StartsWith('-'))
        : default;

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (Settle() is not { } agency || !ModelState.IsValid)
        {
            return Page();
        }

        var export = format is "xlsx" or "csv";
        PageNumber = Math.Clamp(PageNumber, 1, 100_000);
        var listed = await list.RunAsync(
            new ListFigure.Input(FigureName ?? "", agency, From!.Value, To!.Value, DataAt)
            {
                Basis = Basis,
                Filter = new FigureFilter { Field = Field, Procedure = Procedure, Channel = Channel, Officer = Handler == "-" ? "" : Handler },
                Level = Level,
                OwnOnly = Own == "1",
                Order = Order,
                Skip = export ? 0 : (PageNumber - 1) * PageSize,
                Take = export ? MostExported : PageSize,
                Counted = true,
            },
            ct);
        if (!listed.Succeeded)
        {
            Refuse(listed.Error!);
            return Page();
        }

        Listed = listed.Value;
        return format switch
        {
            "xlsx" => File(XlsxWriter.ToStream(ReportXlsx.Of(Listed)), XlsxWriter.ContentType, $"{FigureName}-{agency}.xlsx"),
            "csv" => File(ReportCsv.Of(Listed), CsvText.ContentType, $"{FigureName}-{agency}.csv"),
            _ => Page(),
        };
    }

    /// <summary>The address that sorts by a column; by it already, the other way round.</summary>
    public string SortLink(string name) => Request.With(("sap", Sort == name ? "-" + name : name), ("trang", null));

    public string? SortState(string name) => Sort == name ? "ascending" : Sort == "-" + name ? "descending" : null;
}

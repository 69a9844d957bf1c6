using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Reports;
using MotCua.Web.Pages.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Ratings;

/// <summary>The ratings behind B.3, by the way they came.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class RatingsModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    public const int PageSize = 50;

    private static readonly Dictionary<RatingVia, string> Labels = new()
    {
        [RatingVia.Paper] = Text.Key("Phiếu giấy"),
        [RatingVia.Kiosk] = Text.Key("Máy đánh giá"),
        [RatingVia.Online] = Text.Key("Trực tuyến"),
    };

    [BindProperty(SupportsGet = true, Name = "kenh")]
    public string? ViaName { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public RatingVia? Via => Snake.Parse<RatingVia>(ViaName);

    public IReadOnlyDictionary<RatingVia, long> Counts { get; private set; } = new Dictionary<RatingVia, long>();

    public IReadOnlyList<ListedRating> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public string AgencyName { get; private set; } = "";

    public bool MayEnter => EnterPaperForms.Keepers.Any(role => Officer.Holds(role, Officer.AgencyId));

    public string B3 => $"/bao-cao/b3?donvi={Uri.EscapeDataString(AgencyCode ?? "")}&tu={From:yyyy-MM-dd}&den={To:yyyy-MM-dd}";

    public static string LabelOf(RatingVia via) => Labels[via];

    public static string LabelOf(string via) => Snake.Parse<RatingVia>(via) is { } known ? Labels[known] : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Settle() is not { } code || !ModelState.IsValid)
        {
            return Page();
        }

        var period = Period.Of(From!.Value, To!.Value, Now.Instant);
        if (!period.Succeeded)
        {
            Refuse(period.Error!);
            return Page();
        }

        var agency = Officer.Agencies.ByCode(code)!.Id;
        AgencyName = Officer.Agencies.NameOf(agency, period.Value.LastDay);
        var agencies = Officer.Agencies.WithDescendants(agency, period.Value.LastDay);
        var connection = db.Database.GetDbConnection();
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        Counts = await RatingChannels.CountAsync(connection, period.Value, agencies, ct);
        Rows = await RatingChannels.ListAsync(connection, period.Value, agencies, Via, (PageNumber - 1) * PageSize, PageSize, ct);
        Paging = new Paging(PageNumber, PageSize, (int)(Via is { } via ? Counts[via] : Counts.Values.Sum()), T["phiếu"]);
        return Page();
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Pages.Desk;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Watch;

/// <summary>
/// Slips that the counter took back during the day, scanned against the ledger: what was handed out on paper and never closed
/// stands below and is closed at its true time.
/// </summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Clerk)]
public sealed class SlipsModel(ScanSlip scan, DiscardSlip discard, PerformAct perform, DossierSearch search, WatchQuery query, OfficeClocks clocks, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    private const int PageSize = 50;

    [FromQuery(Name = "trang")]
    public string? Trang { get; set; }

    [BindProperty]
    public string? Scanned { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>When it was really handed over.</summary>
    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why a late dossier was handed back without an apology.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<WatchedDossier> Rows { get; private set; } = [];

    public DeadlineClock Clock { get; private set; } = null!;

    public Moment Now { get; } = time.Now();

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Scanned))
        {
            ModelState.AddModelError(nameof(Scanned), t["Quét hoặc gõ mã hồ sơ trên giấy hẹn"]);
            await ShowAsync(ct);
            return Page();
        }

        var code = await search.CodeOfScanAsync(Scanned, ct) ?? DossierCode.FromScan(Scanned);
        var read = await scan.RunAsync(new ScanSlip.Input(code), ct);
        if (!read.Succeeded)
        {
            ModelState.AddModelError(nameof(Scanned), t[read.Error!]);
            await ShowAsync(ct);
            return Page();
        }

        var known = DossierCode.Short(read.Value.Code);
        if (read.Value.Closed)
        {
            TempData.Flash(t["{0}: khớp sổ, đã ghi trả kết quả.", known]);
        }
        else
        {
            TempData.FlashRefusal(read.Value.Again ? t["{0}: đã quét rồi, vẫn chưa ghi trả kết quả. Ghi ngay ở danh sách dưới.", known] : t["{0}: sổ chưa ghi trả kết quả. Ghi ngay ở danh sách dưới.", known]);
        }

        return Redirect("/phieu-thu-ve");
    }

    /// <summary>Closed at its true time, as an act keyed late.</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code) || HandedAt() is not { } at)
        {
            ModelState.AddModelError(nameof(Day), t["Ghi ngày và giờ đã trao, ví dụ 20/11/2026 và 15:30"]);
            await ShowAsync(ct);
            return Page();
        }

        var order = new ActOrder(EventKind.Returned, Code)
        {
            SeenRevision = Revision,
            Late = new LateEntry(at, Reason ?? ""),
            Channel = FilingChannel.Direct,
            Words = Words,
        };
        var result = await perform.RunAsync(order, ct);
        if (!result.Succeeded)
        {
            ModelState.Refuse(t, result.Error!);
            await ShowAsync(ct);
            return Page();
        }

        TempData.Flash(t["Đã ghi trả kết quả hồ sơ {0}, trao lúc {1}.", DossierCode.Short(Code), at]);
        return Redirect("/phieu-thu-ve");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        var done = await discard.RunAsync(new DiscardSlip.Input(Code ?? ""), ct);
        if (done.Succeeded)
        {
            TempData.Flash(t["Đã bỏ {0} khỏi danh sách phiếu thu về.", DossierCode.Short(Code ?? "")]);
        }
        else
        {
            TempData.FlashRefusal(t[done.Error!]);
        }

        return Redirect("/phieu-thu-ve");
    }

    public bool IsOpenForm(WatchedDossier row) => !ModelState.IsValid && row.Code == Code;

    public static bool NeedsReason(WatchedDossier row) => row is { Verdict: "late", Apologised: false };

    private DateTimeOffset? HandedAt() =>
        DateOnly.TryParseExact(Day?.Trim(), ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000
        && TimeOnly.TryParseExact(Hour?.Trim().Replace('h', ':').Replace('g', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? Moment.At(day, hour).Instant
            : null;

    private async Task ShowAsync(CancellationToken ct)
    {
        var page = int.TryParse(Trang, out var wanted) ? Math.Clamp(wanted, 1, 10_000) : 1;
        Clock = await clocks.ForAsync(officer.AgencyId, ct);
        Rows = await query.ListAsync(officer.SeenAgencies(), WatchSets.SlipsOpen, null, (page - 1) * PageSize, PageSize, ct);
        Paging = new Paging(page, PageSize, Rows.Count == 0 ? 0 : Rows[0].Total, t["phiếu"]);
    }
}

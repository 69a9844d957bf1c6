using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>
/// The rating device at the counter: slip or field, then one press. It shows nothing of a dossier, and goes back to its start by itself
/// (an HTTP header: no script, no meta element). Machines that no officer made a device see only how it is done.
/// </summary>
[AllowAnonymous, Guessable, Pressed]
public sealed class KioskModel(MotCuaDb db, KioskPass pass, PublicFrame frames, RateAtKiosk rate, TimeProvider clock, Text t) : PublicPage
{
    public const int FieldsShown = 6;

    private const int SecondsToRead = 8, SecondsToThink = 60, SecondsAtStart = 1800, LongestScan = 300;

    [FromQuery(Name = "ma")]
    public string? Code { get; set; }

    [FromQuery(Name = "linhvuc")]
    public string? Field { get; set; }

    [FromQuery(Name = "xong")]
    public bool Done { get; set; }

    public KioskPass.Opened? Opened { get; private set; }

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>What is rated, in the citizen's words; null at the start.</summary>
    public string? Subject { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return Page();
        }

        Problem = Done ? null : await LookAsync(ct);
        ReturnAfter(Done || Problem is not null ? SecondsToRead : Subject is not null ? SecondsToThink : SecondsAtStart);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int rating, CancellationToken ct)
    {
        if (!await OpenAsync(ct))
        {
            return Page();
        }

        var code = string.IsNullOrWhiteSpace(Code) ? null : CodeOf(Code);
        var rated = await rate.RunAsync(new RateAtKiosk.Input(Opened!.Agency, Opened.Device, code, Field, rating), ct);
        if (rated.Succeeded)
        {
            return LocalRedirect($"{KioskPass.Path}?xong=true");
        }

        (Problem, Subject) = (t[rated.Error!], null);
        ReturnAfter(SecondsToRead);
        return Page();
    }

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        Opened = pass.Read(HttpContext);
        Frame = await frames.OfAsync(Opened?.Agency, ct);
        if (Opened is null)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return false;
        }

        Fields = await SurveyFields.OfAsync(db.Database.GetDbConnection(), Opened.Agency, clock.Now(), ct);
        return true;
    }

    /// <returns>Why it cannot be rated.</returns>
    private async Task<string?> LookAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            Subject = Field is not null && Fields.Contains(Field) ? Field : null;
            return null;
        }

        var (code, agency) = (CodeOf(Code), Opened!.Agency);
        var found = await db.Dossiers.AsNoTracking().Where(d => d.Code == code && (d.AgencyId == agency || d.DeskId == agency))
            .Select(d => new { d.RatedAt, d.FinishedAt }).SingleOrDefaultAsync(ct);
        if (found is { RatedAt: null, FinishedAt: not null })
        {
            (Code, Subject) = (code, t["Hồ sơ {0}", code]);
            return null;
        }

        return found is null ? t["Quầy này không có hồ sơ {0}. Xem lại mã trên giấy hẹn, hoặc chọn lĩnh vực.", code]
            : found.RatedAt is not null ? t["Hồ sơ {0} đã được đánh giá. Cảm ơn anh/chị.", code]
            : t["Hồ sơ {0} chưa có kết quả; anh/chị đánh giá sau khi nhận kết quả.", code];
    }

    private static string CodeOf(string scanned) => DossierCode.FromScan(scanned.Length > LongestScan ? scanned[..LongestScan] : scanned);

    private void ReturnAfter(int seconds) => Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{seconds}; url={KioskPass.Path}");
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Dossiers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>
/// Where a dossier stands, for whoever knows its code: status, promise, ruler, way so far; the name masked, nothing else
/// personal (NĐ 61/2018; DOMAIN 12.4). What is personal opens with a <see cref="SecondFact"/>.
/// </summary>
[AllowAnonymous, Guessable]
public sealed class TrackModel(TrackReader reader, PublicFrame frames, SecondFact second, RateByCitizen rate, Text t) : PublicPage
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>Null: there is no dossier of that code.</summary>
    public TrackView? View { get; private set; }

    public string Asked { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Asked = DossierCode.FromScan(Code);
        View = DossierCode.IsWellFormed(Asked) ? await reader.FindAsync(Asked, second.IsOpen(HttpContext, Asked), ct) : null;
        Frame = View?.Frame ?? await frames.OfAsync(null, ct);
        if (View is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    /// <summary>The rating of who has given the second fact; anybody else is asked for it first.</summary>
    public async Task<IActionResult> OnPostRateAsync(int rating, CancellationToken ct)
    {
        var code = DossierCode.FromScan(Code);
        var address = $"/tra-cuu/{Uri.EscapeDataString(code)}";
        if (!second.IsOpen(HttpContext, code))
        {
            return LocalRedirect($"{address}/chi-tiet");
        }

        var rated = await rate.RunAsync(new(code, rating, RatingVia.Online), ct);
        TempData.Flash(rated.Error is { } error ? t[error] : t["Đã ghi đánh giá. Cảm ơn anh/chị."]);
        return LocalRedirect(address);
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>"Hồ sơ của tôi đến đâu?": the code of the slip, typed or scanned, leads to its page.</summary>
[AllowAnonymous, Guessable]
public sealed class LookUpModel(PublicFrame frames, CurrentOfficer officer, Text t) : PublicPage
{
    private const int LongestScan = 300;

    /// <summary>What was typed, or the whole line that a scanner read.</summary>
    [FromQuery(Name = "ma")]
    public string? Code { get; set; }

    /// <summary>Officers' search stood at this address once and may be bookmarked.</summary>
    [FromQuery(Name = "q")]
    public string? OfficersQuery { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (OfficersQuery is not null && officer.IsKnown)
        {
            return LocalRedirect($"/tim-ho-so{Request.QueryString}");
        }

        Frame = await frames.OfAsync(null, ct);
        if (!Request.Query.ContainsKey("ma"))
        {
            return Page();
        }

        Code ??= "";
        var code = DossierCode.FromScan(Code.Length > LongestScan ? Code[..LongestScan] : Code);
        if (DossierCode.IsWellFormed(code) && code.Any(char.IsAsciiDigit) && (code.Any(char.IsAsciiLetter) || DossierCode.Short(code) != code))
        {
            return LocalRedirect($"/tra-cuu/{Uri.EscapeDataString(code)}");
        }

        ModelState.AddModelError("ma", Refusal(code));
        return Page();
    }

    private string Refusal(string code) => code.Length == 0 ? t["Ghi mã hồ sơ in trên giấy hẹn"]
        : code.All(c => char.IsAsciiDigit(c) || c is '-' or '.') ? t["Ghi mã đầy đủ, kể cả phần chữ ở đầu, ví dụ H99.31-261120-0003. Tìm bằng mấy số cuối chỉ dành cho cán bộ"]
        : t["Mã hồ sơ có dạng H99.31-261120-0003: mã cơ quan, ngày nhận, số thứ tự. Xem lại trên giấy hẹn"];
}

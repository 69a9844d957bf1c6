using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Dossiers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>One question: the second fact that opens what is personal. Asks the same of every code, known or not.</summary>
[AllowAnonymous, Guessable]
public sealed class DetailsModel(PublicFrame frames, SecondFact second, Text t) : PublicPage
{
    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Digits { get; set; }

    public string Shown => DossierCode.FromScan(Code);

    public async Task OnGetAsync(CancellationToken ct) => Frame = await frames.OfAsync(null, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var digits = Digits?.Trim() ?? "";
        if (digits.Length != SecondFact.Digits || !digits.All(char.IsAsciiDigit))
        {
            ModelState.AddModelError(nameof(Digits), t["Ghi đúng 4 chữ số"]);
        }
        else if (await second.MatchesAsync(Shown, digits, ct))
        {
            second.Open(HttpContext, Shown);
            return LocalRedirect($"/tra-cuu/{Uri.EscapeDataString(Shown)}#chi-tiet");
        }
        else
        {
            ModelState.AddModelError(nameof(Digits), t["Mã hồ sơ hoặc 4 số cuối chưa khớp. Xem lại giấy hẹn; nếu hồ sơ không ghi số nào, mang giấy hẹn đến quầy để xem"]);
        }

        Frame = await frames.OfAsync(null, ct);
        return Page();
    }

    /// <summary>"Đóng phần chi tiết", for a telephone or computer that others use too.</summary>
    public IActionResult OnPostClose()
    {
        SecondFact.Close(HttpContext);
        return LocalRedirect($"/tra-cuu/{Uri.EscapeDataString(Shown)}");
    }
}

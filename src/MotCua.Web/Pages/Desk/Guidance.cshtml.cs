using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Form 02 for a person who was guided at the counter: nothing was received, so there is only a draft.</summary>
[Allow(OfficeRole.Receptionist)]
public sealed class GuidanceModel(DossierPapers papers, PdfPrinter printer, Text t) : PageModel
{
    public OfficialDocument Document { get; private set; } = null!;

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? format, CancellationToken ct)
    {
        var document = await papers.GuidanceAsync(id, ct);
        if (!document.Succeeded)
        {
            return NotFound();
        }

        Document = document.Value;
        return await PaperFile.AnswerAsync(this, [Document], format, printer, problem => Problem = t[problem], ct);
    }
}

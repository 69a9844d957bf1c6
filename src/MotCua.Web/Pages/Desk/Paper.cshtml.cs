using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>A paper of a dossier on the screen as it prints, and as a file to keep.</summary>
[Allow]
public sealed class PaperModel(DossierPapers papers, PdfPrinter printer, Text t) : PageModel
{
    public OfficialDocument Document { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string? Problem { get; private set; }

    /// <summary>The intake page sends its officer here and wants him back.</summary>
    [FromQuery(Name = "ve")]
    public string? Back { get; set; }

    public bool FromIntake => Back == "tiep-nhan";

    public async Task<IActionResult> OnGetAsync(string code, string form, string? format, CancellationToken ct)
    {
        Code = code;
        var document = form switch
        {
            "receipt" => await papers.ReceiptAsync(code, ct),
            _ => DossierPapers.NoSuchPaper(code),
        };
        if (!document.Succeeded)
        {
            return NotFound();
        }

        Document = document.Value;
        return await PaperFile.AnswerAsync(this, [Document], format, printer, problem => Problem = t[problem], ct);
    }
}

/// <summary>The same document as a page, a PDF or a Word file.</summary>
internal static class PaperFile
{
    public static async Task<IActionResult> AnswerAsync(
        PageModel page, IReadOnlyList<OfficialDocument> documents, string? format, PdfPrinter printer, Action<Error> refuse, CancellationToken ct)
    {
        if (format == "pdf")
        {
            var pdf = await printer.PrintAsync(documents, ct);
            if (pdf.Succeeded)
            {
                return new FileContentResult(pdf.Value, "application/pdf") { FileDownloadName = $"{documents[0].Name}.pdf" };
            }

            refuse(pdf.Error!);
        }

        return page.Page();
    }
}

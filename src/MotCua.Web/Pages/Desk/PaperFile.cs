using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Foundation;

namespace MotCua.Web.Pages.Desk;

/// <summary>The same document as a page, a PDF or a Word file.</summary>
internal static class PaperFile
{
    public static async Task<IActionResult> AnswerAsync(
        PageModel page, IReadOnlyList<OfficialDocument> documents, string? format, PdfPrinter printer, Action<Error> refuse, CancellationToken ct)
    {
        if (format == "docx" && documents.Count == 1)
        {
            return new FileContentResult(DocxWriter.Write(documents[0]), DocxWriter.ContentType) { FileDownloadName = NameOf(documents[0], "docx") };
        }

        if (format == "pdf")
        {
            var pdf = await printer.PrintAsync(documents, ct);
            if (pdf.Succeeded)
            {
                return new FileContentResult(pdf.Value, "application/pdf") { FileDownloadName = NameOf(documents[0], "pdf") };
            }

            refuse(pdf.Error!);
        }

        return page.Page();
    }

    private static string NameOf(OfficialDocument document, string ending) => $"{document.Name.Replace('/', '-')}.{ending}";
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Documents.Forms;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>The register book of the officer's agency between two days, this month when nothing is said.</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Clerk, OfficeRole.Signer, OfficeRole.ReportOfficer, OfficeRole.Auditor)]
public sealed class RegisterModel(RegisterBook book, CurrentOfficer officer, PdfPrinter printer, TimeProvider time, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    public OfficialDocument? Document { get; private set; }

    public int Count { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        var today = time.Now().Day;
        To ??= today;
        From ??= new DateOnly(To.Value.Year, To.Value.Month, 1);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var opened = await book.OpenAsync(officer.AgencyId, From.Value, To.Value, ct);
        if (opened.Error is { } error)
        {
            ModelState.AddModelError("tu", t[error]);
            return Page();
        }

        var set = FormSet.InForceOn(opened.Value.Day);
        Document = RegisterForm.Build(opened.Value, set);
        Count = opened.Value.Entries.Count;
        if (format == "xlsx")
        {
            using var workbook = new MemoryStream();
            XlsxWriter.Write(RegisterForm.Workbook(opened.Value, set), workbook);
            return File(workbook.ToArray(), XlsxWriter.ContentType, $"So theo doi ho so {From:yyyy-MM-dd} {To:yyyy-MM-dd}.xlsx");
        }

        return await PaperFile.AnswerAsync(this, [Document], format, printer, problem => Problem = t[problem], ct);
    }
}

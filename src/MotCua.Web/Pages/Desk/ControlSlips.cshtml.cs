using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Control slips of the dossiers ticked in the inbox, one after the other.</summary>
[Allow]
public sealed class ControlSlipsModel(DossierPapers papers, PdfPrinter printer, Text t) : PageModel
{
    /// <summary>One print; a morning's post is less.</summary>
    public const int Most = 50;

    [FromQuery(Name = "ma")]
    public IReadOnlyList<string> Codes { get; set; } = [];

    [FromQuery(Name = "ve")]
    public string? Back { get; set; }

    public string BackPath => Url.IsLocalUrl(Back) ? Back! : "/Inbox";

    public IReadOnlyList<OfficialDocument> Documents { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        var documents = new List<OfficialDocument>();
        foreach (var code in Codes.Distinct(StringComparer.Ordinal).Take(Most))
        {
            if (await papers.ControlSlipAsync(code, ct) is { Succeeded: true, Value: var slip })
            {
                documents.Add(slip);
            }
        }

        if (documents.Count == 0)
        {
            TempData.Flash(t["Chưa chọn hồ sơ nào có phiếu kiểm soát. Đánh dấu ít nhất một hồ sơ rồi bấm lại."]);
            return LocalRedirect(BackPath);
        }

        Problem = Codes.Count > Most ? t["Mỗi lần in nhiều nhất {0} phiếu; còn {1} hồ sơ chưa có ở đây.", Most, Codes.Count - Most] : null;
        Documents = documents;
        return await PaperFile.AnswerAsync(this, documents, format, printer, problem => Problem = t[problem], ct);
    }
}

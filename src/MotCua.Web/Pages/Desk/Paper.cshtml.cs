using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>A paper of a dossier on the screen as it prints, and as a file to keep.</summary>
[Allow]
public sealed class PaperModel(DossierPapers papers, PdfPrinter printer, Text t) : PageModel
{
    /// <summary>Says that the officer comes from the intake page.</summary>
    public const string Intake = "tiep-nhan";

    public OfficialDocument Document { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public string Form { get; private set; } = "";

    public string? Problem { get; private set; }

    /// <summary>The intake page sends its officer here and wants him back.</summary>
    [FromQuery(Name = "ve")]
    public string? Back { get; set; }

    /// <summary>Which request for papers, counted from 1; the newest when not said.</summary>
    [FromQuery(Name = "lan")]
    public int? Round { get; set; }

    public string PrintWords => Form switch
    {
        "receipt" => t["In giấy hẹn, A5"],
        "supplement" => t["In phiếu yêu cầu bổ sung, A5"],
        "refusal" => t["In phiếu từ chối, A5"],
        "apology" => t["In văn bản xin lỗi"],
        "stop-notice" => t["In thông báo dừng"],
        _ => t["In phiếu kiểm soát"],
    };

    public bool FromIntake => Back == Intake;

    public async Task<IActionResult> OnGetAsync(string code, string form, string? format, CancellationToken ct)
    {
        (Code, Form) = (code, form);
        var document = form switch
        {
            "receipt" => await papers.ReceiptAsync(code, ct),
            "supplement" => await papers.SupplementAsync(code, Round, ct),
            "apology" => await papers.ApologyAsync(code, ct),
            "refusal" => await papers.RefusalAsync(code, ct),
            "stop-notice" => await papers.StopNoticeAsync(code, ct),
            "control-slip" => await papers.ControlSlipAsync(code, ct),
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

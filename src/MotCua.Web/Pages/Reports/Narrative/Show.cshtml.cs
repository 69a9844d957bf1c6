using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;
using MotCua.Web.Pages.Desk;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Narrative;

/// <summary>A narrative report: computed sentences whose numbers open their records, passages to write, contradictions beside them.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class ShowModel(
    MotCuaDb db, ComposeNarrative compose, SavePassage save, WriteNarrativeHead writeHead, DraftNarrative draft, SubmissionDesk desk, PdfPrinter printer, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public string? Signer { get; set; }

    public NarrativeReport Report { get; private set; } = null!;

    public NarrativeContent Narrative { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>The passage whose saving was refused, with what was typed and why.</summary>
    public (string Name, string Text, string Message)? Refused { get; private set; }

    /// <summary>What was put forward of it, the newest.</summary>
    public (Guid Id, int Version, SubmissionState State)? Sent { get; private set; }

    public bool MayWrite => NarrativeRights.MayWrite(officer, Report.AgencyId);

    public string DataTime => Narrative.Period.End < Moment.At(Report.PeriodTo.AddDays(1), TimeOnly.MinValue).Instant
        ? t["số liệu lúc {0}", Narrative.Period.End]
        : t["số liệu chốt 24:00 ngày {0}", Report.PeriodTo];

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refused)
        {
            return refused;
        }

        (Number, SignedOn, Signer) = (Report.Number, Report.SignedOn, Report.Signer);
        return format is "docx" or "pdf"
            ? await PaperFile.AnswerAsync(this, [Narrative.Paper], format, printer, problem => Problem = t[problem], ct)
            : Page();
    }

    public async Task<IActionResult> OnPostPassageAsync(string name, string? text, string? explanation, int revision, CancellationToken ct)
    {
        var saved = await save.RunAsync(new SavePassage.Input(Id, name ?? "", text ?? "", explanation, revision), ct);
        if (saved.Succeeded)
        {
            return Redirect($"/bao-cao/dinh-ky/{Id}#doan-{name}");
        }

        if (await FindAsync(ct) is { } gone)
        {
            return gone;
        }

        (Number, SignedOn, Signer) = (Report.Number, Report.SignedOn, Report.Signer);
        Refused = (name ?? "", text ?? "", t[saved.Error!]);
        ModelState.AddModelError($"text-{name}", t[saved.Error!]);
        return Page();
    }

    public async Task<IActionResult> OnPostHeadAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var written = await writeHead.RunAsync(new WriteNarrativeHead.Input(Id, Number, SignedOn, Signer), ct);
            if (written.Succeeded)
            {
                TempData.Flash(t["Đã lưu số, ngày và người ký."]);
                return Redirect($"/bao-cao/dinh-ky/{Id}");
            }

            ModelState.Refuse(t, written.Error!);
        }

        return await FindAsync(ct) ?? Page();
    }

    /// <summary>The text and its numbers are put before those who check and sign.</summary>
    public async Task<IActionResult> OnPostPutForwardAsync(CancellationToken ct)
    {
        var drafted = await draft.RunAsync(new(Id), ct);
        if (drafted.Succeeded)
        {
            TempData.Flash(t["Đã trình. Lời văn, số liệu và danh sách được giữ như lúc này; báo cáo chờ kiểm tra."]);
            return Redirect($"/bao-cao/nop/{drafted.Value}");
        }

        if (drafted.Error!.Code == "submission.not-allowed")
        {
            return this.Only([.. SubmissionDesk.Writers]);
        }

        ModelState.Refuse(t, drafted.Error);
        if (await FindAsync(ct) is { } gone)
        {
            return gone;
        }

        (Number, SignedOn, Signer) = (Report.Number, Report.SignedOn, Report.Signer);
        return Page();
    }

    public string WrittenAt(NarrativePassage passage) => t["Đã lưu {0}", passage.WrittenAt];

    public string Explained(NarrativePart.Written part) => part.Passage?.Explanation ?? "";

    private async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        var report = await db.NarrativeReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct);
        var worksHere = report is not null && desk.WorksFor(report.AgencyId);

        // What is still being written is the office's own; the agency above reads what was sent.
        if (report is null || !worksHere)
        {
            return NotFound();
        }

        Report = report;
        var content = await compose.RunAsync(new ComposeNarrative.Input(report, clock.Now().Instant), ct);
        if (!content.Succeeded)
        {
            return NotFound();
        }

        Narrative = content.Value;
        var newest = await db.ReportSubmissions.AsNoTracking().Where(s => s.NarrativeId == Id)
            .OrderByDescending(s => s.Version).Select(s => new { s.Id, s.Version, s.State }).FirstOrDefaultAsync(ct);
        Sent = newest is null ? null : (newest.Id, newest.Version, newest.State);
        return null;
    }
}

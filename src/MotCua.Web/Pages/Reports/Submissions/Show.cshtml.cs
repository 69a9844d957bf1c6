using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Submissions;
using MotCua.Web.Pages.Desk;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>One report on its way up: what comes next, what it says, what happened; every number opens the list that was kept with it.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class ShowModel(MotCuaDb db, SubmissionDesk desk, SubmissionTools tools, FindStale findStale, PdfPrinter printer, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Remarks { get; set; }

    /// <summary>Of a report in words, when it is sent.</summary>
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    public ReportSubmission Submission { get; private set; } = null!;

    public Form Form { get; private set; } = null!;

    public string? RecipientName { get; private set; }

    public string WriterName { get; private set; } = "";

    public IReadOnlyList<ActLine> Acts { get; private set; } = [];

    /// <summary>Other versions of the same report that this officer may read, newest first.</summary>
    public IReadOnlyList<(Guid Id, int Version, SubmissionState State)> Versions { get; private set; } = [];

    /// <summary>On the desk: the words of a narrative report have been changed since they were put forward.</summary>
    public bool TextDiffers { get; private set; }

    /// <summary>On the desk: how many numbers the ledger says otherwise by now.</summary>
    public int Stale { get; private set; }

    public string PeriodName => t.Period(Submission.Period, Submission.PeriodFrom, Submission.PeriodTo);

    public bool MayWrite => desk.May(SubmissionDesk.Writers, Submission.AgencyId);

    public bool MayCheck => desk.May(SubmissionDesk.Checkers, Submission.AgencyId) && Submission.WriterId != officer.Id;

    public bool MaySign => desk.May(SubmissionDesk.Signers, Submission.AgencyId);

    public bool MaySend => desk.May(SubmissionDesk.Senders, Submission.AgencyId);

    public bool MayReceive => Submission.RecipientId is { } above && desk.May(SubmissionDesk.Receivers, above);

    public bool IsNewest => Versions.All(v => v.Version <= Submission.Version);

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (!await ShowAsync(ct))
        {
            return NotFound();
        }

        if (Submission.Content.Narrative is not { } text)
        {
            return Page();
        }

        (Number, SignedOn) = (text.Number, text.SignedOn ?? clock.Now().Day);
        return format is "docx" or "pdf"
            ? await PaperFile.AnswerAsync(this, [text.Paper], format, printer, problem => ModelState.AddModelError("", t[problem]), ct)
            : Page();
    }

    public Task<IActionResult> OnPostRecountAsync(CancellationToken ct) => ActAsync(() => tools.Recount.RunAsync(new(Id, Revision), ct), t["Đã tính lại. Báo cáo cần kiểm tra và ký lại."], ct);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => ActAsync(() => tools.Check.RunAsync(new(Id, Revision, Words), ct), t["Đã kiểm tra. Báo cáo chờ lãnh đạo ký."], ct);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken ct) => ActAsync(() => tools.SendBack.RunAsync(new(Id, Revision, Remarks), ct), t["Đã chuyển lại người lập."], ct);

    public Task<IActionResult> OnPostSignAsync(CancellationToken ct) => ActAsync(() => tools.Sign.RunAsync(new(Id, Revision), ct), t["Đã ký. Báo cáo chờ gửi cấp trên."], ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => ActAsync(() => tools.Submit.RunAsync(new(Id, Revision, new PaperNumber(Number, SignedOn)), ct), t["Đã gửi. Số liệu và danh sách được giữ nguyên từ đây."], ct);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) => ActAsync(() => tools.Return.RunAsync(new(Id, Revision, Remarks), ct), t["Đã trả lại để làm lại."], ct);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => ActAsync(() => tools.Accept.RunAsync(new(Id, Revision), ct), t["Đã nhận báo cáo."], ct);

    private async Task<IActionResult> ActAsync(Func<Task<Result>> act, string done, CancellationToken ct)
    {
        var result = await act();
        if (result.Succeeded)
        {
            TempData.Flash(done);
            return Redirect($"/bao-cao/nop/{Id}");
        }

        db.ChangeTracker.Clear();
        ModelState.Refuse(t, result.Error!);
        return await ShowAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        var found = await db.ReportSubmissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, ct);
        if (found is null || !desk.MayRead(found) || SubmittedForm.Find(found.Form) is not { } form)
        {
            return false;
        }

        (Submission, Form) = (found, form);
        RecipientName = found.RecipientId is { } above ? officer.Agencies.NameOf(above, clock.Now().Day) : null;
        WriterName = await db.Officers.Where(o => o.Id == found.WriterId).Select(o => o.Name).SingleOrDefaultAsync(ct) ?? "";
        Acts = await db.ActsAsync(found.Id, ct);
        var versions = await db.ReportSubmissions.AsNoTracking()
            .Where(s => s.AgencyId == found.AgencyId && s.Form == found.Form && s.PeriodFrom == found.PeriodFrom && s.PeriodTo == found.PeriodTo && s.Basis == found.Basis)
            .OrderByDescending(s => s.Version).Select(s => new { s.Id, s.Version, s.State, s.SubmittedAt }).ToListAsync(ct);
        Versions = [.. versions.Where(v => v.SubmittedAt is not null || desk.WorksFor(found.AgencyId)).Select(v => (v.Id, v.Version, v.State))];
        if (!found.IsFrozen)
        {
            var stale = await findStale.RunAsync(new(found), ct);
            (Stale, TextDiffers) = (stale.Numbers, stale.Words);
        }

        return true;
    }
}

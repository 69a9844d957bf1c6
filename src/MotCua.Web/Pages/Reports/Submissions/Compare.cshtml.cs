using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>A kept report beside what the ledger says today: which numbers, which dossiers, and what was written since; from here it is restated.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class CompareModel(MotCuaDb db, SubmissionDesk desk, CompareSubmission compare, RestateReport restate, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReportSubmission Submission { get; private set; } = null!;

    public SubmissionDifference Difference { get; private set; } = null!;

    /// <summary>The words of a narrative report have been changed since.</summary>
    public bool TextDiffers => Submission.Content.Narrative is { } text && Difference.Now.Narrative is { } now && text.Differs(now);

    /// <summary>Sent, the newest of its versions, and in the officer's agency.</summary>
    public bool MayRestate { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ShowAsync(ct))
        {
            return NotFound();
        }

        Reason = Submission.State is SubmissionState.Returned ? t["Cấp trên yêu cầu: {0}", Submission.Remarks] : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var restated = await restate.RunAsync(new(Id, Reason), ct);
        if (restated.Succeeded)
        {
            TempData.Flash(t["Đã lập lại với số liệu hôm nay. Lần trước giữ nguyên; báo cáo mới chờ kiểm tra."]);
            return Redirect($"/bao-cao/nop/{restated.Value}");
        }

        db.ChangeTracker.Clear();
        ModelState.Refuse(t, restated.Error!);
        return await ShowAsync(ct) ? Page() : NotFound();
    }

    public bool WorksHere => desk.WorksFor(Submission.AgencyId);

    public string ColumnWords(CellChange change) => t.ColumnName(FormOf(change).Name, change.Column);

    /// <summary>The form of a cell: of a report in words it may be one of its tables.</summary>
    private Form FormOf(CellChange change) =>
        change.RowKey?.Split(KeptList.Mark) is [var part, _, ..] && Submission.Content.Narrative is not null && Form.Find(part) is { } table ? table : SubmittedForm.Find(Submission.Form)!;

    /// <summary>A cell as its column prints it.</summary>
    public string Shown(CellChange change, ReportValue value) =>
        FormOf(change).Columns.FirstOrDefault(c => c.Name == change.Column) is { } column
            ? FormPage.Shown(column, value)
            : value.Words ?? (value.Number is { } number ? Vietnamese.Number((long)number) : "–");

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        var found = await db.ReportSubmissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, ct);
        if (found is null || !desk.MayRead(found))
        {
            return false;
        }

        var difference = await compare.RunAsync(new(found), ct);
        if (!difference.Succeeded)
        {
            return false;
        }

        (Submission, Difference) = (found, difference.Value);
        MayRestate = found.IsFrozen && desk.May(SubmissionDesk.Writers, found.AgencyId) && !await db.ReportSubmissions.AnyAsync(s => s.PreviousId == Id, ct);
        return true;
    }
}

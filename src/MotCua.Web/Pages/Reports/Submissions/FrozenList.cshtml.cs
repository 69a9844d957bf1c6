using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Reports;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>The records behind a number as they were kept with it.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class FrozenListModel(MotCuaDb db, SubmissionDesk desk, CurrentOfficer officer, Text t) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "chitieu")]
    public string? Figure { get; set; }

    /// <summary>The row of the form; left out: the sum.</summary>
    [BindProperty(SupportsGet = true, Name = "dong")]
    public string? RowKey { get; set; }

    /// <summary>Only what counted under this agency.</summary>
    [BindProperty(SupportsGet = true, Name = "cua")]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public ReportSubmission Submission { get; private set; } = null!;

    public IReadOnlyList<FrozenRecord> Records { get; private set; } = [];

    public long Total { get; private set; }

    public string FigureName => t.FigureName(Figure ?? "");

    public string? RowName => t.RowName(Submission.Content, RowKey);

    public string AgencyName => Of is not null && officer.Agencies.ByCode(Of) is { } one ? officer.Agencies.NameOf(one.Id, Submission.PeriodTo) : Submission.Content.AgencyName;

    /// <summary>The records are tasks from above.</summary>
    public bool AreTasks => Submission.Form == Form.B4.Name || DirectiveFigures.All.Any(f => f.Name == Figure?.Split(KeptList.And)[0]);

    public Paging Paging => new(PageNumber, PageSize, (int)Total, AreTasks ? t["nhiệm vụ"] : t["hồ sơ"]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.ReportSubmissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, ct);
        if (found is null || !desk.MayRead(found) || Figure is null || (found.Content.Narrative is not null && RowKey?.Contains(KeptList.Mark) != true))
        {
            return NotFound();
        }

        Submission = found;
        PageNumber = Math.Clamp(PageNumber, 1, 100_000);
        var connection = db.Database.GetDbConnection();
        var number = new FrozenLists.Number(Figure, RowKey, Of);
        Total = await FrozenLists.LengthAsync(connection, Id, number, ct);
        Records = await FrozenLists.ListAsync(connection, Id, number, ((PageNumber - 1) * PageSize, PageSize), ct);
        return Page();
    }
}

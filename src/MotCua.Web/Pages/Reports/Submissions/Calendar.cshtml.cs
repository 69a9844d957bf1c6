using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Submissions;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>The calendar of reports of one agency: what it owes the agency above, and what it has asked of those under it.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class CalendarModel(CalendarQuery query, SubmissionDesk desk, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    /// <summary>Agency code; the officer's own when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "donvi")]
    public string? AgencyCode { get; set; }

    public DateOnly Today { get; } = clock.Now().Day;

    public string AgencyName { get; private set; } = "";

    public string? AboveName { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayAsk { get; private set; }

    public bool HasBelow { get; private set; }

    public IReadOnlyList<OwedReport> Owed { get; private set; } = [];

    public IReadOnlyList<SubmissionHead> Others { get; private set; } = [];

    public IReadOnlyList<AskedReport> Asked { get; private set; } = [];

    /// <summary>May open a report that is still on the desk.</summary>
    public bool WorksHere { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var tree = officer.Agencies;
        var agency = string.IsNullOrWhiteSpace(AgencyCode) ? tree.ById(officer.AgencyId) : tree.ByCode(AgencyCode.Trim());
        if (agency is null || !officer.Sees(agency.Id))
        {
            ModelState.AddModelError("", t["Không có đơn vị mã {0} trong phạm vi anh/chị được xem.", AgencyCode ?? ""]);
            return Page();
        }

        (AgencyCode, AgencyName) = (agency.Code, tree.NameOf(agency.Id, Today));
        AboveName = tree.ParentOf(agency.Id, Today) is { } above ? tree.NameOf(above, Today) : null;
        MayWrite = desk.May(SubmissionDesk.Writers, agency.Id);
        WorksHere = desk.WorksFor(agency.Id);
        HasBelow = tree.ChildrenOf(agency.Id, Today).Count > 0;
        MayAsk = HasBelow && desk.May(SubmissionDesk.Receivers, agency.Id);
        Owed = await query.OwedAsync(tree, agency.Id, ct);
        Others = await query.OthersAsync(agency.Id, Owed, ct);
        Asked = HasBelow ? await query.AskedAsync(tree, agency.Id, ct) : [];
        return Page();
    }
}

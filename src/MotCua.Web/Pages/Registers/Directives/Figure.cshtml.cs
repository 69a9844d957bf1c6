using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Reports;
using MotCua.Web.Pages.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Directives;

/// <summary>The tasks behind one number of B.4, as they stood on the last day of the period.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class FigureModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    [BindProperty(SupportsGet = true, Name = "chitieu")]
    public string? FigureName { get; set; }

    [BindProperty(SupportsGet = true, Name = "rieng")]
    public string? Own { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public DirectiveFigure? Figure { get; private set; }

    public IReadOnlyList<ListedDirective> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, DirectiveList.PageSize, 0, "");

    public string AgencyName { get; private set; } = "";

    public DateOnly Judged { get; private set; }

    public string Back => $"/bao-cao/b4?donvi={Uri.EscapeDataString(AgencyCode ?? "")}&tu={From:yyyy-MM-dd}&den={To:yyyy-MM-dd}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (DirectiveFigures.All.FirstOrDefault(f => f.Name == FigureName) is not { } figure)
        {
            return NotFound();
        }

        if (Settle() is not { } code || !ModelState.IsValid)
        {
            return Page();
        }

        var period = Period.Of(From!.Value, To!.Value, Now.Instant);
        if (!period.Succeeded)
        {
            Refuse(period.Error!);
            return Page();
        }

        var agency = Officer.Agencies.ByCode(code)!;
        Judged = period.Value.LastDay;
        AgencyName = Officer.Agencies.NameOf(agency.Id, Judged);
        IEnumerable<AgencyId> agencies = Own == "1" ? [agency.Id] : Officer.Agencies.WithDescendants(agency.Id, Judged);
        var all = await DirectiveFigures.ListAsync(db.Database.GetDbConnection(), figure, period.Value.Directives, agencies, ct);
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        (Figure, Rows) = (figure, [.. all.Skip((PageNumber - 1) * DirectiveList.PageSize).Take(DirectiveList.PageSize)]);
        Paging = new Paging(PageNumber, DirectiveList.PageSize, all.Count, T["nhiệm vụ"]);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>A page about one agency's own part of the calendar; only who administers that agency opens it.</summary>
public abstract class AgencyCalendarPage(CalendarAftermath aftermath, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? AgencyCode { get; set; }

    public AgencyId Agency { get; private set; }

    public string AgencyName { get; private set; } = "";

    public DateOnly Today { get; } = clock.Now().Day;

    /// <summary>Somebody works under this agency, so that a choice about them makes sense.</summary>
    public bool HasBelow => officer.Agencies.ChildrenOf(Agency, Today).Count > 0;

    protected CurrentOfficer Officer => officer;

    protected Text T => t;

    /// <summary>What the page lists.</summary>
    protected abstract Task LoadAsync(CancellationToken ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => Refusal() ?? await ShowAsync(ct);

    /// <summary>Shows the page with what was refused, or tells what the change would do to promised dates.</summary>
    protected async Task<IActionResult> SaveAsync(Func<Task<Result>> save, Func<string> did, CancellationToken ct)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        var saved = ModelState.IsValid ? await save() : null;
        if (saved is not { Succeeded: true })
        {
            if (saved is not null)
            {
                ModelState.Refuse(t, saved.Error!);
            }

            return await ShowAsync(ct);
        }

        await aftermath.TellAsync(this, Agency, did(), ct);
        return RedirectToPage("Index", new Dictionary<string, string?>(StringComparer.Ordinal) { ["co-quan"] = AgencyCode });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    private IActionResult? Refusal()
    {
        if (officer.AgencyOf(AgencyCode) is not { } agency)
        {
            return NotFound();
        }

        (Agency, AgencyName, AgencyCode) = (agency, officer.Agencies.NameOf(agency, Today), officer.Agencies.CodeOf(agency));
        return officer.Holds(OfficeRole.Administrator, agency) ? null : this.Only(OfficeRole.Administrator);
    }
}

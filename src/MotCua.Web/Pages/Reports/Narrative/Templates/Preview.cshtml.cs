using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Narrative.Templates;

/// <summary>A template with the agency's real figures of a chosen period; a draft may be published from here.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class PreviewModel(MotCuaDb db, PreviewTemplate preview, PublishTemplate publish, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    /// <summary>Name of a shipped template or id of a version.</summary>
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    [BindProperty]
    public DateOnly? InForceFrom { get; set; }

    public TemplateText Template { get; private set; } = null!;

    /// <summary>The stored version; null for a shipped one.</summary>
    public NarrativeTemplate? Own { get; private set; }

    public NarrativeContent? Made { get; private set; }

    public bool MayWrite => Own is null ? NarrativeRights.MayWrite(officer, officer.AgencyId) : NarrativeRights.MayWrite(officer, Own.AgencyId);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        InForceFrom = clock.Now().Day;
        await MakeAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(int revision, CancellationToken ct)
    {
        if (!await FindAsync(ct) || Own is null)
        {
            return NotFound();
        }

        ModelState.Require(nameof(InForceFrom), InForceFrom, t["Ghi ngày bắt đầu áp dụng"]);
        if (ModelState.IsValid)
        {
            var published = await publish.RunAsync(new PublishTemplate.Input(Own.Id, InForceFrom!.Value, revision), ct);
            if (published.Succeeded)
            {
                TempData.Flash(t["Đã ban hành mẫu, áp dụng từ {0}.", InForceFrom.Value]);
                return Redirect("/bao-cao/mau");
            }

            ModelState.AddModelError(published.Error!.Field is null ? "" : nameof(InForceFrom), t[published.Error]);
        }

        await MakeAsync(ct);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var shipped = TemplateChoice.AllShipped.FirstOrDefault(c => c.Key == Key);
        if (shipped is null && Guid.TryParse(Key, out var id))
        {
            Own = await db.NarrativeTemplates.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct);
        }

        if (shipped is null && (Own is null || !officer.Sees(Own.AgencyId)))
        {
            return false;
        }

        Template = shipped?.Text ?? Own!.Content;
        return true;
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        From ??= ReportPage.QuarterStart(clock.Now().Day);
        To ??= From.Value.AddMonths(3).AddDays(-1);
        var made = await preview.RunAsync(new PreviewTemplate.Input(Template, Own?.AgencyId ?? officer.AgencyId, From.Value, To.Value), ct);
        if (made.Succeeded)
        {
            Made = made.Value;
        }
        else
        {
            ModelState.AddModelError(made.Error!.Field switch { "From" => "tu", "To" => "den", _ => "" }, t[made.Error]);
        }
    }
}

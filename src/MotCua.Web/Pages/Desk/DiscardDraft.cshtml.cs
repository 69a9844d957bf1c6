using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Confirms that a saved intake is thrown away.</summary>
[Allow(OfficeRole.Receptionist)]
public sealed class DiscardDraftModel(MotCuaDb db, CurrentOfficer officer, Text t) : PageModel
{
    public string Name { get; private set; } = "";

    public bool Guided { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var draft = await db.IntakeDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.AgencyId == officer.AgencyId && d.ClosedAt == null, ct);
        if (draft is null)
        {
            TempData.Flash(t[IntakeErrors.DraftGone()]);
            return Redirect("/tiep-nhan");
        }

        (Name, Guided) = (draft.ApplicantName.Length > 0 ? draft.ApplicantName : t["người chưa ghi tên"], draft.GuidedAt is not null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromServices] DiscardIntakeDraft discard, CancellationToken ct)
    {
        var gone = await discard.RunAsync(new DiscardIntakeDraft.Input(id), ct);
        TempData.Flash(gone.Succeeded
            ? t["Đã bỏ bản lưu tạm của {0}.", gone.Value is { Length: > 0 } name ? name : t["người chưa ghi tên"]]
            : t[gone.Error!]);
        return Redirect("/tiep-nhan");
    }
}

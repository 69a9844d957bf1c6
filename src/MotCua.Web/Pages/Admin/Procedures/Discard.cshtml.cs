using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>Asked once more before a draft is thrown away.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class DiscardModel(MotCuaDb db, DiscardDraft discard, CurrentOfficer officer, Text t) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    public ProcedureVersion Draft { get; private set; } = null!;

    public bool IsOnlyVersion { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var procedure = await db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Code == Code, ct);
        if (procedure is null)
        {
            return NotFound();
        }

        if (procedure.Draft is not { } draft)
        {
            TempData.FlashRefusal(t[ProcedureErrors.NoDraft()]);
            return RedirectToPage("Show", new { code = Code });
        }

        (Draft, IsOnlyVersion) = (draft, procedure.Versions.Count == 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var discarded = await discard.RunAsync(new DiscardDraft.Input(Code), officer.Id, ct);
        if (discarded.Succeeded)
        {
            TempData.Flash(t["Đã bỏ bản dự thảo của thủ tục {0}.", Code]);
        }
        else
        {
            TempData.FlashRefusal(t[discarded.Error!]);
        }

        return await db.Procedures.AnyAsync(p => p.Code == Code, ct) ? RedirectToPage("Show", new { code = Code }) : RedirectToPage("Index");
    }
}

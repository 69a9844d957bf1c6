using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>A procedure is abolished: its last day and the decision.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class EndModel(MotCuaDb db, EndProcedure end, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        LastDay = clock.Now().Day;
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (LastDay is null && ModelState.IsValid)
        {
            ModelState.AddModelError("LastDay", t[ProcedureErrors.NoDay()]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ended = await end.RunAsync(new EndProcedure.Input(Code, LastDay!.Value, DecisionNo), officer.Id, ct);
        if (!ended.Succeeded)
        {
            ModelState.AddModelError(ended.Error!.Field ?? "", t[ended.Error]);
            return Page();
        }

        TempData.Flash(t["Thủ tục {0} dùng đến hết ngày {1}.", Code, LastDay]);
        return RedirectToPage("Show", new { code = Code });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var procedure = await db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Code == Code, ct);
        Name = procedure?.BaseAt(clock.Now().Day)?.Name ?? "";
        return procedure is not null;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>A procedure that no import brought.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class AddModel(AddProcedure add, CurrentOfficer officer, Text t) : PageModel
{
    // Not "Code": the route of its sister pages has that name.
    [BindProperty(Name = "ProcedureCode")]
    public string? NewCode { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Field { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var added = await add.RunAsync(new AddProcedure.Input(NewCode ?? "", Name ?? "", Field ?? ""), officer.Id, ct);
        if (!added.Succeeded)
        {
            ModelState.AddModelError(added.Error!.Field is "Code" ? "ProcedureCode" : added.Error.Field ?? "", t[added.Error]);
            return Page();
        }

        TempData.Flash(t["Đã thêm thủ tục {0}. Ghi tiếp nội dung bản 1.", added.Value.Code]);
        return RedirectToPage("Edit", new { code = added.Value.Code });
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

/// <summary>After a log-in that had expired while typing: what was posted is shown and sent again with one click.</summary>
[Allow]
public sealed class ResumeModel(KeptForms kept, CurrentOfficer officer, Text t) : PageModel
{
    public KeptForms.Form? Form { get; private set; }

    public string Address { get; private set; } = "/";

    /// <summary>What a person typed, without ids and marks of the program.</summary>
    public IEnumerable<string> Readable => Form!.Fields.Select(f => f.Value.Trim())
        .Where(v => v.Length > 0 && v is not ("true" or "false" or "on") && !Guid.TryParse(v, out _));

    public async Task<IActionResult> OnGetAsync()
    {
        Form = await kept.FindAsync(HttpContext, officer.AccountId);
        if (Form is null)
        {
            return LocalRedirect("/");
        }

        Address = QueryHelpers.AddQueryString(Form.Address, KeptForms.RepeatMark, "1");
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        await kept.ForgetAsync(HttpContext);
        TempData.Flash(t["Đã bỏ nội dung gõ trước khi hết phiên."]);
        return LocalRedirect("/");
    }
}

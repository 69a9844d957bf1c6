using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Errors;

/// <summary>Every refused or failed request ends here, whatever its verb; it asks nothing of the database.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ShowModel : PageModel
{
    public int Code { get; private set; }

    public string ErrorNumber => ErrorId.Of(HttpContext);

    public void OnGet(int code) => Code = code;

    public void OnPost(int code) => Code = code;
}

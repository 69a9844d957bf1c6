using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MotCua.Web.Pages;

/// <summary>The front door: officers go on to their work; who is not logged in is asked to.</summary>
[AllowAnonymous]
public sealed class FrontDoorModel(LinkGenerator links) : PageModel
{
    public IActionResult OnGet() =>
        LocalRedirect(links.GetPathByPage(HttpContext, "/Inbox/Index")!);
}

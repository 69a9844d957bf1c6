using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MotCua.Web.Pages.Public;

/// <summary>A page that anybody may open: no search engine may list it, since even a masked name is personal data.</summary>
public abstract class PublicPage : PageModel
{
    /// <summary>Whose name stands on top and whose telephone at the foot.</summary>
    public PublicFrame.Shown Frame { get; protected set; } = PublicFrame.Nobody;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
}

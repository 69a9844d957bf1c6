using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Errors;

/// <summary>Every refused or failed request ends here, whatever its verb; it asks nothing of the database.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ShowModel(ILogger<ShowModel> log) : PageModel
{
    public int Code { get; private set; }

    public string ErrorNumber => ErrorId.Of(HttpContext);

    public void OnGet() => Tell();

    public void OnPost() => Tell();

    private void Tell()
    {
        // Read from the route and not bound: a form that could not be read would take the number with it.
        Code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure)
        {
            // The exception itself is logged just before; this line ties it to the number that the user reads out.
            Code = Response.StatusCode;
            log.LogError("{Number}: {Method} {Path} failed", $"{Code}-{ErrorNumber}", Request.Method, failure.Path);
        }

        if (Code == StatusCodes.Status400BadRequest && Request.ContentLength > WebShell.LargestField)
        {
            Code = Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    }
}

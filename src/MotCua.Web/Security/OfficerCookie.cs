using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Security;

/// <summary>
/// The life of a session: read anew at every request (one query), at most 12 hours, ended by a new security stamp.
/// A post that comes too late is kept and given back after the next log-in.
/// </summary>
public sealed class OfficerCookie : CookieAuthenticationEvents
{
    private const string Started = "mc.started";

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public override Task SigningIn(CookieSigningInContext context)
    {
        var now = Clock(context.HttpContext).Now();
        context.Properties.Items.TryAdd(Started, now.Instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (AccountOf(context.Principal) is { } account)
        {
            context.HttpContext.RequestServices.GetRequiredService<KeptForms>().MarkBrowser(context.HttpContext, account);
        }

        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments(WebShell.ErrorPath))
        {
            // The error page may come after a failure of the database itself: nobody is looked up for it, nobody is logged out.
            context.RejectPrincipal();
            return;
        }

        var now = Clock(http).Now();
        if (AccountOf(context.Principal) is { } account && !IsTooOld(context.Properties, now))
        {
            var read = await http.RequestServices.GetRequiredService<OfficerSessions>().LoadAsync(account, now.Day, http.RequestAborted);
            if (read is var (session, agencies) && session.MayWork && session.SecurityStamp == Stamp(context))
            {
                http.RequestServices.GetRequiredService<CurrentOfficer>().Become(session, agencies, now.Day);
                return;
            }
        }

        context.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
        }

        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (request.Headers.ContainsKey("HX-Request"))
        {
            // A fragment cannot show the log-in page: htmx moves the whole window.
            context.Response.Headers["HX-Redirect"] = context.RedirectUri;
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsTooOld(AuthenticationProperties properties, Moment now) =>
        !properties.Items.TryGetValue(Started, out var text)
        || !long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
        || now.Instant - DateTimeOffset.FromUnixTimeSeconds(seconds) > Longest;

    private static string? Stamp(CookieValidatePrincipalContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value;
        return context.Principal?.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);
    }

    private static AccountId? AccountOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new AccountId(id) : null;

    private static TimeProvider Clock(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>();
}

using MotCua.Organization;

namespace MotCua.Web.Security;

/// <summary>Before any page: a password given by an administrator is changed; what was kept and now posted again is let go.</summary>
public sealed class FirstThings(RequestDelegate next)
{
    private const string PasswordPath = "/Account/Password";

    private static readonly string[] Open = [PasswordPath, "/Account/LogOut", SecurityModule.LogInPath, "/ngon-ngu", "/loi", "/healthz"];

    public async Task InvokeAsync(HttpContext context, CurrentOfficer officer, KeptForms kept)
    {
        if (officer.MustChangePassword && !Array.Exists(Open, p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Redirect(PasswordPath);
            return;
        }

        if (officer.IsKnown && HttpMethods.IsPost(context.Request.Method) && context.Request.Query.ContainsKey(KeptForms.RepeatMark))
        {
            await kept.ForgetAsync(context);
        }

        await next(context);
    }
}

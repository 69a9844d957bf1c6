namespace MotCua.Web.Shell;

public static class LanguageSwitch
{
    /// <summary>Keeps the language a year and goes back to the page the link stood on; never to another host.</summary>
    public static IResult Change(HttpContext context, string code, string? ve)
    {
        context.Response.Cookies.Append(Text.Cookie, code, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        });
        var local = ve is { Length: > 0 } && ve[0] == '/' && (ve.Length == 1 || ve[1] is not ('/' or '\\')) && !ve.Any(char.IsControl);
        return Results.LocalRedirect(local ? ve! : "/");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Organization;

namespace MotCua.Web.Security;

/// <summary>Why a page was refused, kept for the error page: "Chỉ … mới …".</summary>
public static class Denial
{
    private static readonly object Key = new();

    internal static void Note(HttpContext context, IReadOnlyList<OfficeRole> roles) => context.Items[Key] = roles;

    /// <summary>The roles that may, or none when the refusal has another reason.</summary>
    public static IReadOnlyList<OfficeRole> RolesNeeded(HttpContext context) =>
        context.Items.TryGetValue(Key, out var roles) ? (IReadOnlyList<OfficeRole>)roles! : [];

    /// <summary>Answers 403 and names the roles that may: for a page that has checked the agency of its record.</summary>
    public static IActionResult Only(this PageModel page, params OfficeRole[] roles)
    {
        Note(page.HttpContext, roles);
        return new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}

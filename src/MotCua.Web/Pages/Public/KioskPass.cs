using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Pages.Public;

/// <summary>What makes a machine the rating device of a counter: a signed cookie that an officer sets on it, naming agency and device.</summary>
public sealed class KioskPass(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Cookie = "mc-may-danh-gia";

    public const string Path = "/kiosk";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly IDataProtector protector = protection.CreateProtector("ratings.kiosk");

    public sealed record Opened(AgencyId Agency, string Device);

    public void Give(HttpContext context, AgencyId agency, string device)
    {
        var until = time.Now().Instant.Add(Lasts);
        var value = protector.Protect($"{agency.Value:N}|{until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}|{device}");
        context.Response.Cookies.Append(Cookie, value, Options(context, Lasts));
    }

    public static void TakeBack(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, null));

    /// <summary>Null: this machine is no rating device, or no longer one.</summary>
    public Opened? Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(kept).Split('|', 3) is [var agency, var until, var device]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.Now().Instant.ToUnixTimeSeconds()
                    ? new Opened(new AgencyId(Guid.Parse(agency)), device)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? lasts) =>
        new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = lasts };
}

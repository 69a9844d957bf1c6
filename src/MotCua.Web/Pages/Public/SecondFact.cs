using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;

namespace MotCua.Web.Pages.Public;

/// <summary>
/// Details of a dossier are shown to who knows, besides its code, the last four digits of a number written on it: personal
/// number or telephone of the applicant or of who handed it in (NĐ 61/2018; Law 91/2025: details only after authentication).
/// </summary>
public sealed class SecondFact(MotCuaDb db, IDataProtectionProvider protection, TimeProvider time)
{
    public const int Digits = 4;

    public const string Cookie = "mc-xem";

    private const string Path = "/tra-cuu";

    /// <summary>A number shorter than this is no personal number and no telephone.</summary>
    private const int ShortestNumber = 8;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("tracking.second-fact");

    /// <summary>The same answer for a code that does not exist, a dossier without numbers, and digits that differ.</summary>
    public async Task<bool> MatchesAsync(string code, string digits, CancellationToken ct)
    {
        var people = await db.Dossiers.AsNoTracking().Where(d => d.Code == code).Select(d => new { d.Applicant, d.Submitter }).SingleOrDefaultAsync(ct);
        var typed = Encoding.ASCII.GetBytes(digits);
        var matches = false;
        foreach (var number in Numbers(people?.Applicant).Concat(Numbers(people?.Submitter)))
        {
            matches |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(number[^Digits..]), typed);
        }

        if (matches)
        {
            db.Audit.Add(new AuditEntry { At = time.Now().Instant, Action = "tracking.opened", Subject = code });
            await db.SaveChangesAsync(ct);
        }

        return matches;
    }

    /// <summary>Keeps the details open for a quarter of an hour in this browser.</summary>
    public void Open(HttpContext context, string code)
    {
        var until = time.Now().Instant.Add(Lasts).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Cookie, protector.Protect($"{code}|{until}"), Options(context));
    }

    public static void Close(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    public bool IsOpen(HttpContext context, string code)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return false;
        }

        try
        {
            var parts = protector.Unprotect(kept).Split('|');
            return parts is [var opened, var until] && opened == code && long.Parse(until, CultureInfo.InvariantCulture) > time.Now().Instant.ToUnixTimeSeconds();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Neither MaxAge nor Expires: the browser forgets it when it is closed.
    private static CookieOptions Options(HttpContext context) =>
        new() { Path = Path, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true };

    private static IEnumerable<string> Numbers(Person? person) =>
        new[] { person?.IdNumber, person?.OldIdNumber, person?.Phone }
            .Select(n => string.Concat((n ?? "").Where(char.IsAsciiDigit)))
            .Where(n => n.Length >= ShortestNumber);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Security;

/// <summary>
/// Nothing typed is lost when a log-in expires: the posted form is kept encrypted in the database under the browser's cookie
/// and given back to the same account. Only browsers that have logged in before may keep one; one form a browser, two hours.
/// </summary>
public sealed class KeptForms(MotCuaDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "mc-browser";
    private const int LongestText = 256_000;
    private const string Token = "__RequestVerificationToken";

    /// <summary>On the address of a repeated post, so that what was kept is let go.</summary>
    public const string RepeatMark = "gui-lai";

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(2);

    private readonly IDataProtector browsers = protection.CreateProtector("MotCua.Browser.v1");
    private readonly IDataProtector forms = protection.CreateProtector("MotCua.KeptForm.v1");

    /// <param name="Account">To whom alone it is shown.</param>
    /// <param name="Address">Path and query of the post.</param>
    /// <param name="Fields">As posted, without the form's token.</param>
    /// <param name="HadFiles">Files are not kept; they must be chosen again.</param>
    public sealed record Form(Guid Account, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles);

    public void MarkBrowser(HttpContext context, AccountId account)
    {
        var browser = Browser(context)?.Id ?? Ids.New();
        context.Response.Cookies.Append(Cookie, browsers.Protect($"{browser:N}{account.Value:N}"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(30),
        });
    }

    public async Task KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (Browser(context) is not { } browser || request.Path.StartsWithSegments("/Account", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var posted = await request.ReadFormAsync(context.RequestAborted);
        var fields = posted.Where(f => f.Key != Token)
            .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        if (fields.Sum(f => f.Key.Length + f.Value.Length) > LongestText)
        {
            return;
        }

        var now = clock.Now().Instant;
        await db.Set<KeptForm>().Where(f => f.KeptAt < now - KeptFor).ExecuteDeleteAsync(context.RequestAborted);
        var form = new Form(browser.Account, request.Path + request.QueryString, fields, posted.Files.Count > 0);
        var payload = forms.Protect(JsonSerializer.SerializeToUtf8Bytes(form, JsonColumn.Options));
        var key = Key(browser.Id);
        var kept = await db.Set<KeptForm>().SingleOrDefaultAsync(f => f.BrowserKey == key, context.RequestAborted);
        if (kept is null)
        {
            db.Set<KeptForm>().Add(new KeptForm { BrowserKey = key, KeptAt = now, Payload = payload });
        }
        else
        {
            (kept.KeptAt, kept.Payload) = (now, payload);
        }

        await db.SaveChangesAsync(context.RequestAborted);
    }

    /// <summary>What this browser's last post held, if it was this account's.</summary>
    public async Task<Form?> FindAsync(HttpContext context, AccountId account)
    {
        if (Browser(context) is not { } browser)
        {
            return null;
        }

        var key = Key(browser.Id);
        var since = clock.Now().Instant - KeptFor;
        var kept = await db.Set<KeptForm>().AsNoTracking().SingleOrDefaultAsync(f => f.BrowserKey == key && f.KeptAt >= since, context.RequestAborted);
        if (kept is null)
        {
            return null;
        }

        try
        {
            var form = JsonSerializer.Deserialize<Form>(forms.Unprotect(kept.Payload), JsonColumn.Options);
            return form?.Account == account.Value ? form : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task ForgetAsync(HttpContext context)
    {
        if (Browser(context) is { } browser)
        {
            var key = Key(browser.Id);
            await db.Set<KeptForm>().Where(f => f.BrowserKey == key).ExecuteDeleteAsync(context.RequestAborted);
        }
    }

    private static string Key(Guid browser) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(browser.ToString("N"))));

    private (Guid Id, Guid Account)? Browser(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } cookie)
        {
            return null;
        }

        try
        {
            var text = browsers.Unprotect(cookie);
            return (Guid.ParseExact(text[..32], "N"), Guid.ParseExact(text[32..], "N"));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

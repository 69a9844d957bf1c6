using System.Globalization;
using System.Threading.RateLimiting;

namespace MotCua.Web.Security;

/// <summary>A public page that answers to a code: requests are counted by address, and posts of a second fact by code as well.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuessableAttribute : Attribute;

/// <summary>A public page whose one button counts: posts of one address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PressedAttribute : Attribute;

/// <summary>
/// Against guessing on pages without log-in. Numbers are counted in this process; behind a proxy the address is the
/// applicant's only when forwarded headers are on (docs/operations.md).
/// </summary>
public static class GuessLimits
{
    /// <summary>Look-ups of one address in a minute: a whole commune may sit behind one.</summary>
    public const int LookUpsAMinute = 120;

    /// <summary>Second facts tried from one address in a quarter of an hour.</summary>
    public const int TriesOfAnAddress = 20;

    /// <summary>Second facts tried for one code in an hour: 10.000 possible answers then last two months and a half.</summary>
    public const int TriesOfACode = 5;

    /// <summary>Ratings pressed at one device in a minute: nobody serves people faster.</summary>
    public const int PressesAMinute = 12;

    public static IServiceCollection AddGuessLimits(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Windows(c => Guessable(c) ? $"look:{AddressOf(c)}" : null, LookUpsAMinute, TimeSpan.FromMinutes(1)),
            Windows(c => Tries(c) ? $"address:{AddressOf(c)}" : null, TriesOfAnAddress, TimeSpan.FromMinutes(15)),
            Windows(c => Presses(c) ? $"press:{AddressOf(c)}" : null, PressesAMinute, TimeSpan.FromMinutes(1)),
            Windows(c => Tries(c) ? $"code:{CodeOf(c)}" : null, TriesOfACode, TimeSpan.FromHours(1)));
    });

    private static PartitionedRateLimiter<HttpContext> Windows(Func<HttpContext, string?> keyOf, int most, TimeSpan window) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => keyOf(context) is { } key
            ? RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));

    private static bool Guessable(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<GuessableAttribute>() is not null;

    private static bool Presses(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<PressedAttribute>() is not null;

    private static bool Tries(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && CodeOf(context).Length > 0 && Guessable(context)
        && !string.Equals(context.Request.Query["handler"], "Close", StringComparison.OrdinalIgnoreCase);

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static string CodeOf(HttpContext context) => (context.GetRouteValue("code") as string ?? "").ToUpperInvariant();
}

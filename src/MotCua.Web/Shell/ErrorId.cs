using System.Diagnostics;

namespace MotCua.Web.Shell;

/// <summary>The short number that a user reads out to the administrator and that the log carries.</summary>
public static class ErrorId
{
    public static string Of(HttpContext context)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return trace[..Math.Min(8, trace.Length)].ToUpperInvariant();
    }
}

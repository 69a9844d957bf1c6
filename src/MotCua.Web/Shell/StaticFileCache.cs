using Microsoft.AspNetCore.StaticFiles;

namespace MotCua.Web.Shell;

/// <summary>A file asked for with its version (?v=hash) never changes; without one it is asked for again.</summary>
public static class StaticFileCache
{
    public static IApplicationBuilder UseVersionedStaticFiles(this IApplicationBuilder app) =>
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Mark });

    private static void Mark(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, no-cache";
}

using Microsoft.AspNetCore.StaticFiles;

namespace MotCua.Web.Shell;

/// <summary>
/// A file asked for with its version (?v=hash) never changes; without one it is asked for again.
/// The large ones were compressed at build (file.br) far better than an answer's own compression can.
/// </summary>
public static class StaticFileCache
{
    private const string Compressed = ".br";

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static IApplicationBuilder UseVersionedStaticFiles(this IApplicationBuilder app)
    {
        var files = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value!;
            if (Takes(context.Request) && Types.TryGetContentType(path, out _) && files.GetFileInfo(path + Compressed).Exists)
            {
                context.Request.Path = path + Compressed;
            }

            return next();
        });
        var types = new FileExtensionContentTypeProvider { Mappings = { [Compressed] = "application/octet-stream" } };
        return app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Mark, ContentTypeProvider = types });
    }

    private static bool Takes(HttpRequest request) =>
        request.Headers.AcceptEncoding.ToString().Split(',').Any(e => e.Trim().Equals("br", StringComparison.OrdinalIgnoreCase));

    private static void Mark(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, no-cache";
        if (file.File.Name.EndsWith(Compressed, StringComparison.Ordinal) && Types.TryGetContentType(file.File.Name[..^Compressed.Length], out var type))
        {
            headers.ContentType = type;
            headers.ContentEncoding = "br";
            headers.Vary = "Accept-Encoding";
        }
    }
}

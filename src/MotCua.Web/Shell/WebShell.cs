using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;

namespace MotCua.Web.Shell;

/// <summary>
/// What every page stands on: text, icons, tag helpers, dates as people write them, error pages, headers, compression, files.
/// </summary>
public static class WebShell
{
    /// <summary>A form without files; a page that takes files raises it with [RequestSizeLimit].</summary>
    public const long LargestForm = 2_000_000;

    /// <summary>One box of a form.</summary>
    public const int LargestField = 256_000;

    public const string ErrorPath = "/loi";

    public static IServiceCollection AddShell(this IServiceCollection services, string keysFolder)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Text>();
        services.AddScoped<OfficerFrame>();
        services.AddRazorPages().AddMvcOptions(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new TypedDateBinderProvider());
            FormWords.Apply(mvc.ModelBindingMessageProvider);
        });

        // Vietnamese letters stay letters: as entities a page would be a quarter larger.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(e => e.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(a =>
        {
            a.Cookie.Name = "mc-form";
            a.Cookie.SameSite = SameSiteMode.Lax;
            a.HeaderName = "X-Form-Token";
        });
        services.Configure<CookieTempDataProviderOptions>(t => t.Cookie.Name = "mc-flash");
        services.Configure<FormOptions>(f =>
        {
            f.ValueLengthLimit = LargestField;
            f.KeyLengthLimit = 512;
            f.ValueCountLimit = 2048;
        });
        services.AddResponseCompression(c =>
        {
            // Tokens of forms are masked anew in each answer, so compression gives no oracle over TLS.
            c.EnableForHttps = true;
            c.Providers.Add<BrotliCompressionProvider>();
            c.Providers.Add<GzipCompressionProvider>();
            c.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(b => b.Level = CompressionLevel.Optimal);
        services.AddDataProtection().SetApplicationName("MotCua").PersistKeysToFileSystem(Directory.CreateDirectory(keysFolder));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>The order matters: headers on everything, then errors, then files, then who is asking.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = $"{ErrorPath}/500", StatusCodeSelector = FailureStatus.Of, CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute(ErrorPath + "/{0}");
        app.UseVersionedStaticFiles();
        app.UseRouting();
        return app;
    }

    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapHealthChecks("/healthz").AllowAnonymous();
        app.MapGet("/ngon-ngu/{code:regex(^(vi|en)$)}", LanguageSwitch.Change).AllowAnonymous();
        app.MapRazorPages();
        return app;
    }
}

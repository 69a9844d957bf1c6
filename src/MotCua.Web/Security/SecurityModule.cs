using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Security;

/// <summary>
/// Who asks, and may they: ASP.NET Core Identity over <see cref="AccountStore"/>, the officer's cookie (<see cref="OfficerCookie"/>),
/// [Allow] on every page, what was typed when a log-in expired (<see cref="KeptForms"/>), the log of log-ins (<see cref="LogIn"/>).
/// </summary>
public static class SecurityModule
{
    public const string LogInPath = "/Account/LogIn";

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
            {
                o.Password.RequiredLength = PasswordRules.Shortest;
                o.Password.RequiredUniqueChars = 1;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager<OfficerSignIn>()
            .AddPasswordValidator<OfficePasswordValidator>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // Kept by the machine, so that no name is typed; opened by finger or PIN, since it stands for password and second step.
            o.ResidentKeyRequirement = "required";
            o.UserVerificationRequirement = "required";
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(Configure);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o =>
        {
            o.Cookie.Name = "mc-second-step";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        });
        services.AddSingleton<IAuthorizationHandler, AllowHandler>();
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(NoPageIsThere).Build());
        services.AddGuessLimits();
        services.AddScoped<LogIn>();
        services.AddScoped<KeptForms>();
        services.AddSingleton(provider => new PageRoles(provider.GetRequiredService<EndpointDataSource>()));
        services.AddSingleton(new MenuAccess((context, page) =>
            context.RequestServices.GetRequiredService<PageRoles>().MayOpen(page, context.RequestServices.GetRequiredService<CurrentOfficer>())));
        return services;
    }

    /// <summary>After routing: who is asking, then what a first log-in must do, then may they.</summary>
    public static WebApplication UseSecurity(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<FirstThings>();
        app.UseAuthorization();
        return app;
    }

    private static void Configure(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "mc-officer";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = TimeSpan.FromHours(8);
        o.SlidingExpiration = true;
        o.LoginPath = LogInPath;
        o.ReturnUrlParameter = "ve";
        o.EventsType = null;
        o.Events = new OfficerCookie();
    }

    /// <summary>A page that names nobody is closed; an address without a page goes on to "not found".</summary>
    private static bool NoPageIsThere(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is null;
}

/// <summary>Which roles open which page, read from [Allow] once.</summary>
public sealed class PageRoles(EndpointDataSource endpoints)
{
    private readonly Lazy<Dictionary<string, AllowAttribute>> pages = new(() => endpoints.Endpoints
        .Select(e => (Page: e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath, Allow: e.Metadata.GetMetadata<AllowAttribute>()))
        .Where(e => e.Page is not null && e.Allow is not null)
        .GroupBy(e => e.Page!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Allow!, StringComparer.OrdinalIgnoreCase));

    public bool MayOpen(string page, CurrentOfficer officer) => !pages.Value.TryGetValue(page, out var allow) || allow.Admits(officer);
}

internal sealed class OfficePasswordValidator : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var checkedPassword = PasswordRules.Check(password ?? "", user.UserName);
        return Task.FromResult(checkedPassword.Succeeded
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = checkedPassword.Error!.Code, Description = checkedPassword.Error.Message }));
    }
}

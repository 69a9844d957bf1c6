namespace MotCua.Web.Pages.Public;

/// <summary>What the pages for citizens need: whose page it is, reading a dossier for the public, the second fact, apologies.</summary>
public static class PublicModule
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services) => services
        .AddScoped<PublicFrame>()
        .AddScoped<TrackReader>()
        .AddScoped<SecondFact>()
        .AddScoped<KioskPass>()
        .AddScoped<ApologyList>();
}

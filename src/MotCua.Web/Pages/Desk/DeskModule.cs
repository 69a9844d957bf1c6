namespace MotCua.Web.Pages.Desk;

/// <summary>What the pages around one dossier need: reading, acting, searching.</summary>
public static class DeskModule
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton(new Shell.MenuCount("filings", FilingsModel.WaitingCountAsync))
        .AddScoped<DossierReader>()
        .AddScoped<DossierHistory>()
        .AddScoped<ActWords>()
        .AddScoped<ActDates>()
        .AddScoped<LateEntryList>()
        .AddScoped<ReadyList>()
        .AddScoped<DossierSearch>();
}

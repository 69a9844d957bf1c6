using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>Lists of work: <see cref="IndexModel"/>, <see cref="WaitingModel"/>, the bulk acts, and their live numbers in the side menu.</summary>
public static class InboxModule
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddScoped<InboxQuery>();
        services.AddSingleton(new MenuCount("inbox", async (s, ct) => (await s.GetRequiredService<InboxQuery>().CountsAsync(ct)).Mine));
        services.AddSingleton(new MenuCount("waiting", async (s, ct) => (await s.GetRequiredService<InboxQuery>().CountsAsync(ct)).Waiting));
        return services;
    }
}

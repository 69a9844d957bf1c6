using MotCua.Dossiers.Watchdogs;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>The leader's side: <see cref="CockpitModel"/>, what waits for the leader (<see cref="ApprovalsModel"/>), late dossiers and apologies (<see cref="ApologiesModel"/>), and the lists behind each number (<see cref="WatchModel"/>).</summary>
public static class LeaderModule
{
    public static IServiceCollection AddLeader(this IServiceCollection services)
    {
        services.AddScoped<ApprovalQuery>();
        services.AddScoped<ApprovalReader>();
        services.AddScoped<CockpitQuery>();
        services.AddScoped<ProposalWords>();
        services.AddScoped<WatchWords>();
        services.AddSingleton(new MenuCount("approvals", async (s, ct) => (await s.GetRequiredService<ApprovalQuery>().SummaryAsync(ct)).Count));
        services.AddSingleton(new MenuCount("apologies", ApologiesAsync));
        services.AddSingleton(new MenuCount("slips", SlipsAsync));
        return services;
    }

    /// <summary>For a leader what is late without an apology; for anyone else what a leader asked them to write.</summary>
    private static async Task<int> ApologiesAsync(IServiceProvider services, CancellationToken ct)
    {
        var officer = services.GetRequiredService<CurrentOfficer>();
        var (set, filter) = officer.HoldsAnywhere(OfficeRole.Signer)
            ? (WatchSets.Unapologised, WatchFilter.None)
            : (WatchSets.ToWrite, new WatchFilter { Writer = officer.Id.Value });
        return await CountAsync(services, set, filter, ct);
    }

    private static Task<int> SlipsAsync(IServiceProvider services, CancellationToken ct) => CountAsync(services, WatchSets.SlipsOpen, WatchFilter.None, ct);

    private static async Task<int> CountAsync(IServiceProvider services, WatchSet set, WatchFilter filter, CancellationToken ct)
    {
        var officer = services.GetRequiredService<CurrentOfficer>();
        var counts = await services.GetRequiredService<WatchQuery>().CountsAsync(officer.SeenAgencies(), [set], filter, ct);
        return counts[set.Slug];
    }
}

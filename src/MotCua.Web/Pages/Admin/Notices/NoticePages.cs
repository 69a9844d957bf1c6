using Dapper;
using MotCua.Organization;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>Table of contents of the pages about notices: Index (what was sent), Show, Channels, Templates, Template; and the numbers in menu and bell.</summary>
public static class NoticePages
{
    public static IServiceCollection AddNoticePages(this IServiceCollection services)
    {
        services.AddScoped<DeliveryList>();
        services.AddSingleton(new MenuCount("notices", UnreadAsync));
        services.AddSingleton(new MenuCount("notices-stuck", StuckAsync));
        return services;
    }

    private static Task<int> UnreadAsync(IServiceProvider services, CancellationToken ct) => CountAsync(
        services,
        "select count(*) from (select from notice_deliveries where officer_id = @me and channel = 'in_app' and read_at is null limit 100) unread",
        new { me = services.GetRequiredService<CurrentOfficer>().Id.Value },
        ct);

    private static Task<int> StuckAsync(IServiceProvider services, CancellationToken ct) => CountAsync(
        services,
        "select count(*) from notice_deliveries where state in ('stuck', 'failed') and agency_id = any(@agencies)",
        new { agencies = services.GetRequiredService<CurrentOfficer>().SeenAgencies().Select(a => a.Value).ToArray() },
        ct);

    private static async Task<int> CountAsync(IServiceProvider services, string sql, object values, CancellationToken ct)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(sql, values, cancellationToken: ct));
    }
}

using Dapper;
using MotCua.Foundation;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>Table of contents of the procedure pages: Index, Show (with _Draft, _Facts, _Readiness, _Simulator), Edit, Add, Discard, End, Synonyms.</summary>
public static class ProcedurePages
{
    public static IServiceCollection AddProcedurePages(this IServiceCollection services) =>
        services.AddSingleton(new MenuCount("procedures", CountAsync));

    private static async Task<int> CountAsync(IServiceProvider services, CancellationToken ct)
    {
        var day = services.GetRequiredService<TimeProvider>().Now().Day;
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from procedure_versions where status = 'published' and valid_from <= @day and (valid_to is null or valid_to >= @day)",
            new { day },
            cancellationToken: ct));
    }
}

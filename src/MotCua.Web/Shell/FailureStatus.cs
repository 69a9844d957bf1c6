using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace MotCua.Web.Shell;

/// <summary>What an exception tells the user: too large, unreadable, the database is away, or our mistake.</summary>
public static class FailureStatus
{
    public static int Of(Exception failure) => failure switch
    {
        BadHttpRequestException request => request.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" } => StatusCodes.Status503ServiceUnavailable,
        PostgresException => StatusCodes.Status500InternalServerError,
        NpgsqlException or SocketException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } => Of(inner),
        _ => StatusCodes.Status500InternalServerError,
    };
}

/// <summary>For /healthz: the program is of no use without its database.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("database", e);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Database;

/// <summary>The private cluster, the migrator, and the registration of the one DbContext.</summary>
public static class DatabaseModule
{
    /// <summary>MotCuaDb and plain SQL share one pool of connections.</summary>
    public static IServiceCollection AddMotCuaDatabase(this IServiceCollection services, string connectionString, ModelParts parts)
    {
        SqlTypes.Register();
        services.AddSingleton(parts);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddDbContext<MotCuaDb>((provider, options) => options.UseNpgsql(
            provider.GetRequiredService<NpgsqlDataSource>().CreateConnection(),
            contextOwnsConnection: true));
        return services;
    }
}

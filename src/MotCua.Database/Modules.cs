using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Documents;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Registers;
using MotCua.Reports;

namespace MotCua.Database;

/// <summary>Every module that has tables or services, in the order of the house. The web program, the command line and the tests are built from it.</summary>
public static class Modules
{
    /// <summary>The assemblies whose entities the one DbContext knows.</summary>
    public static ModelParts Parts { get; } = new(
    [
        .. new[] { "Calendar", "Organization", "Procedures", "Dossiers", "Notices", "Documents", "Registers", "Reports" }.Select(name => Assembly.Load($"MotCua.{name}")),
    ]);

    /// <summary>The database and every module: one line each, named as in its XxxModule.cs.</summary>
    public static IServiceCollection AddMotCua(this IServiceCollection services, string connectionString, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddMotCuaDatabase(connectionString, Parts);
        services.AddScoped<OutboxRunner>();
        services.AddOrganization();
        services.AddProcedures();
        services.AddDossiers();
        services.AddNotices();
        services.AddDocuments();
        services.AddRegisters();
        services.AddReports();
        return services;
    }
}

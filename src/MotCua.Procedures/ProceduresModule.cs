using Microsoft.Extensions.DependencyInjection;

namespace MotCua.Procedures;

/// <summary>
/// Procedures, their versions in force, and how they are found.
/// Nouns: Procedure, ProcedureVersion (with ProcedureContent), Synonym. Rules: StepPlan, VersionDiff, Readiness.
/// Reads: ProcedureSearch, SynonymTable.
/// </summary>
public static class ProceduresModule
{
    public static IServiceCollection AddProcedures(this IServiceCollection services) => services
        .AddScoped<ImportProcedures>()
        .AddScoped<AddProcedure>()
        .AddScoped<StartDraft>()
        .AddScoped<SaveDraft>()
        .AddScoped<DiscardDraft>()
        .AddScoped<PublishVersion>()
        .AddScoped<EndProcedure>()
        .AddScoped<AddSynonym>()
        .AddScoped<RemoveSynonym>();
}

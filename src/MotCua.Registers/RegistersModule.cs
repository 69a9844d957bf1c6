using Microsoft.Extensions.DependencyInjection;

namespace MotCua.Registers;

/// <summary>
/// Table of contents. The kit: <see cref="RegisterRecord"/> (a line that changes only by its verbs), <see cref="RegisterChange"/> (its
/// history), <see cref="RegisterDesk"/> (load, may you, act, save), <see cref="RegisterFile"/> (imports). The registers:
/// <see cref="Directive"/> (tasks from above, B.4), <see cref="PlanTask"/> (tasks of plans). <see cref="DirectiveFigures"/>: their counts.
/// </summary>
public static class RegistersModule
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddScoped<RegisterDesk>()
        .AddScoped<RecordDirective>()
        .AddScoped<GiveDirective>()
        .AddScoped<StartDirective>()
        .AddScoped<SubmitDirective>()
        .AddScoped<ConfirmDirective>()
        .AddScoped<ImportDirectives>()
        .AddScoped<RecordPlanTask>()
        .AddScoped<FinishPlanTask>()
        .AddScoped<ImportPlanTasks>();
}

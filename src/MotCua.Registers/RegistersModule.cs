using Microsoft.Extensions.DependencyInjection;

namespace MotCua.Registers;

/// <summary>
/// Table of contents. The kit: <see cref="RegisterRecord"/> (a line that changes only by its verbs), <see cref="RegisterChange"/> (its
/// history), <see cref="RegisterDesk"/> (load, may you, act, save), <see cref="RegisterFile"/> (imports). The registers:
/// <see cref="Directive"/> (tasks from above, B.4), <see cref="PlanTask"/> (tasks of plans). <see cref="DirectiveFigures"/>: their counts.
/// Registers that cost a file each: <see cref="RegisterBook"/> names fields and figures, <see cref="BookRecord"/> holds the rules;
/// <see cref="RecordInBook"/>, <see cref="CorrectInBook"/>, <see cref="ImportBook"/>, <see cref="BookExport"/> and
/// <see cref="RegisterFigures"/> serve them all: <see cref="OutgoingDocumentBook"/>, <see cref="StaffPostBook"/>.
/// <see cref="RegisterAttachment"/>: files of any record. <see cref="SurveyForm"/>: ratings on paper and at the counter's device, with or without a dossier (B.3).
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
        .AddScoped<ImportPlanTasks>()
        .AddScoped<RecordInBook>()
        .AddScoped<CorrectInBook>()
        .AddScoped<ImportBook>()
        .AddScoped<AttachToRecord>()
        .AddScoped<EnterPaperForms>()
        .AddScoped<RateAtKiosk>();
}

using Microsoft.Extensions.DependencyInjection;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;

namespace MotCua.Reports;

/// <summary>
/// Table of contents. <see cref="Figures"/>: every figure, declared once; <see cref="FigureSql"/>: the set behind it;
/// <see cref="FigureQuery"/>: its count and its list; <see cref="Form"/>: columns of the forms; <see cref="WriteReport"/>;
/// <see cref="PrintReport"/>: the same as a paper of the office. <see cref="Indicator"/>: the rows of the annex;
/// <see cref="DeclaredFigure"/>: what no record gives. <see cref="AttachLists"/>: the sheets behind a form in Excel.
/// <see cref="ReconcileList"/>: another system's list beside ours.
/// <see cref="ComposeNarrative"/>: reports in words, from templates (<see cref="TemplateText"/>), figures (<see cref="NamedFigure"/>) and
/// hand-written passages, checked by <see cref="PassageCheck"/>.
/// Submissions/: <see cref="ReportDuty"/> (what an agency above asks), <see cref="ReportSubmission"/> (a version on its way up),
/// <see cref="SubmittedForm"/> (a form of numbers or a report in words), <see cref="SubmissionDesk"/> (what its acts share), <see cref="FrozenReport"/> and <see cref="FrozenLists"/> (what was sent).
/// </summary>
public static class ReportsModule
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<WriteReport>()
        .AddScoped<PrintReport>()
        .AddScoped<StartNarrative>()
        .AddScoped<SavePassage>()
        .AddScoped<WriteNarrativeHead>()
        .AddScoped<ComposeNarrative>()
        .AddScoped<CopyTemplate>()
        .AddScoped<ChangeTemplate>()
        .AddScoped<PublishTemplate>()
        .AddScoped<DropTemplate>()
        .AddScoped<PreviewTemplate>()
        .AddScoped<Narrative.CheckReport>()
        .AddScoped<DeclareFigures>()
        .AddScoped<ImportDeclared>()
        .AddScoped<ListFigure>()
        .AddScoped<ReconcileList>()
        .AddScoped<AttachLists>()
        .AddScoped<VerifyFigures>()
        .AddScoped<SubmissionDesk>()
        .AddScoped<CountSubmission>()
        .AddScoped<CountNarrative>()
        .AddScoped<SubmissionNotices>()
        .AddScoped<RequireReport>()
        .AddScoped<EndReportDuty>()
        .AddScoped<DraftReport>()
        .AddScoped<DraftNarrative>()
        .AddScoped<RecountReport>()
        .AddScoped<Submissions.CheckReport>()
        .AddScoped<SignReport>()
        .AddScoped<SendReportBack>()
        .AddScoped<SubmitReport>()
        .AddScoped<ReturnReport>()
        .AddScoped<AcceptReport>()
        .AddScoped<RestateReport>()
        .AddScoped<CompareSubmission>()
        .AddScoped<FindStale>()
        .AddScoped<SumSubmissions>();
}

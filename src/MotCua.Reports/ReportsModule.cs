using Microsoft.Extensions.DependencyInjection;

namespace MotCua.Reports;

/// <summary>
/// Table of contents. <see cref="Figures"/>: every figure, declared once; <see cref="FigureSql"/>: the set behind it;
/// <see cref="FigureQuery"/>: its count and its list; <see cref="Form"/>: columns of the forms; <see cref="WriteReport"/>;
/// <see cref="PrintReport"/>: the same as a paper of the office. <see cref="Indicator"/>: the rows of the annex;
/// <see cref="DeclaredFigure"/>: what no record gives. <see cref="AttachLists"/>: the sheets behind a form in Excel.
/// </summary>
public static class ReportsModule
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<WriteReport>()
        .AddScoped<PrintReport>()
        .AddScoped<DeclareFigures>()
        .AddScoped<ImportDeclared>()
        .AddScoped<ListFigure>()
        .AddScoped<AttachLists>()
        .AddScoped<VerifyFigures>();
}

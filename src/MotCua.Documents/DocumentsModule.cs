using Microsoft.Extensions.DependencyInjection;
using MotCua.Documents.Forms;

namespace MotCua.Documents;

/// <summary>
/// Papers of the office. Nouns: <see cref="OfficialDocument"/>, <see cref="FormSet"/>, <see cref="Workbook"/>.
/// Writers: <see cref="HtmlWriter"/>, <see cref="DocxWriter"/>, <see cref="PdfPrinter"/>, <see cref="XlsxWriter"/>.
/// Forms: <see cref="ReceiptForm"/>, <see cref="SupplementForm"/>, <see cref="RefusalForm"/>, <see cref="ApologyForm"/>, <see cref="StopNoticeForm"/>,
/// <see cref="ControlSlipForm"/>, <see cref="RegisterForm"/>.
/// Scans: <see cref="FileStore"/>, <see cref="AddScan"/>; a dossier's papers: <see cref="DossierPapers"/>, <see cref="RegisterBook"/>.
/// </summary>
public static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton(new PdfPrinterOptions())
        .AddSingleton<PdfPrinter>()
        .AddSingleton(FileStoreOptions.Default)
        .AddSingleton<FileStore>()
        .AddScoped<AddScan>()
        .AddScoped<DossierPapers>()
        .AddScoped<RegisterBook>();
}

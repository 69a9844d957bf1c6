using Microsoft.Extensions.DependencyInjection;

namespace MotCua.Documents;

/// <summary>
/// Papers of the office. Nouns: <see cref="OfficialDocument"/>, <see cref="FormSet"/>. Writers: <see cref="HtmlWriter"/>, <see cref="PdfPrinter"/>.
/// Forms: Forms/ReceiptForm.
/// </summary>
public static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton(new PdfPrinterOptions())
        .AddSingleton<PdfPrinter>();
}

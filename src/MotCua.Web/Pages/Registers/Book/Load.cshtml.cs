using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>Lines of whichever register the address names, from a CSV file.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk)]
public sealed class BookLoadModel(RegisterDesk desk, ImportBook import, CurrentOfficer officer, Text t) : LoadPage(desk, officer, t)
{
    private RegisterBook book = null!;

    [FromRoute(Name = "so")]
    public string Address { get; set; } = "";

    protected override IReadOnlyList<OfficeRole> Keepers => book.Keepers;

    protected override LoadForm Empty => new(book.Title, $"/so/{book.Address}", [.. book.Fields.Select(f => f.Label)]);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (RegisterBooks.At(Address) is { } found)
        {
            book = found;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    protected override async Task<(int Lines, int Added, int Changed)> LoadAsync(Stream content, RegisterUpload upload, ImportProblems problems, CancellationToken ct)
    {
        var done = await import.RunAsync(new ImportBook.Input(book, upload.Agency, upload.May, content, upload.By), problems, ct);
        return (done.Lines, done.Added, done.Changed);
    }
}

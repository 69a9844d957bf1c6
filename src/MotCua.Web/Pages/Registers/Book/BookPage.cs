using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Registers;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>A field of a form of a register, with what stands in it.</summary>
public sealed record BookField(RegisterField Field, string? Value);

/// <summary>A page of whichever register its address names; an address that names none is not found.</summary>
public abstract class BookPage(Text t) : PageModel
{
    public const int PageSize = 50;

    [FromRoute(Name = "so")]
    public string Address { get; set; } = "";

    public RegisterBook Book { get; private set; } = null!;

    public string Home => $"/so/{Book.Address}";

    protected Text T => t;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (RegisterBooks.At(Address) is { } book)
        {
            Book = book;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    /// <summary>What was typed, by the names of the fields.</summary>
    protected IReadOnlyDictionary<string, string?> Typed() =>
        Book.Fields.Where(f => !f.Given).ToDictionary(f => f.Name, f => (string?)Request.Form[f.Name].ToString(), StringComparer.Ordinal);

    /// <returns>True when one of the faults is that the officer may not.</returns>
    protected bool Refuse(IReadOnlyList<Error> faults)
    {
        foreach (var fault in faults)
        {
            ModelState.Refuse(t, fault);
        }

        return faults.Any(f => f.Code == "register.not-allowed");
    }

    protected static IReadOnlyList<BookField> Boxes(RegisterBook book, Func<RegisterField, string?> value) =>
        [.. book.Fields.Where(f => !f.Given).Select(f => new BookField(f, value(f)))];
}

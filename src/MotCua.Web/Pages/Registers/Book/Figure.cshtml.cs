using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Reports;
using MotCua.Web.Pages.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>The lines of a register behind one number of the annex.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class BookFigureModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    [FromRoute(Name = "so")]
    public string Address { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "chitieu")]
    public string? FigureName { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public RegisterBook Book { get; private set; } = null!;

    public RegisterFigure Figure { get; private set; } = null!;

    /// <summary>Null: no agency has a line from which the number could be known.</summary>
    public RegisterCount? Count { get; private set; }

    public int Agencies { get; private set; }

    public IReadOnlyList<BookRecord> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, BookPage.PageSize, 0, "");

    public string AgencyName { get; private set; } = "";

    public DateOnly Judged { get; private set; }

    public string Back => $"/bao-cao/phu-luc-1?donvi={Uri.EscapeDataString(AgencyCode ?? "")}&tu={From:yyyy-MM-dd}&den={To:yyyy-MM-dd}";

    /// <summary>From when to when the lines are dated.</summary>
    public string SpanWords => Figure.Span switch
    {
        RegisterSpan.Year => T["từ {0} đến {1}", new DateOnly(Judged.Year, 1, 1), Judged],
        RegisterSpan.LastDay => T["như ở ngày {0}", Judged],
        RegisterSpan.Before => T["như ở ngày {0}", Figure.Since.AddDays(-1)],
        RegisterSpan.Since => T["từ {0} đến {1}", Figure.Since, Judged],
        _ => T["từ {0} đến {1}", From!.Value, Judged],
    };

    public string AgencyOf(BookRecord record) => Officer.Agencies.NameOf(record.AgencyId, Judged);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (RegisterBooks.At(Address) is { } book && book.Figures.FirstOrDefault(f => f.Name == FigureName) is { } figure)
        {
            (Book, Figure) = (book, figure);
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Settle() is not { } code || !ModelState.IsValid)
        {
            return Page();
        }

        var period = Period.Of(From!.Value, To!.Value, DataAt);
        if (!period.Succeeded)
        {
            Refuse(period.Error!);
            return Page();
        }

        var agency = Officer.Agencies.ByCode(code)!;
        Judged = period.Value.LastDay;
        AgencyName = Officer.Agencies.NameOf(agency.Id, Judged);
        var agencies = Officer.Agencies.WithDescendants(agency.Id, Judged);
        var connection = db.Database.GetDbConnection();
        Agencies = agencies.Count;
        Count = await RegisterFigures.CountAsync(connection, Book, Figure, period.Value.Directives, agencies, ct);
        var ids = await RegisterFigures.ListAsync(connection, Book, Figure, period.Value.Directives, agencies, ct);
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        Rows = await Book.FindAsync(db, [.. ids.Skip((PageNumber - 1) * BookPage.PageSize).Take(BookPage.PageSize)], ct);
        Paging = new Paging(PageNumber, BookPage.PageSize, ids.Count, T[Book.Noun]);
        return Page();
    }
}

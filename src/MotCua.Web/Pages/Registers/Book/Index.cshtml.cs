using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>A register's lines: searched, by year, as CSV or Excel.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class BookIndexModel(MotCuaDb db, RegisterDesk desk, CurrentOfficer officer, TimeProvider clock, Text t) : BookPage(t)
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Empty: this year; "tat-ca": all.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public string? YearAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today { get; } = clock.Now().Day;

    public int? Year => YearAsked == "tat-ca" ? null : int.TryParse(YearAsked, out var year) && year is >= 1900 and <= 2200 ? year : Today.Year;

    public IReadOnlyList<BookRecord> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public bool MayKeep => desk.Keeps(officer.AgencyId, Book.Keepers);

    /// <summary>Lines of more than one agency may be in the list.</summary>
    public bool ManyAgencies { get; private set; }

    public string AgencyOf(BookRecord record) => officer.Agencies.NameOf(record.AgencyId, Today);

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var seen = officer.SeenAgencies();
        ManyAgencies = seen.Count > 1;
        var asked = new RegisterQuestion(seen, Query ?? "", Year);
        if (format is "csv" or "xlsx")
        {
            var all = await Book.ListAsync(db, asked, 0, BookExport.Most, ct);
            return this.Download(RegisterSheet.Of(Book, all), officer.Agencies, $"{Book.Address}-{Year?.ToString(CultureInfo.InvariantCulture) ?? "tat-ca"}", format);
        }

        Rows = await Book.ListAsync(db, asked, (PageNumber - 1) * PageSize, PageSize, ct);
        Paging = new Paging(PageNumber, PageSize, await Book.CountAsync(db, asked, ct), T[Book.Noun]);
        return Page();
    }
}

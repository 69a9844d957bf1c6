using Microsoft.AspNetCore.Mvc;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>A new line of a register, for the officer's own agency.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk)]
public sealed class BookRecordModel(RegisterDesk desk, RecordInBook record, CurrentOfficer officer, TimeProvider clock, Text t) : BookPage(t)
{
    public IReadOnlyList<BookField> Fields { get; private set; } = [];

    public IActionResult OnGet()
    {
        var today = Vietnamese.Date(clock.Now().Day);
        Fields = Boxes(Book, f => f.Kind is RegisterFieldKind.Day ? today : f.Default);
        return desk.Keeps(officer.AgencyId, Book.Keepers) ? Page() : this.Only([.. Book.Keepers]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = Typed();
        var answer = await record.RunAsync(new RecordInBook.Input(Book, officer.AgencyId, typed), ct);
        if (answer.Record is { } made)
        {
            TempData.Flash(T["Đã ghi vào sổ: {0}.", made.Title], T["Ghi mục mới"], $"{Home}/ghi");
            return Redirect($"{Home}/{made.Id}");
        }

        Fields = Boxes(Book, f => typed[f.Name]);
        return Refuse(answer.Faults) ? this.Only([.. Book.Keepers]) : Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>One line of a register: what it says, its history; those who keep the register mend it here.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class BookShowModel(MotCuaDb db, RegisterDesk desk, CorrectInBook correct, CurrentOfficer officer, TimeProvider clock, Text t) : BookPage(t)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public BookRecord Record { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    public bool MayKeep { get; private set; }

    /// <summary>What was typed was refused: the form stays open.</summary>
    public bool Refused { get; private set; }

    public IReadOnlyList<BookField> Fields { get; private set; } = [];

    public RegisterFiles Files { get; private set; } = new([], null);

    public IReadOnlyList<ChangeLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(null, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = Typed();
        var faults = await correct.RunAsync(new CorrectInBook.Input(Book, Id, Revision, typed), ct);
        if (faults.Count == 0)
        {
            TempData.Flash(T["Đã lưu; bản trước còn trong lịch sử."]);
            return Redirect($"{Home}/{Id}");
        }

        if (Refuse(faults))
        {
            return this.Only([.. Book.Keepers]);
        }

        db.ChangeTracker.Clear();
        Refused = true;
        return await ShowAsync(typed, ct) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(IReadOnlyDictionary<string, string?>? typed, CancellationToken ct)
    {
        var found = await Book.FindAsync(db, Id, ct);
        if (found is null || !officer.Sees(found.AgencyId))
        {
            return false;
        }

        (Record, AgencyName) = (found, officer.Agencies.NameOf(found.AgencyId, clock.Now().Day));
        MayKeep = desk.Keeps(found.AgencyId, Book.Keepers);
        var values = found.Values;
        Fields = Boxes(Book, f => typed is null ? (f.Kind is RegisterFieldKind.Choice ? values[f.Name] : f.Shown(values[f.Name])) : typed[f.Name]);
        Files = new RegisterFiles(await db.FilesAsync(found.Id, ct), MayKeep ? $"{Home}/{Id}/dinh-kem" : null);
        History = await db.HistoryAsync(found.Id, T, ct);
        return true;
    }
}

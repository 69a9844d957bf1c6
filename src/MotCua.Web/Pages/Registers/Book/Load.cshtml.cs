using Microsoft.AspNetCore.Mvc;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Book;

/// <summary>Lines of a register from a CSV file: all or nothing, every bad line named.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk)]
public sealed class BookLoadModel(RegisterDesk desk, ImportBook import, CurrentOfficer officer, Text t) : BookPage(t)
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<(int Line, string Reason)> Problems { get; private set; } = [];

    public bool MoreProblems { get; private set; }

    private bool MayKeep => desk.Keeps(officer.AgencyId, Book.Keepers);

    public IActionResult OnGet() => MayKeep ? Page() : this.Only([.. Book.Keepers]);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayKeep)
        {
            return this.Only([.. Book.Keepers]);
        }

        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), T["Chọn tệp CSV"]);
            return Page();
        }

        var problems = new ImportProblems(Path.GetFileName(Upload.FileName));
        await using var stream = Upload.OpenReadStream();
        var done = await import.RunAsync(
            new ImportBook.Input(Book, officer.AgencyId, agency => desk.Keeps(agency, Book.Keepers), stream, officer.Id), problems, ct);
        if (problems.Any)
        {
            (Problems, MoreProblems) = (problems.All, problems.Full);
            ModelState.AddModelError(nameof(Upload), T["Tệp có {0} chỗ sai, chưa có gì thay đổi. Sửa tệp rồi nạp lại.", Problems.Count]);
            return Page();
        }

        TempData.Flash(T["Đã đọc {0} dòng: {1} mục mới, {2} mục sửa.", done.Lines, done.Added, done.Changed]);
        return Redirect(Home);
    }
}

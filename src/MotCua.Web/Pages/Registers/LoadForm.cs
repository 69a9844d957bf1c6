using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers;

/// <summary>The form that loads a register's lines from a CSV file.</summary>
/// <param name="Title">Of the register.</param>
/// <param name="Home">Its page.</param>
/// <param name="Heads">The columns, in order.</param>
public sealed record LoadForm(string Title, string Home, IReadOnlyList<string> Heads)
{
    /// <summary>What is wrong with the file that was chosen; a line of 0 is the file.</summary>
    public IReadOnlyList<(int Line, string Reason)> Problems { get; init; } = [];

    public bool MoreProblems { get; init; }
}

/// <summary>A page that loads a file all or nothing: nothing chosen and bad lines are said, what was done is flashed.</summary>
public abstract class LoadPage(RegisterDesk desk, CurrentOfficer officer, Text t) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public LoadForm Form { get; private set; } = null!;

    protected abstract LoadForm Empty { get; }

    /// <summary>Who keeps the register.</summary>
    protected virtual IReadOnlyList<OfficeRole> Keepers => RegisterDesk.Keepers;

    public IActionResult OnGet()
    {
        Form = Empty;
        return desk.Keeps(officer.AgencyId, Keepers) ? Page() : this.Only([.. Keepers]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = Empty;
        if (!desk.Keeps(officer.AgencyId, Keepers))
        {
            return this.Only([.. Keepers]);
        }

        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), t["Chọn tệp CSV"]);
            return Page();
        }

        var problems = new ImportProblems(Path.GetFileName(Upload.FileName));
        await using var stream = Upload.OpenReadStream();
        var (lines, added, changed) = await LoadAsync(stream, new RegisterUpload(officer.AgencyId, agency => desk.Keeps(agency, Keepers), officer.Id), problems, ct);
        if (problems.Any)
        {
            Form = Form with { Problems = problems.All, MoreProblems = problems.Full };
            ModelState.AddModelError(nameof(Upload), t["Tệp có {0} chỗ sai, chưa có gì thay đổi. Sửa tệp rồi nạp lại.", problems.All.Count]);
            return Page();
        }

        TempData.Flash(t["Đã đọc {0} dòng: {1} mục mới, {2} mục sửa.", lines, added, changed]);
        return Redirect(Form.Home);
    }

    protected abstract Task<(int Lines, int Added, int Changed)> LoadAsync(Stream content, RegisterUpload upload, ImportProblems problems, CancellationToken ct);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Scans of a dossier's papers, from the scanner's folder or a phone.</summary>
[Allow, RequestSizeLimit(LargestPost), RequestFormLimits(MultipartBodyLengthLimit = LargestPost)]
public sealed class ScanModel(DossierReader reader, AddScan add, Text t) : PageModel
{
    private const long LargestPost = 45_000_000;

    private const int MostFiles = 4;

    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "giay")]
    public int Paper { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public DossierView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (Files.Count is 0 or > MostFiles)
        {
            ModelState.AddModelError(nameof(Files), Files.Count == 0 ? t["Chọn ít nhất một tệp"] : t["Mỗi lần thêm nhiều nhất {0} tệp", MostFiles]);
            return Page();
        }

        var saved = 0;
        foreach (var file in Files)
        {
            await using var content = file.OpenReadStream();
            var result = file.Length > FileStore.Largest
                ? FileStore.TooLarge(file.FileName)
                : await add.RunAsync(new AddScan.Input(Code, Paper, file.FileName, content), ct);
            saved += result.Succeeded ? 1 : 0;
            if (result.Error is { } error)
            {
                ModelState.AddModelError(nameof(Files), t[error]);
            }
        }

        if (!ModelState.IsValid)
        {
            if (saved > 0)
            {
                ModelState.AddModelError("", t["Đã thêm {0} tệp khác; chỉ cần chọn lại tệp chưa được.", saved]);
            }

            return Page();
        }

        TempData.Flash(t["Đã thêm {0} bản quét", saved]);
        return Redirect($"/ho-so/{Code}?giay={Paper}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await reader.FindAsync(Code, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        if (!view.Papers.Any(p => p.Number == Paper))
        {
            Paper = view.Papers.Select(p => p.Number).FirstOrDefault();
        }

        return view.MayScan ? null : this.Only(AddScan.Roles);
    }
}

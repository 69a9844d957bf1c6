using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>Everyday words and where they lead; the office adds its own, changes or switches off the built-in ones.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class SynonymsModel(MotCuaDb db, AddSynonym add, RemoveSynonym remove, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    [BindProperty]
    public string? Phrase { get; set; }

    [BindProperty]
    public string? LeadsTo { get; set; }

    public IReadOnlyList<SynonymRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>What a desk would find for the words that are tried out.</summary>
    public IReadOnlyList<ProcedureHit> Tried { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(LeadsTo))
        {
            ModelState.AddModelError("LeadsTo", t["Ghi mã thủ tục, hoặc vài chữ trong tên thủ tục."]);
            await LoadAsync(ct);
            return Page();
        }

        return await SaveAsync(Phrase, LeadsTo, t["Đã ghi: “{0}” dẫn tới {1}.", Phrase, LeadsTo], ct);
    }

    public Task<IActionResult> OnPostOffAsync(CancellationToken ct) => SaveAsync(Phrase, null, t["Đã tắt “{0}”.", Phrase], ct);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        await remove.RunAsync(new RemoveSynonym.Input(Phrase ?? ""), officer.Id, ct);
        TempData.Flash(t["Đã bỏ dòng “{0}” của cơ quan.", Phrase]);
        return RedirectToPage(new { q = Q });
    }

    private async Task<IActionResult> SaveAsync(string? phrase, string? leadsTo, string words, CancellationToken ct)
    {
        var saved = await add.RunAsync(new AddSynonym.Input(phrase, leadsTo), officer.Id, ct);
        if (!saved.Succeeded)
        {
            ModelState.AddModelError(saved.Error!.Field ?? "", t[saved.Error]);
            await LoadAsync(ct);
            return Page();
        }

        TempData.Flash(words);
        return RedirectToPage(new { q = Q });
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var all = await SynonymTable.LoadAsync(db, ct);
        Total = all.Count;
        var key = Vietnamese.SearchKey(Q ?? "");
        Rows = [.. all.Where(r => key.Length == 0 || r.PhraseKey.Contains(key, StringComparison.Ordinal)).OrderBy(r => r.BuiltIn).ThenBy(r => r.PhraseKey, StringComparer.Ordinal)];
        Tried = key.Length == 0 ? [] : await ProcedureSearch.FindAsync(db, Q!, clock.Now().Day, 3, ct);
    }
}

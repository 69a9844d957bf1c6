using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>The draft's content as one form; rows of papers and channels are added and taken out by its buttons.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class EditModel(MotCuaDb db, SaveDraft save, Text t) : PageModel
{
    public static readonly IReadOnlyList<(string Unit, string Words)> Units =
    [
        ("wd", Text.Key("ngày làm việc")), ("d", Text.Key("ngày")), ("h", Text.Key("giờ làm việc")), ("mo", Text.Key("tháng")),
        ("same", Text.Key("trong ngày làm việc")), ("none", Text.Key("không hẹn ngày")),
    ];

    private const int MostRows = 100;

    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public DraftTyped Draft { get; set; } = new();

    public int Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { Draft: { } draft } procedure)
        {
            return await GoneAsync(ct);
        }

        Number = draft.Number;
        Draft = DraftTyped.Of(draft.Text, procedure.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { Draft: { } draft })
        {
            return await GoneAsync(ct);
        }

        Number = draft.Number;
        ModelState.Clear();
        if (ChangeRows(act))
        {
            return Page();
        }

        var text = new DraftReader(ModelState, t).Read(Draft, draft.Text);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await save.RunAsync(new SaveDraft.Input(Code, Draft.Revision, text), ct);
        if (!saved.Succeeded)
        {
            ModelState.AddModelError(saved.Error!.Field is { } field ? $"Draft.{field}" : "", t[saved.Error]);
            return Page();
        }

        TempData.Flash(t["Đã lưu bản {0} dự thảo.", Number]);
        return RedirectToPage("Show", new { code = Code });
    }

    private bool ChangeRows(string? act)
    {
        switch (act?.Split('-'))
        {
            case ["addpaper"] when Draft.Papers.Count < MostRows:
                Draft.Papers.Add(new PaperTyped { Originals = "1", Electronic = true });
                return true;
            case ["addroute"] when Draft.Routes.Count < MostRows:
                Draft.Routes.Add(new RouteTyped());
                return true;
            case ["droppaper", var at] when int.TryParse(at, out var i) && i >= 0 && i < Draft.Papers.Count:
                Draft.Papers.RemoveAt(i);
                return true;
            case ["droproute", var at] when int.TryParse(at, out var i) && i >= 0 && i < Draft.Routes.Count:
                Draft.Routes.RemoveAt(i);
                return true;
            default:
                return false;
        }
    }

    private Task<Procedure?> FindAsync(CancellationToken ct) => db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Code == Code, ct);

    // The draft was published or thrown away by somebody else, or never was.
    private async Task<IActionResult> GoneAsync(CancellationToken ct)
    {
        if (!await db.Procedures.AnyAsync(p => p.Code == Code, ct))
        {
            return NotFound();
        }

        TempData.FlashRefusal(t[ProcedureErrors.NoDraft()]);
        return RedirectToPage("Show", new { code = Code });
    }
}

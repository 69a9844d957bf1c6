using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Narrative;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Reports.Narrative.Templates;

/// <summary>A draft of a template as a form: what is printed around the text, then block by block. Moving and adding keep what is typed; saving checks it all.</summary>
[Allow(OfficeRole.ReportOfficer)]
public sealed class EditModel(MotCuaDb db, ChangeTemplate change, PreviewTemplate preview, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TemplateForm Head { get; set; } = new();

    [BindProperty]
    public List<BlockForm> Blocks { get; set; } = [];

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? NewKind { get; set; }

    /// <summary>The new block comes after this one; 0: first.</summary>
    [BindProperty]
    public string? After { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public NarrativeTemplate Draft { get; private set; } = null!;

    public NarrativeContent? Made { get; private set; }

    /// <summary>What is on the page differs from what is kept.</summary>
    public bool Unsaved { get; private set; }

    public IReadOnlyList<FieldOption> Kinds =>
    [
        new("section", t["mục (tiêu đề có đánh số)"]), new("sentence", t["câu tính (hệ thống viết)"]), new("passage", t["đoạn tự viết"]), new("table", t["biểu ngay trong báo cáo"]),
        new("annex", t["phụ lục sau chữ ký"]),
    ];

    public static IReadOnlyList<FieldOption> Forms => [.. Form.All.Select(f => new FieldOption(f.Name, $"{f.Number} {f.Title}".Trim()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refused)
        {
            return refused;
        }

        (Head, Blocks, Revision) = (TemplateForm.Of(Draft.Content), [.. Draft.Content.Blocks.Select(BlockForm.Of)], Draft.Revision);
        From = ReportPage.QuarterStart(clock.Now().Day);
        To = From.Value.AddMonths(3).AddDays(-1);
        return Page();
    }

    /// <param name="act">save, preview, add, or up-3, down-3, drop-3.</param>
    /// <param name="ct">Stops the request.</param>
    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refused)
        {
            return refused;
        }

        if (act is not (null or "save" or "preview"))
        {
            Rearrange(act);
            return Page();
        }

        var text = Head.ToText(Blocks);
        Mark(TemplateJson.MistakesOf(text));
        Unsaved = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (act is "preview")
        {
            await MakeAsync(text, ct);
            return Page();
        }

        var changed = await change.RunAsync(new ChangeTemplate.Input(Id, text, Revision), ct);
        if (changed.Succeeded)
        {
            TempData.Flash(t["Đã lưu mẫu."]);
            return Redirect($"/bao-cao/mau/{Id}/sua");
        }

        ModelState.AddModelError("", t[changed.Error!]);
        return Page();
    }

    private async Task MakeAsync(TemplateText text, CancellationToken ct)
    {
        ModelState.Require(nameof(From), From, t["Ghi ngày đầu kỳ"]);
        ModelState.Require(nameof(To), To, t["Ghi ngày cuối kỳ"]);
        if (!ModelState.IsValid)
        {
            return;
        }

        var made = await preview.RunAsync(new PreviewTemplate.Input(text, Draft.AgencyId, From!.Value, To!.Value), ct);
        if (made.Succeeded)
        {
            Made = made.Value;
            return;
        }

        ModelState.AddModelError(made.Error!.Field ?? "", t[made.Error]);
    }

    private void Rearrange(string act)
    {
        ModelState.Clear();
        Unsaved = true;
        if (act == "add")
        {
            var at = int.TryParse(After, out var after) ? Math.Clamp(after, 0, Blocks.Count) : Blocks.Count;
            if (Blocks.Count < TemplateJson.MostBlocks)
            {
                Blocks.Insert(at, BlockForm.Empty(NewKind ?? "sentence"));
            }

            return;
        }

        var words = act.Split('-');
        if (words.Length != 2 || !int.TryParse(words[1], out var i) || i < 0 || i >= Blocks.Count)
        {
            return;
        }

        var to = words[0] == "up" ? i - 1 : i + 1;
        if (words[0] == "drop")
        {
            Blocks.RemoveAt(i);
        }
        else if (words[0] is "up" or "down" && to >= 0 && to < Blocks.Count)
        {
            (Blocks[i], Blocks[to]) = (Blocks[to], Blocks[i]);
        }
    }

    /// <summary>Each mistake beside its block; the summary names the place.</summary>
    private void Mark(IReadOnlyList<TemplateMistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            var field = mistake.Block is not { } i ? "Head.Name" : Blocks[i].BlockKind is BlockKind.Table or BlockKind.Annex ? $"Blocks[{i}].Form" : $"Blocks[{i}].Text";
            ModelState.AddModelError(field, mistake.Place.Length == 0 ? t[mistake.Error] : $"{mistake.Place}: {t[mistake.Error]}");
        }
    }

    private async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        var draft = await db.NarrativeTemplates.AsNoTracking().SingleOrDefaultAsync(v => v.Id == Id, ct);
        if (draft is null || !officer.Sees(draft.AgencyId))
        {
            return NotFound();
        }

        if (!NarrativeRights.MayWrite(officer, draft.AgencyId))
        {
            return this.Only([.. NarrativeRights.Writers]);
        }

        Draft = draft;
        return draft.Status is TemplateStatus.Published ? Redirect($"/bao-cao/mau/{Id}") : null;
    }
}

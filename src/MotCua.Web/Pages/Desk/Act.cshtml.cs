using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>One act on one dossier: what it needs to know, and, where it reaches a citizen or cannot be undone, the exact text first.</summary>
[Allow]
public sealed class ActModel(DossierReader reader, PerformAct perform, ActWords words, OfficeClocks clocks, TimeProvider time, Text t) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromQuery(Name = "tu")]
    public string? From { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public Guid? Officer { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Outcome Outcome { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public FilingChannel Channel { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>"Quay lại sửa": the form again with what was typed.</summary>
    [BindProperty]
    public bool Edit { get; set; }

    /// <summary>The confirm page was read.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public DossierView View { get; private set; } = null!;

    public DossierAct Act { get; private set; } = null!;

    public IReadOnlyList<OfficerChoice> Choices { get; private set; } = [];

    /// <summary>Shown in place of the form.</summary>
    public ConfirmAct? Confirm { get; private set; }

    /// <summary>The clash is shown with a link to the new state; what was typed stays.</summary>
    public bool Clashed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (View.Acts.Contains(Act))
        {
            // Nothing to fill in: straight to the exact text.
            Confirm = Act == DossierActs.Supplement ? await ConfirmAsync(ct) : null;
            return Page();
        }

        return Refuse();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (Edit || !ModelState.IsValid || Missing())
        {
            return Page();
        }

        if (Act.Confirms && !Sure && Revision == View.Revision && View.Acts.Contains(Act))
        {
            Confirm = await ConfirmAsync(ct);
            return Page();
        }

        var result = await perform.RunAsync(Order(), ct);
        View = (await reader.FindAsync(Code, ct))!;
        if (result.Succeeded || WasMine(result, View, Revision, Act.Kind))
        {
            var (done, linkWords, link) = result.Succeeded && result.Value.Proposed is not null ? words.Proposed(View) : words.Done(Act, View);
            TempData.Flash(done, linkWords, link);
            return Redirect(AddressOf(Code, From));
        }

        Clashed = result.Error!.Code == "dossier.clash";
        ModelState.AddModelError(result.Error.Field is "WhatIsMissing" or "Remark" or "Reason" ? nameof(Words) : result.Error.Field ?? "", t[result.Error]);
        return Page();
    }

    /// <summary>A second click of the same officer on the same act: it was done by the first.</summary>
    internal static bool WasMine(Result result, DossierView view, int? seen, EventKind kind) =>
        result.Error?.Code is "dossier.clash" && view.LastActBy(kind) && view.Revision == seen + 1;

    internal static string AddressOf(string code, string? from) =>
        $"/ho-so/{code}" + (string.IsNullOrEmpty(from) ? "" : $"?tu={Uri.EscapeDataString(from)}");

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (DossierActs.Of(Slug) is not { } act || await reader.FindAsync(Code, ct) is not { } view)
        {
            return NotFound();
        }

        (Act, View) = (act, view);
        if (!DossierActs.May(act, view.State, reader.Officer))
        {
            return this.Only([.. act.Roles]);
        }

        if (ActWords.RoleAsked(act) is { } role)
        {
            Choices = await reader.OfficersAsync(role, view.State.Agency, ct);
            Officer ??= Choices.Count == 1 ? Choices[0].Id : null;
        }

        return null;
    }

    // The form's own rules; the office's are the domain's.
    private bool Missing()
    {
        if (ActWords.RoleAsked(Act) is not null && Act != DossierActs.FinishStep && Officer is null)
        {
            ModelState.AddModelError(nameof(Officer), Act == DossierActs.Assign ? t["Chọn người nhận việc"] : t["Chọn người ký"]);
        }

        if (ActWords.WordsNeeded(Act) && string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), t[ActWords.AskFor(Act)]);
        }

        if (Words is not null && Vietnamese.Length(Words) > Intake.LongestText)
        {
            ModelState.AddModelError(nameof(Words), t["Ô này dài {0} chữ, nhiều nhất {1}. Viết gọn lại", Vietnamese.Length(Words), Intake.LongestText]);
        }

        return !ModelState.IsValid;
    }

    private ActOrder Order() => new(Act.Kind, Code)
    {
        SeenRevision = Revision,
        Officer = Officer is { } id ? new OfficerId(id) : null,
        Words = Words,
        Outcome = Outcome,
        Number = Number,
        Channel = Channel,
        Recipient = Recipient,
    };

    private IActionResult Refuse()
    {
        TempData.Flash(t["Hồ sơ đã sang trạng thái khác, không còn việc “{0}”. Xem việc tiếp theo ở cuối trang.", t[Act.Label]]);
        return Redirect(AddressOf(Code, From));
    }

    private async Task<ConfirmAct> ConfirmAsync(CancellationToken ct)
    {
        Deadline? next = null;
        if (Act == DossierActs.Supplement)
        {
            next = await reader.DeadlineAfterSupplementAsync(Code, await clocks.ForAsync(View.State.Agency, ct), time.Now(), ct);
        }

        return words.Confirm(Act, View, Order(), next) with
        {
            Fields = new Dictionary<string, string?>
            {
                [nameof(Revision)] = $"{View.Revision}",
                [nameof(Officer)] = Officer?.ToString(),
                [nameof(Words)] = Words,
                [nameof(Outcome)] = $"{Outcome}",
                [nameof(Number)] = Number,
                [nameof(Channel)] = $"{Channel}",
                [nameof(Recipient)] = Recipient,
            }.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!),
        };
    }
}

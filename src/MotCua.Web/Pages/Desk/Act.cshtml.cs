using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>One act on one dossier: what it needs to know, and, where it reaches a citizen or cannot be undone, the exact text first.</summary>
[Allow]
public sealed class ActModel(DossierReader reader, PerformAct perform, ActWords words, ActDates dates, TimeProvider time, Text t) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromQuery(Name = "tu")]
    public string? From { get; set; }

    [BindProperty(Name = "")]
    public ActTyped Typed { get; set; } = new();

    /// <summary>"Quay lại sửa": the form again with what was typed.</summary>
    [BindProperty]
    public bool Edit { get; set; }

    /// <summary>"Tìm": the agencies that fit what was typed.</summary>
    [BindProperty]
    public bool Find { get; set; }

    /// <summary>The confirm page was read.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public DossierView View { get; private set; } = null!;

    public DossierAct Act { get; private set; } = null!;

    public IReadOnlyList<OfficerChoice> Choices { get; private set; } = [];

    public IReadOnlyList<PlaceHit> Places { get; private set; } = [];

    /// <summary>The legs whose answer this officer may key.</summary>
    public IReadOnlyList<LegLine> Legs { get; private set; } = [];

    /// <summary>The date that the clock proposes in an apology.</summary>
    public DateOnly? Proposed { get; private set; }

    /// <summary>The leader decides: what is sent is a proposal.</summary>
    public bool NeedsLeader { get; private set; }

    /// <summary>Shown in place of the form.</summary>
    public ConfirmAct? Confirm { get; private set; }

    /// <summary>The clash is shown with a link to the new state; what was typed stays.</summary>
    public bool Clashed { get; private set; }

    public string? ErrorOf(string field) => ModelState.GetValueOrDefault(field)?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>The cursor waits in the first box of a fresh form; after a refusal the summary has it.</summary>
    public bool Focus(ActFields field) => ModelState.IsValid && ActParts.First(Act) == field;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (!View.Acts.Contains(Act))
        {
            return Refuse();
        }

        // Nothing to fill in: straight to the exact text. The form is still there, for an act keyed late.
        Confirm = Act.Fields is ActFields.None && !Late ? await ConfirmAsync(ct) : null;
        Typed.NewDue ??= Proposed;
        return Page();
    }

    /// <summary>Asked for in the address: the act happened earlier.</summary>
    [FromQuery(Name = "ghi-muon")]
    public bool Late { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (Edit || Find || !ModelState.IsValid || !new ActRules(Typed, Act, View, Places, ModelState, t).Hold())
        {
            return Page();
        }

        if (Act.Confirms && !Sure && Typed.Revision == View.Revision && View.Acts.Contains(Act))
        {
            Confirm = await ConfirmAsync(ct);
            return Page();
        }

        var result = await perform.RunAsync(Typed.Order(Act, Code), ct);
        View = (await reader.FindAsync(Code, ct))!;
        if (result.Succeeded || WasMine(result, View, Typed.Revision, Act.Kind))
        {
            var (done, linkWords, link) = result.Succeeded && result.Value.Proposed is not null
                ? words.Proposed(View, Typed.SaysLate && !NeedsLeader)
                : words.Done(Act, View, result.Succeeded ? result.Value.NewCode : null);
            TempData.Flash(done, linkWords, link);
            return Redirect(AddressOf(Code, From));
        }

        Clashed = result.Error!.Code == "dossier.clash";
        ModelState.AddModelError(FieldOf(result.Error), t[result.Error]);
        return Page();
    }

    /// <summary>A second click of the same officer on the same act: it was done by the first.</summary>
    internal static bool WasMine(Result result, DossierView view, int? seen, EventKind kind) =>
        result.Error?.Code is "dossier.clash" && view.LastActBy(kind) && view.Revision == seen + 1;

    internal static string AddressOf(string code, string? from) =>
        $"/ho-so/{code}" + (string.IsNullOrEmpty(from) ? "" : $"?tu={Uri.EscapeDataString(from)}");

    private static string FieldOf(Error error) => error switch
    {
        { Code: "dossier.out-of-order" } => nameof(ActTyped.HappenedAt),
        { Field: "WhatIsMissing" or "Remark" or "Reason" } => nameof(ActTyped.Words),
        _ => error.Field ?? "",
    };

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

        NeedsLeader = DossierActs.NeedsLeader(act, view.State, view.SupplementRequests, reader.Officer);
        if (ActWords.RoleAsked(act) is { } role)
        {
            Choices = await reader.OfficersAsync(role, view.State.Agency, ct);
            Typed.Officer ??= Choices.Count == 1 ? Choices[0].Id : null;
        }

        if (act.Has(ActFields.Place))
        {
            Places = PlaceSearch.Find(reader.Officer.Agencies, Typed.Where, time.Now().Day, view.State.Agency);
        }

        if (act.Has(ActFields.Leg))
        {
            var mine = DossierActs.LegsOf(view.State, reader.Officer).Select(l => l.No).ToHashSet();
            Legs = [.. view.Legs.Where(l => mine.Contains(l.No))];
            Typed.Leg ??= Legs.Count == 1 ? Legs[0].No : null;
        }

        if (act.Has(ActFields.NewDue) && view.State.MayApologise)
        {
            Proposed = await dates.ApologyDayAsync(Code, time.Now(), ct);
        }

        return null;
    }

    private IActionResult Refuse()
    {
        TempData.Flash(t["Hồ sơ đã sang trạng thái khác, không còn việc “{0}”. Xem việc tiếp theo ở cuối trang.", t[Act.Label]]);
        return Redirect(AddressOf(Code, From));
    }

    private async Task<ConfirmAct> ConfirmAsync(CancellationToken ct)
    {
        var order = Typed.Order(Act, Code);
        var next = await dates.AfterAsync(Act.Kind, Code, order.Late?.HappenedAt ?? time.Now().Instant, ct);
        Typed.Revision ??= View.Revision;
        var place = order.Agency is { } agency ? reader.Officer.Agencies.NameOf(agency, time.Now().Day) : Typed.Where;
        return words.Confirm(Act, View, order, next, place, NeedsLeader) with { Fields = Typed.Hidden() };
    }
}

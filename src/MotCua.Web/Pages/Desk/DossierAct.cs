using MotCua.Dossiers;
using MotCua.Organization;

namespace MotCua.Web.Pages.Desk;

/// <summary>The boxes that the form of an act may have; each is drawn by one partial (<see cref="ActParts"/>).</summary>
[Flags]
public enum ActFields
{
    None = 0,
    Words = 1,
    Officer = 1 << 1,
    Outcome = 1 << 2,
    Number = 1 << 3,
    HandOver = 1 << 4,
    Place = 1 << 5,

    /// <summary>The place may be one outside this system, in words.</summary>
    AnyPlace = 1 << 6,
    Limit = 1 << 7,
    After = 1 << 8,
    Leg = 1 << 9,
    LegalReason = 1 << 10,
    Amount = 1 << 11,
    Method = 1 << 12,
    Cause = 1 << 13,
    NewDue = 1 << 14,
}

/// <summary>One thing an officer may do with a dossier: its address, words, key, form, and who may.</summary>
/// <param name="Slug">/ho-so/{code}/viec/{slug}.</param>
/// <param name="Confirms">Reaches a citizen or cannot be undone: asked once more, with the exact text.</param>
public sealed record DossierAct(string Slug, string Label, string Icon, string Key, EventKind Kind, bool Confirms = false)
{
    /// <summary>Who may do it; others may only propose it (<see cref="Proposers"/>).</summary>
    public IReadOnlyList<OfficeRole> Roles => DossierMoves.All[Kind].Roles;

    public IReadOnlyList<OfficeRole> Proposers => DossierMoves.All[Kind].Proposers;

    /// <summary>Under "Việc khác": needed seldom.</summary>
    public bool Seldom { get; init; }

    public ActFields Fields { get; init; } = ActFields.Words;

    /// <summary>The label of the text box.</summary>
    public string TextLabel { get; init; } = Shell.Text.Key("Ghi chú cho người nhận");

    /// <summary>Shown when the text box was left empty; null where it may be.</summary>
    public string? Ask { get; init; }

    /// <summary>What the number is the number of.</summary>
    public string NumberOf { get; init; } = Shell.Text.Key("Số văn bản");

    /// <summary>Shown when the number was left empty; null where it may be.</summary>
    public string? AskNumber { get; init; }

    /// <summary>Why the clock stops, where the act says it by itself.</summary>
    public PauseReason PauseReason { get; init; }

    /// <summary>It may be keyed later than it happened.</summary>
    public bool MayBeLate { get; init; } = true;

    public bool Has(ActFields field) => Fields.HasFlag(field);
}

/// <summary>What decides which acts are offered.</summary>
public sealed record ActState(
    DossierStatus Status, bool Stopped, OfficerId? Holder, AgencyId Agency, AgencyId Desk, int Step, IReadOnlyList<OfficeRole> StepRoles, int BadPapers)
{
    /// <summary>Legs that somebody here waits for.</summary>
    public IReadOnlyList<DossierLeg> Legs { get; init; } = [];

    /// <summary>It has a due date and nobody has apologised yet: one apology is left.</summary>
    public bool MayApologise { get; init; }

    /// <summary>Past its date and without an apology: the leader must see the act.</summary>
    public bool OwesApology { get; init; }

    public bool FeeOpen { get; init; }
}

/// <summary>Which partial draws which box, in the order in which a form shows them.</summary>
public static class ActParts
{
    private static readonly (ActFields Field, string Partial)[] All =
    [
        (ActFields.Leg, "_ActLeg"),
        (ActFields.Outcome, "_ActOutcome"),
        (ActFields.LegalReason, "_ActLegalReason"),
        (ActFields.HandOver, "_ActHandOver"),
        (ActFields.Officer, "_ActOfficer"),
        (ActFields.Place, "_ActPlace"),
        (ActFields.Cause, "_ActCause"),
        (ActFields.NewDue, "_ActNewDue"),
        (ActFields.Number, "_ActNumber"),
        (ActFields.Amount, "_ActAmount"),
        (ActFields.Method, "_ActMethod"),
        (ActFields.Words, "_ActWords"),
        (ActFields.Limit, "_ActLimit"),
        (ActFields.After, "_ActAfter"),
    ];

    public static IEnumerable<string> Of(DossierAct act) => All.Where(p => act.Has(p.Field)).Select(p => p.Partial);

    /// <summary>The first box of the form, which gets the cursor.</summary>
    public static ActFields First(DossierAct act) => All.Select(p => p.Field).FirstOrDefault(f => act.Has(f));
}

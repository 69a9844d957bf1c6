using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>One thing an officer may do with a dossier: its address, words, key, and who may.</summary>
/// <param name="Slug">/ho-so/{code}/viec/{slug}.</param>
/// <param name="Confirms">Reaches a citizen or cannot be undone: asked once more, with the exact text.</param>
public sealed record DossierAct(string Slug, string Label, string Icon, string Key, EventKind Kind, bool Confirms = false)
{
    /// <summary>Who may do it; others may only propose it (<see cref="Proposers"/>).</summary>
    public IReadOnlyList<OfficeRole> Roles => DossierMoves.All[Kind].Roles;

    public IReadOnlyList<OfficeRole> Proposers => DossierMoves.All[Kind].Proposers;

    /// <summary>Under "Việc khác": needed seldom.</summary>
    public bool Seldom { get; init; }
}

/// <summary>What decides which acts are offered.</summary>
public sealed record ActState(
    DossierStatus Status, bool Stopped, OfficerId? Holder, AgencyId Agency, AgencyId Desk, int Step, IReadOnlyList<OfficeRole> StepRoles, int BadPapers);

/// <summary>The acts of the desk. What is offered is what the table of moves and the officer's roles allow, the likely one first.</summary>
public static class DossierActs
{
    public static readonly DossierAct
        Take = new("nhan-viec", Text.Key("Nhận việc"), "user-check", "N", EventKind.Taken),
        FinishStep = new("xong-buoc", Text.Key("Xong bước"), "checklist", "B", EventKind.StepFinished),
        SendForSignature = new("trinh-ky", Text.Key("Trình ký"), "signature", "T", EventKind.SentForSignature),
        Sign = new("ky", Text.Key("Ký"), "signature", "Y", EventKind.Signed),
        SendBack = new("tra-lai", Text.Key("Trả lại người trình"), "arrow-back-up", "L", EventKind.SentBack),
        MarkReady = new("co-ket-qua", Text.Key("Ghi có kết quả"), "certificate", "Q", EventKind.ResultReady, Confirms: true),
        HandOver = new("tra-ket-qua", Text.Key("Trả kết quả"), "package", "R", EventKind.Returned, Confirms: true),
        AskForSupplement = new("yeu-cau-bo-sung", Text.Key("Yêu cầu bổ sung"), "player-pause", "S", EventKind.SupplementRequested, Confirms: true),
        Supplement = new("nhan-bo-sung", Text.Key("Nhận bổ sung"), "file-plus", "H", EventKind.Supplemented, Confirms: true),
        Assign = new("phan-cong", Text.Key("Phân công"), "user-plus", "P", EventKind.Assigned),
        Withdraw = new("rut", Text.Key("Rút hồ sơ"), "arrow-back-up", "U", EventKind.Withdrawn, Confirms: true) { Seldom = true },
        Stop = new("dung", Text.Key("Dừng giải quyết"), "hand-stop", "D", EventKind.Stopped, Confirms: true) { Seldom = true };

    public static readonly IReadOnlyList<DossierAct> All =
        [Take, FinishStep, SendForSignature, Sign, SendBack, MarkReady, HandOver, AskForSupplement, Supplement, Assign, Withdraw, Stop];

    public static DossierAct? Of(string slug) => All.FirstOrDefault(a => a.Slug == slug);

    /// <summary>The offered acts, the primary one first; no primary when the next act is somebody else's.</summary>
    public static (DossierAct? Primary, IReadOnlyList<DossierAct> Offered) For(ActState state, CurrentOfficer officer)
    {
        var offered = All.Where(a => May(a, state, officer) && Fits(a, state, officer)).ToList();
        var first = Likely(state, officer).FirstOrDefault(offered.Contains);
        return (first, first is null ? offered : [first, .. offered.Where(a => a != first)]);
    }

    /// <summary>May do it, or may propose it to the leader.</summary>
    public static bool May(DossierAct act, ActState state, CurrentOfficer officer) =>
        May(act.Kind, state, officer) || act.Proposers.Any(role => officer.Holds(role, state.Agency));

    public static bool May(EventKind kind, ActState state, CurrentOfficer officer) => DossierDesk.May(officer, kind, state.Agency, state.Desk);

    /// <summary>The table of moves lets it happen now.</summary>
    public static bool CanHappen(EventKind kind, ActState state)
    {
        var move = DossierMoves.All[kind];
        return move.From.Contains(state.Status) && move.Clock switch
        {
            ClockRule.Running => !state.Stopped,
            ClockRule.WaitingForSupplement or ClockRule.Paused => state.Stopped,
            _ => true,
        };
    }

    private static bool Fits(DossierAct act, ActState state, CurrentOfficer officer) => CanHappen(act.Kind, state) && act.Kind switch
    {
        EventKind.Taken => state.Holder != officer.Id || state.Status is DossierStatus.Received,
        EventKind.StepFinished => state.Step < state.StepRoles.Count && state.Holder == officer.Id,
        EventKind.Signed => state.Holder is null || state.Holder == officer.Id,
        EventKind.ResultReady => state.Status is DossierStatus.Signed,
        EventKind.SupplementRequested => state.Status is not (DossierStatus.ForSignature or DossierStatus.Signed),
        _ => true,
    };

    private static IEnumerable<DossierAct> Likely(ActState state, CurrentOfficer officer)
    {
        if (state.BadPapers > 0)
        {
            yield return AskForSupplement;
        }

        yield return Sign;
        yield return MarkReady;
        yield return HandOver;
        yield return Supplement;
        if (state.Holder is null && officer.Holds(OfficeRole.Signer, state.Agency))
        {
            yield return Assign;
        }

        if (state.Holder != officer.Id)
        {
            yield return Take;
        }

        // The next step of the internal process decides: another pair of hands, or the signer's.
        var next = state.Step < state.StepRoles.Count ? state.StepRoles[state.Step] : OfficeRole.Signer;
        yield return next is OfficeRole.Signer ? SendForSignature : FinishStep;
        yield return Take;
        yield return SendForSignature;
    }
}

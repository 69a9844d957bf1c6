using static MotCua.Dossiers.DossierStatus;

namespace MotCua.Dossiers;

/// <summary>What a move asks of the dossier's clock.</summary>
public enum ClockRule
{
    Any,
    Running,
    WaitingForSupplement,
    Paused,
}

/// <summary>
/// The one table of moves: from which statuses an event may happen, what the clock must be doing, and where it leads.
/// A jurist can read it against the decree and CONTRACT 3; a test draws it into docs/moves.md.
/// </summary>
public static class DossierMoves
{
    private static readonly DossierStatus[] AnyOpen = [.. DossierStatuses.Open];

    private static readonly DossierStatus[] AtWork = [Received, InProcess, Verifying, Consulting, InterAgency];

    private static readonly DossierStatus[] Ready = [.. DossierStatuses.Ready];

    private static readonly Dictionary<EventKind, Move> Table = new()
    {
        [EventKind.Assigned] = new(AnyOpen, null),
        [EventKind.Taken] = new(AtWork, InProcess, ClockRule.Running),
        [EventKind.StepFinished] = new(AtWork, InProcess, ClockRule.Running),
        [EventKind.SentForSignature] = new(AtWork, ForSignature, ClockRule.Running),
        [EventKind.SentBack] = new([ForSignature], InProcess, ClockRule.Running),
        [EventKind.Signed] = new([ForSignature], DossierStatus.Signed, ClockRule.Running),
        [EventKind.PapersChecked] = new(AnyOpen, null),
        [EventKind.SlipReissued] = new(AnyOpen, null, ClockRule.Running),
        [EventKind.Forwarded] = new(AnyOpen, null),
        [EventKind.HandedOver] = new(AnyOpen, null),
        [EventKind.SupplementRequested] = new(AnyOpen, WaitingSupplement, ClockRule.Running),
        [EventKind.Supplemented] = new([WaitingSupplement], InProcess, ClockRule.WaitingForSupplement),
        [EventKind.Paused] = new(AnyOpen, Suspended, ClockRule.Running),
        [EventKind.Resumed] = new([WaitingPayment, Verifying, InterAgency, Suspended], InProcess, ClockRule.Paused),
        [EventKind.ApologyIssued] = new(AnyOpen, null),
        [EventKind.ResultReady] = new(AnyOpen, Done, ClockRule.Running),
        [EventKind.Stopped] = new(AnyOpen, DossierStatus.Stopped),
        [EventKind.Withdrawn] = new(AnyOpen, DossierStatus.Withdrawn),
        [EventKind.Returned] = new(Ready, DossierStatus.Returned),
        [EventKind.Digitised] = new([.. AnyOpen, .. Ready, DossierStatus.Returned], null),
        [EventKind.Paid] = new([.. AnyOpen, .. Ready, DossierStatus.Returned], null),
        [EventKind.Rated] = new([.. Ready, DossierStatus.Returned, DossierStatus.Withdrawn], null),
    };

    public static IReadOnlyDictionary<EventKind, Move> All => Table;

    /// <summary>From these statuses the event may happen; <paramref name="To"/> is null when the status stays as it is.</summary>
    public sealed record Move(IReadOnlyList<DossierStatus> From, DossierStatus? To, ClockRule Clock = ClockRule.Any);
}

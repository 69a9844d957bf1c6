using static MotCua.Dossiers.DossierStatus;
using static MotCua.Organization.OfficeRole;

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
/// The one table of moves: from which statuses an event may happen, what the clock must be doing, where it leads, who may do
/// it, who may only propose it to the leader, and which form goes with it. A jurist can read it against the decree and
/// CONTRACT 3; a test draws it into docs/moves.md.
/// </summary>
public static class DossierMoves
{
    private static readonly DossierStatus[] AnyOpen = [.. DossierStatuses.Open];

    private static readonly DossierStatus[] AtWork = [Received, InProcess, Verifying, Consulting, InterAgency];

    private static readonly DossierStatus[] Ready = [.. DossierStatuses.Ready];

    private static readonly Dictionary<EventKind, Move> Table = new()
    {
        [EventKind.Assigned] = new(AnyOpen, null) { Roles = [Signer, Receptionist, Specialist] },
        [EventKind.Taken] = new(AtWork, InProcess, ClockRule.Running) { Roles = [Specialist, Receptionist] },
        [EventKind.StepFinished] = new(AtWork, InProcess, ClockRule.Running) { Roles = [Specialist, Receptionist, Clerk] },
        [EventKind.SentForSignature] = new(AtWork, ForSignature, ClockRule.Running) { Roles = [Specialist] },
        [EventKind.SentBack] = new([ForSignature], InProcess, ClockRule.Running) { Roles = [Signer] },
        [EventKind.Signed] = new([ForSignature], DossierStatus.Signed, ClockRule.Running) { Roles = [Signer] },
        [EventKind.PapersChecked] = new(AnyOpen, null) { Roles = [Specialist, Receptionist] },
        [EventKind.SlipReissued] = new(AnyOpen, null, ClockRule.Running) { Roles = [Receptionist, Specialist], Form = "receipt" },
        [EventKind.VerificationOpened] = new(AtWork, Verifying, ClockRule.Running) { Roles = [Specialist], Form = "receipt" },
        [EventKind.ConsultationSent] = new(AtWork, Consulting, ClockRule.Running) { Roles = [Specialist] },
        [EventKind.Forwarded] = new(AnyOpen, null) { Roles = [Specialist, Receptionist], Form = "control_slip" },
        [EventKind.LegAnswered] = new(AnyOpen, null) { Roles = [Specialist, Receptionist, Clerk] },
        [EventKind.HandedOver] = new(AnyOpen, null) { Roles = [Administrator] },
        [EventKind.SupplementRequested] = new(AnyOpen, WaitingSupplement, ClockRule.Running) { Roles = [Specialist, Receptionist], Form = "supplement" },
        [EventKind.Supplemented] = new([WaitingSupplement], InProcess, ClockRule.WaitingForSupplement) { Roles = [Receptionist, Specialist], Form = "receipt" },
        [EventKind.Paused] = new(AnyOpen, Suspended, ClockRule.Running) { Roles = [Specialist] },
        [EventKind.Resumed] = new([WaitingPayment, Verifying, InterAgency, Suspended], InProcess, ClockRule.Paused) { Roles = [Specialist, Receptionist] },
        [EventKind.ApologyIssued] = new(AnyOpen, null) { Roles = [Signer], Proposers = [Specialist, Receptionist, FeedbackOfficer, ReportOfficer], Form = "apology_extension" },
        [EventKind.ResultReady] = new(AnyOpen, Done, ClockRule.Running) { Roles = [Clerk, Receptionist, Specialist] },
        [EventKind.Stopped] = new(AnyOpen, DossierStatus.Stopped) { Roles = [Signer], Proposers = [Specialist, Receptionist], Form = "stop_notice" },
        [EventKind.Withdrawn] = new(AnyOpen, DossierStatus.Withdrawn) { Roles = [Receptionist, Specialist] },
        [EventKind.Returned] = new(Ready, DossierStatus.Returned) { Roles = [Receptionist, Clerk], Form = "register" },
        [EventKind.CorrectionOpened] = new([.. Ready, DossierStatus.Returned], null) { Roles = [Receptionist, Specialist, Signer], Form = "receipt" },
        [EventKind.Digitised] = new([.. AnyOpen, .. Ready, DossierStatus.Returned], null) { Roles = [Receptionist, Specialist, Clerk] },
        [EventKind.Paid] = new([.. AnyOpen, .. Ready, DossierStatus.Returned], null) { Roles = [Receptionist, Clerk] },
        [EventKind.Rated] = new([.. Ready, DossierStatus.Returned, DossierStatus.Withdrawn], null) { Roles = [Receptionist, ReportOfficer] },
        [EventKind.DueRecomputed] = new(AnyOpen, null) { Roles = [Administrator] },
    };

    public static IReadOnlyDictionary<EventKind, Move> All => Table;

    /// <summary>From these statuses the event may happen; <paramref name="To"/> is null when the status stays as it is.</summary>
    public sealed record Move(IReadOnlyList<DossierStatus> From, DossierStatus? To, ClockRule Clock = ClockRule.Any)
    {
        /// <summary>
        /// Any one of these roles in the competent agency is enough, the one whose act it is first; at a counter also in the
        /// receiving agency, for a leg's answer also in the leg's agency.
        /// </summary>
        public required IReadOnlyList<Organization.OfficeRole> Roles { get; init; }

        /// <summary>A counter's act, the receptionist's first of all: a desk that received for another agency does it too.</summary>
        public bool AtCounter => Roles[0] is Receptionist;

        /// <summary>These roles may propose it; a leader decides.</summary>
        public IReadOnlyList<Organization.OfficeRole> Proposers { get; init; } = [];

        /// <summary>The form that goes with it, named as in the form sets.</summary>
        public string? Form { get; init; }
    }
}

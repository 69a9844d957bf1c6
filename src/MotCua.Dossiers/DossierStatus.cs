namespace MotCua.Dossiers;

/// <summary>Where a dossier stands: a fact that somebody made. Lateness is no status; the clock says it.</summary>
public enum DossierStatus
{
    RefusedAtDoor,
    Received,
    InProcess,
    Verifying,
    Consulting,
    InterAgency,
    WaitingSupplement,
    WaitingPayment,
    Suspended,
    ForSignature,
    Signed,
    Done,
    RefusedOnMerit,
    Stopped,
    Withdrawn,
    Returned,
}

/// <summary>How the work ended; the date of the end decides the period that a dossier is counted in.</summary>
public enum FinishKind
{
    Granted,
    Denied,
    Stopped,
    Withdrawn,
}

/// <summary>What is known of each status, in one table.</summary>
public static class DossierStatuses
{
    /// <summary>The ten status codes of the National Portal (TT 01/2023; DOMAIN 2.3).</summary>
    private static readonly Dictionary<DossierStatus, int> Portal = new()
    {
        [DossierStatus.RefusedAtDoor] = 3,
        [DossierStatus.Received] = 2,
        [DossierStatus.InProcess] = 4,
        [DossierStatus.Verifying] = 4,
        [DossierStatus.Consulting] = 4,
        [DossierStatus.InterAgency] = 4,
        [DossierStatus.WaitingSupplement] = 5,
        [DossierStatus.WaitingPayment] = 6,
        [DossierStatus.Suspended] = 8,
        [DossierStatus.ForSignature] = 4,
        [DossierStatus.Signed] = 4,
        [DossierStatus.Done] = 9,
        [DossierStatus.RefusedOnMerit] = 9,
        [DossierStatus.Stopped] = 8,
        [DossierStatus.Withdrawn] = 7,
        [DossierStatus.Returned] = 10,
    };

    /// <summary>Work goes on or waits; nothing has ended.</summary>
    public static readonly IReadOnlyList<DossierStatus> Open =
    [
        DossierStatus.Received, DossierStatus.InProcess, DossierStatus.Verifying, DossierStatus.Consulting, DossierStatus.InterAgency,
        DossierStatus.WaitingSupplement, DossierStatus.WaitingPayment, DossierStatus.Suspended, DossierStatus.ForSignature, DossierStatus.Signed,
    ];

    /// <summary>A result or a decision waits at the counter.</summary>
    public static readonly IReadOnlyList<DossierStatus> Ready = [DossierStatus.Done, DossierStatus.RefusedOnMerit, DossierStatus.Stopped];

    public static bool IsOpen(this DossierStatus status) => Open.Contains(status);

    public static bool IsReady(this DossierStatus status) => Ready.Contains(status);

    public static int PortalCode(this DossierStatus status) => Portal[status];
}

namespace MotCua.Dossiers.Ledger;

/// <summary>
/// Lines of a dossier that could not be taken and may well have happened. A later line is blamed only when the table of moves
/// forbids it either way: every bad line is named, and none for the fault of another.
/// </summary>
internal sealed class LedgerDoubt
{
    private readonly HashSet<DossierStatus> possible = [];

    /// <summary>What happened cannot be told at all: the receipt is missing, or a line's event.</summary>
    public bool Total { get; set; }

    public void MayHaveHappened(EventKind kind)
    {
        if (kind is EventKind.Received or EventKind.RefusedAtDoor)
        {
            Total = true;
        }
        else if (DossierMoves.All[kind].To is { } status)
        {
            possible.Add(status);
        }
    }

    /// <summary>A line was taken: if it moved the dossier, that is where it stands now.</summary>
    public void Happened(EventKind kind)
    {
        if (DossierMoves.All[kind].To is not null)
        {
            possible.Clear();
        }
    }

    /// <summary>The event may follow on one of the lines that could not be taken.</summary>
    public bool Allows(EventKind kind) => Total || possible.Any(s => DossierMoves.All[kind].From.Contains(s) && DossierMoves.All[kind].Clock switch
    {
        ClockRule.Running => s is not (DossierStatus.WaitingSupplement or DossierStatus.Suspended),
        ClockRule.WaitingForSupplement => s is DossierStatus.WaitingSupplement,
        ClockRule.Paused => s is DossierStatus.Suspended,
        _ => true,
    });
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// A slip that the counter took back when it handed a result over ("phiếu đã thu về"). Scanned at the end of the day it shows
/// what was handed out on paper and never closed in the ledger.
/// </summary>
public sealed class ScannedSlip
{
    private ScannedSlip()
    {
    }

    public DossierId DossierId { get; private init; }

    /// <summary>Whose sheet it is on.</summary>
    public AgencyId AgencyId { get; private init; }

    public DateTimeOffset ScannedAt { get; private init; }

    public OfficerId ScannedBy { get; private init; }

    public static ScannedSlip Of(Dossier dossier, OfficerId by, Moment now) =>
        new() { DossierId = dossier.Id, AgencyId = dossier.DeskId, ScannedAt = now.Instant, ScannedBy = by };
}

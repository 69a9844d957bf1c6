using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>Hands the result over and closes the dossier; the slip's QR line is enough to name it.</summary>
public sealed class ReturnResult(DossierDesk desk)
{
    /// <param name="Scanned">A dossier code, or what the scanner typed from the slip's QR.</param>
    /// <param name="SeenRevision">The revision that the page showed, or null for a bare scan.</param>
    /// <param name="Channel">How it was handed over.</param>
    /// <param name="Recipient">Who took it, when it was not the applicant.</param>
    /// <param name="Note">What the desk wants remembered; for a late dossier without an apology, why there was none.</param>
    public sealed record Input(string Scanned, int? SeenRevision, FilingChannel Channel = FilingChannel.Direct, string? Recipient = null, string? Note = null)
        : ActInput(DossierCode.FromScan(Scanned), SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input, EventKind.Returned, (dossier, now, by) => Return(dossier, input, now, by), ct);

    // NĐ 61/2018 Điều 19.9: late means an apology; who hands back without one says why.
    private static Result Return(Dossier dossier, Input input, Moment now, Actor by)
    {
        var unapologised = dossier is { Verdict: Verdict.Late, ApologyAt: null };
        if (unapologised && string.IsNullOrWhiteSpace(input.Note) && dossier.CannotMove(EventKind.Returned) is null)
        {
            return DossierErrors.ReturnLateReason(dossier.Code);
        }

        return dossier.Return(
            input.Channel, input.Recipient, now, by, note: input.Note, noApologyReason: unapologised ? Vietnamese.Tidy(input.Note!) : null);
    }
}

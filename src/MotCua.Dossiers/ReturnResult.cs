using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>Hands the result over and closes the dossier; the slip's QR line is enough to name it.</summary>
public sealed class ReturnResult(DossierDesk desk)
{
    /// <param name="Scanned">A dossier code, or what the scanner typed from the slip's QR.</param>
    /// <param name="SeenRevision">The revision that the page showed, or null for a bare scan.</param>
    /// <param name="Channel">How it was handed over.</param>
    /// <param name="Recipient">Who took it, when it was not the applicant.</param>
    /// <param name="Note">What the desk wants remembered, for example why it was late.</param>
    public sealed record Input(string Scanned, int? SeenRevision, FilingChannel Channel = FilingChannel.Direct, string? Recipient = null, string? Note = null);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            DossierCode.FromScan(input.Scanned),
            input.SeenRevision,
            [OfficeRole.Receptionist, OfficeRole.Clerk],
            (dossier, now, by) => dossier.Return(input.Channel, input.Recipient, now, by, note: input.Note),
            ct);
}

using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// The result is numbered, sealed and lies at the counter. This instant is the finish that lateness is judged by.
/// A result on merit needs a signature first; procedures that finish at the counter do not.
/// </summary>
public sealed class MarkResultReady(DossierDesk desk, OfficeClocks clocks)
{
    public sealed record Input(string Code, int? SeenRevision, Outcome Outcome, string? Number = null, string? Reason = null) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.ResultReady,
            async (dossier, now, by) => dossier.Status is not DossierStatus.Signed
                ? DossierErrors.NeedsSignature(dossier.Code)
                : input.Outcome is Outcome.Denied && string.IsNullOrWhiteSpace(input.Reason) ? DossierErrors.ReasonMissing("Words")
                : dossier.MarkResultReady(input.Outcome, input.Number, await clocks.ForAsync(dossier.AgencyId, ct), now, by, reason: Clean(input.Reason)),
            ct);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);
}

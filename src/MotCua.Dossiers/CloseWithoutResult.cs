using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// The work ends without a result: withdrawn at the applicant's request while nothing is signed yet, or stopped with a notice
/// (form 05 of 2025).
/// </summary>
public sealed class CloseWithoutResult(DossierDesk desk, OfficeClocks clocks)
{
    public sealed record Input(string Code, int? SeenRevision, bool Withdrawn, string Reason) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            input.Withdrawn ? EventKind.Withdrawn : EventKind.Stopped,
            async (dossier, now, by) =>
            {
                var clock = await clocks.ForAsync(dossier.AgencyId, ct);
                return !input.Withdrawn ? dossier.Stop(input.Reason, clock, now, by)
                    : dossier.Status is DossierStatus.Signed ? DossierErrors.SignedAlready(dossier.Code)
                    : dossier.Withdraw(input.Reason, clock, now, by);
            },
            ct);
}

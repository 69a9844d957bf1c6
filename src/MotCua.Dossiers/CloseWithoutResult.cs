using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The work ends without a result: withdrawn at the applicant's request, or stopped with a notice.</summary>
public sealed class CloseWithoutResult(DossierDesk desk, OfficeClocks clocks)
{
    public sealed record Input(string Code, int? SeenRevision, bool Withdrawn, string Reason);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input.Code,
            input.SeenRevision,
            input.Withdrawn ? [OfficeRole.Receptionist, OfficeRole.Specialist] : [OfficeRole.Signer],
            async (dossier, now, by) =>
            {
                var clock = await clocks.ForAsync(dossier.AgencyId, ct);
                return input.Withdrawn ? dossier.Withdraw(input.Reason, clock, now, by) : dossier.Stop(input.Reason, clock, now, by);
            },
            ct);
}

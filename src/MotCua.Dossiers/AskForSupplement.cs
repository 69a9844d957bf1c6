using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// An officer finds papers missing: the clock stops and the applicant is told what to bring (form 02). The law allows it once
/// (NĐ 61/2018 Điều 19.4); a second request needs the leader and is flagged.
/// </summary>
public sealed class AskForSupplement(DossierDesk desk, Intake intake, CurrentOfficer officer, TimeProvider clock, MotCuaDb db)
{
    public sealed record Input(string Code, int? SeenRevision, string WhatIsMissing) : ActInput(Code, SeenRevision);

    public async Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.BeginOrJoinAsync(ct);
        var number = await intake.NextFormNumberAsync("HDHS", clock.Now(), ct);
        var asked = await desk.ActAsync(
            input,
            EventKind.SupplementRequested,
            (dossier, now, by) => dossier.SupplementRequests > 0 && !LeaderAgrees(input, dossier)
                ? DossierErrors.NeedsConsent(dossier.Code, EventKind.SupplementRequested)
                : dossier.AskForSupplement(input.WhatIsMissing, now, by, number: number),
            ct);
        if (asked.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return asked;
    }

    private bool LeaderAgrees(Input input, Dossier dossier) => input.Consent is not null || officer.Holds(OfficeRole.Signer, dossier.AgencyId);
}

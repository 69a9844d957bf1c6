using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>An officer finds papers missing: the clock stops and the applicant is told what to bring (form 02).</summary>
public sealed class AskForSupplement(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, string WhatIsMissing);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Code, input.SeenRevision, [OfficeRole.Specialist, OfficeRole.Receptionist], (dossier, now, by) => dossier.AskForSupplement(input.WhatIsMissing, now, by), ct);
}

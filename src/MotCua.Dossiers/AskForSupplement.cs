using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>An officer finds papers missing: the clock stops and the applicant is told what to bring (form 02).</summary>
public sealed class AskForSupplement(DossierDesk desk, Intake intake, MotCuaDb db)
{
    public sealed record Input(string Code, int? SeenRevision, string WhatIsMissing);

    public async Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var asked = await desk.ActAsync(
            input.Code,
            input.SeenRevision,
            [OfficeRole.Specialist, OfficeRole.Receptionist],
            async (dossier, now, by) => dossier.AskForSupplement(input.WhatIsMissing, now, by, number: await intake.NextFormNumberAsync("HDHS", now, ct)),
            ct);
        if (asked.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return asked;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The desk closes an online filing that became nothing: withdrawn by the applicant, or not completed in time.</summary>
public sealed class CloseFiling(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(FilingId Id, bool Withdrawn, string? Reason = null);

    /// <returns>Its registration code.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        var filing = await db.Filings.SingleOrDefaultAsync(f => f.Id == input.Id, ct);
        if (filing is null || !officer.Sees(filing.AgencyId))
        {
            return FilingErrors.NotFound();
        }

        if (!officer.Holds(OfficeRole.Receptionist, filing.AgencyId))
        {
            return DossierErrors.NotAllowed(OfficeRole.Receptionist);
        }

        if (input.Withdrawn && string.IsNullOrWhiteSpace(input.Reason))
        {
            return DossierErrors.ReasonMissing("Reason");
        }

        var now = clock.Now();
        var closed = input.Withdrawn ? filing.Withdraw(input.Reason, now) : filing.Expire(now);
        if (!closed.Succeeded)
        {
            return closed.Error!;
        }

        (await db.IntakeDrafts.SingleAsync(d => d.Id == filing.DraftId, ct)).Close(now);
        await db.SaveChangesAsync(ct);
        return filing.Number;
    }
}

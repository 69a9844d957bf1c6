using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The counter throws a saved intake away: the citizen will not come back, or it was keyed twice.</summary>
public sealed class DiscardIntakeDraft(MotCuaDb db, TimeProvider clock, CurrentOfficer officer)
{
    public sealed record Input(Guid DraftId);

    /// <returns>Whose it was.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        if (!officer.Holds(OfficeRole.Receptionist, officer.AgencyId))
        {
            return IntakeErrors.NotAtDesk();
        }

        var draft = await db.IntakeDrafts.SingleOrDefaultAsync(d => d.Id == input.DraftId && d.AgencyId == officer.AgencyId && d.ClosedAt == null, ct);
        if (draft is null)
        {
            return IntakeErrors.DraftGone();
        }

        if (await db.Filings.AnyAsync(f => f.DraftId == draft.Id && f.SettledAt == null, ct))
        {
            return FilingErrors.NotADraft();
        }

        draft.Close(clock.Now());
        await db.SaveChangesAsync(ct);
        return draft.ApplicantName;
    }
}

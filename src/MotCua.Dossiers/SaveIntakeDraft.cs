using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>Puts a half-keyed intake aside (F8); nothing is checked but the right to stand at the desk.</summary>
public sealed class SaveIntakeDraft(MotCuaDb db, TimeProvider clock, CurrentOfficer officer)
{
    public sealed record Input(IntakeForm Form, Guid? DraftId);

    public async Task<Result<IntakeDraft>> RunAsync(Input input, CancellationToken ct)
    {
        if (!officer.Holds(OfficeRole.Receptionist, officer.AgencyId))
        {
            return IntakeErrors.NotAtDesk();
        }

        var now = clock.Now();
        var draft = input.DraftId is { } id
            ? await db.IntakeDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AgencyId == officer.AgencyId && d.ClosedAt == null, ct)
            : null;
        if (draft is null)
        {
            draft = IntakeDraft.Save(officer.AgencyId, officer.Id, input.Form, now);
            db.IntakeDrafts.Add(draft);
        }
        else
        {
            draft.SaveAgain(officer.Id, input.Form, now);
        }

        await db.SaveChangesAsync(ct);
        return draft;
    }
}

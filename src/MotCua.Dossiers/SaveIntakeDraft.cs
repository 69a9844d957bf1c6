using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>Puts a half-keyed intake aside (F8); nothing is checked but the right to stand at the desk.</summary>
public sealed class SaveIntakeDraft(MotCuaDb db, TimeProvider clock, CurrentOfficer officer)
{
    /// <param name="Form">What was keyed, as far as it goes.</param>
    /// <param name="DraftId">The draft that was opened.</param>
    /// <param name="PostId">Key of the post: the same key saves into the same draft.</param>
    public sealed record Input(IntakeForm Form, Guid? DraftId, Guid? PostId = null);

    public async Task<Result<IntakeDraft>> RunAsync(Input input, CancellationToken ct)
    {
        if (!officer.Holds(OfficeRole.Receptionist, officer.AgencyId))
        {
            return IntakeErrors.NotAtDesk();
        }

        var now = clock.Now();
        await using var transaction = await db.BeginOrJoinAsync(ct);
        if (input.PostId is { } post)
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({post.ToString()}, 0))", ct);
        }

        var draft = await OpenAsync(input.DraftId, ct) ?? await OpenAsync(input.PostId, ct);
        if (draft is null)
        {
            var isFree = input.PostId is { } wanted && !await db.IntakeDrafts.AnyAsync(d => d.Id == wanted, ct);
            draft = IntakeDraft.Save(isFree ? input.PostId!.Value : Ids.New(), officer.AgencyId, officer.Id, input.Form, now);
            db.IntakeDrafts.Add(draft);
        }
        else
        {
            draft.SaveAgain(officer.Id, input.Form, now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return draft;
    }

    private async Task<IntakeDraft?> OpenAsync(Guid? id, CancellationToken ct) => id is null
        ? null
        : await db.IntakeDrafts.SingleOrDefaultAsync(d => d.Id == id && d.AgencyId == officer.AgencyId && d.ClosedAt == null, ct);
}

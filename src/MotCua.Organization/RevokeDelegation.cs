using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A delegation is taken back: from today on it gives nothing.</summary>
public sealed class RevokeDelegation(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(DelegationId Id);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var now = clock.Now();
        var delegation = await db.Delegations.SingleOrDefaultAsync(d => d.Id == input.Id, ct);
        if (delegation is null || delegation.ValidTo < now.Day)
        {
            return OrganizationErrors.DelegationNotFound();
        }

        if (!delegation.Revoke(now.Day))
        {
            db.Delegations.Remove(delegation);
        }

        db.Note("delegation.revoked", delegation.Id.Value.ToString(), by, now);
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }
}

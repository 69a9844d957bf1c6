using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An officer lets a colleague act in some of the own roles for some days.</summary>
public sealed class DelegateWork(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(OfficerId From, OfficerId To, IReadOnlyList<OfficeRole> Roles, DateOnly ValidFrom, DateOnly ValidTo, string Reason);

    public async Task<Result<DelegationId>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var people = await db.Officers.Where(o => o.Id == input.From || o.Id == input.To).ToListAsync(ct);
        if (people.Find(o => o.Id == input.To) is not { } receiver || !receiver.WorksOn(input.ValidFrom))
        {
            return OrganizationErrors.OfficerNotFound().At("To");
        }

        var now = clock.Now();
        var given = Delegation.Give(input.From, input.To, input.Roles, new DateRange(input.ValidFrom, input.ValidTo), input.Reason, now);
        if (!given.Succeeded)
        {
            return given.Error!;
        }

        var own = await db.RoleAssignments.Where(r => r.OfficerId == input.From).ToListAsync(ct);
        var dates = new DateRange(input.ValidFrom, input.ValidTo);
        foreach (var role in input.Roles.Where(r => !own.Exists(a => a.Role == r && new DateRange(a.ValidFrom, a.ValidTo).Overlaps(dates))))
        {
            return OrganizationErrors.DelegateNotHeld(role.Name()).At("Roles");
        }

        db.Delegations.Add(given.Value);
        db.Note("work.delegated", $"{input.From.Value} → {receiver.Code}", by, now, string.Join(' ', given.Value.Roles.Select(r => Snake.Text(r))));
        await db.SaveChangesAsync(ct);
        return given.Value.Id;
    }
}

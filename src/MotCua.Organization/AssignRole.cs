using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An officer is given a role in an agency from a day, with or without an end.</summary>
public sealed class AssignRole(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(OfficerId OfficerId, OfficeRole Role, AgencyId AgencyId, DateOnly From, DateOnly? To = null);

    public async Task<Result<RoleAssignmentId>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var officer = await db.Officers.SingleOrDefaultAsync(o => o.Id == input.OfficerId, ct);
        if (officer is null)
        {
            return OrganizationErrors.OfficerNotFound();
        }

        if (!await db.Agencies.AnyAsync(a => a.Id == input.AgencyId, ct))
        {
            return OrganizationErrors.AgencyNotFound(input.AgencyId.Value.ToString()).At("AgencyCode");
        }

        var dates = new DateRange(input.From, input.To);
        var dated = DateRange.Check(input.From, input.To);
        if (!dated.Succeeded)
        {
            return dated.Error!;
        }

        var held = await db.RoleAssignments
            .Where(r => r.OfficerId == input.OfficerId && r.Role == input.Role && r.AgencyId == input.AgencyId)
            .ToListAsync(ct);
        if (held.Exists(r => new DateRange(r.ValidFrom, r.ValidTo).Overlaps(dates)))
        {
            return OrganizationErrors.RoleHeld(input.Role.Name()).At("Role");
        }

        var assignment = RoleAssignment.Of(input.OfficerId, input.Role, input.AgencyId, dates);
        db.RoleAssignments.Add(assignment);
        db.Note("role.assigned", $"{officer.Code} {Snake.Text(input.Role)}", by, clock.Now());
        await db.SaveChangesAsync(ct);
        return assignment.Id;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>A role assignment gets its last day; one that has not begun is taken back whole.</summary>
public sealed class EndRole(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(RoleAssignmentId Id, DateOnly LastDay);

    public async Task<Result> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var assignment = await db.RoleAssignments.SingleOrDefaultAsync(r => r.Id == input.Id, ct);
        if (assignment is null)
        {
            return OrganizationErrors.AssignmentNotFound();
        }

        var now = clock.Now();
        if (assignment.ValidFrom > now.Day && input.LastDay < assignment.ValidFrom)
        {
            db.RoleAssignments.Remove(assignment);
        }
        else if (assignment.EndOn(input.LastDay) is { Succeeded: false } refused)
        {
            return refused;
        }

        db.Note("role.ended", $"{assignment.OfficerId.Value} {Snake.Text(assignment.Role)}", by, now);
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }
}

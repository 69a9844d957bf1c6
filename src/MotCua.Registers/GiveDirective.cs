using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A leader says which officer of the agency does a task.</summary>
public sealed class GiveDirective(RegisterDesk desk, MotCuaDb db)
{
    public sealed record Input(Guid Id, int Revision, OfficerId Holder);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var officer = await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == input.Holder, ct);
        return await desk.ActAsync<Directive>(
            input.Id,
            input.Revision,
            (directive, now, by) => officer is null || officer.AgencyId != directive.AgencyId
                ? OrganizationErrors.OfficerNotFound()
                : directive.GiveTo(officer.Id, officer.Name, now, by),
            ct);
    }
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>An agency asks those under it for a report, once or every period.</summary>
public sealed class RequireReport(MotCuaDb db, SubmissionDesk desk, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(AgencyId AskedBy, DutyFacts Facts);

    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (!desk.May(SubmissionDesk.Receivers, input.AskedBy))
        {
            return SubmissionErrors.NotAllowed(SubmissionDesk.Receivers);
        }

        var duty = ReportDuty.Ask(input.AskedBy, input.Facts, officer.Id, clock.Now());
        if (!duty.Succeeded)
        {
            return duty.Error!;
        }

        db.ReportDuties.Add(duty.Value);
        await db.SaveChangesAsync(ct);
        return duty.Value.Id;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>An agency no longer asks for a report after a day.</summary>
public sealed class EndReportDuty(MotCuaDb db, SubmissionDesk desk)
{
    public sealed record Input(Guid Id, DateOnly LastDay);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var duty = await db.ReportDuties.SingleOrDefaultAsync(d => d.Id == input.Id, ct);
        if (duty is null)
        {
            return SubmissionErrors.NotFound();
        }

        if (!desk.May(SubmissionDesk.Receivers, duty.AskedBy))
        {
            return SubmissionErrors.NotAllowed(SubmissionDesk.Receivers);
        }

        var ended = duty.EndOn(input.LastDay);
        if (!ended.Succeeded)
        {
            return ended;
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            return SubmissionErrors.ChangedMeanwhile();
        }
    }
}

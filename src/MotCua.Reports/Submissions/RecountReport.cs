using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>The numbers of a report that is still on the desk are counted again; checking and signing begin anew.</summary>
public sealed class RecountReport(SubmissionDesk desk, TimeProvider clock)
{
    public sealed record Input(Guid Id, int Revision);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var submission = await desk.FindAsync(input.Id, ct);
        if (submission is null || !desk.MayRead(submission))
        {
            return SubmissionErrors.NotFound();
        }

        if (!desk.May(SubmissionDesk.Writers, submission.AgencyId))
        {
            return SubmissionErrors.NotAllowed(SubmissionDesk.Writers);
        }

        if (submission.Revision != input.Revision)
        {
            return SubmissionErrors.ChangedMeanwhile();
        }

        if (submission.IsFrozen)
        {
            return SubmissionErrors.CannotMove(submission.State.Label());
        }

        return await desk.CountAsync(submission.Asked(clock.Now()), (content, at, by) =>
        {
            var done = submission.Recount(content, at, by);
            return Task.FromResult(done.Succeeded ? submission : (Result<ReportSubmission>)done.Error!);
        }, ct);
    }
}

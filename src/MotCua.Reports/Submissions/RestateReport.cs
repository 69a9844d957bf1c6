using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>
/// A report that was sent is done again: it was returned, or facts have come since. The sent version stays; the new one says why and goes
/// the same way up.
/// </summary>
public sealed class RestateReport(SubmissionDesk desk, TimeProvider clock)
{
    public sealed record Input(Guid Id, string? Reason);

    /// <returns>The id of the new version.</returns>
    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var sent = await desk.FindAsync(input.Id, ct);
        if (sent is null || !desk.MayRead(sent))
        {
            return SubmissionErrors.NotFound();
        }

        if (!desk.May(SubmissionDesk.Writers, sent.AgencyId))
        {
            return SubmissionErrors.NotAllowed(SubmissionDesk.Writers);
        }

        return await desk.CountAsync(sent.Asked(clock.Now()), (content, at, by) => Task.FromResult(sent.Restate(input.Reason, content, at, by)), ct);
    }
}

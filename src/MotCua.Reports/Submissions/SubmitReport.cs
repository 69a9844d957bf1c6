using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>The signed report goes up and is frozen with its lists.</summary>
public sealed class SubmitReport(SubmissionDesk desk)
{
    public sealed record Input(Guid Id, int Revision);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Id, input.Revision, SubmissionDesk.Senders, (report, now, by) => report.Submit(now, by), ct);
}

using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>The agency above takes the report.</summary>
public sealed class AcceptReport(SubmissionDesk desk)
{
    public sealed record Input(Guid Id, int Revision);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ReceiveAsync(input.Id, input.Revision, (report, now, by) => report.Accept(now, by), ct);
}

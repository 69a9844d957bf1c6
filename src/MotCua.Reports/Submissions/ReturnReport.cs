using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>The agency above wants the report done again and says what is wrong.</summary>
public sealed class ReturnReport(SubmissionDesk desk)
{
    public sealed record Input(Guid Id, int Revision, string? Remarks);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ReceiveAsync(input.Id, input.Revision, (report, now, by) => report.Return(input.Remarks, now, by), ct);
}

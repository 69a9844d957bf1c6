using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>Somebody else than the writer has compared the numbers; what does not add up needs an explanation.</summary>
public sealed class CheckReport(SubmissionDesk desk)
{
    public sealed record Input(Guid Id, int Revision, string? Words);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Id, input.Revision, SubmissionDesk.Checkers, (report, now, by) => report.Check(input.Words, now, by), ct);
}

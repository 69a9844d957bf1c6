using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>A leader signs what was checked.</summary>
public sealed class SignReport(SubmissionDesk desk)
{
    public sealed record Input(Guid Id, int Revision);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Id, input.Revision, SubmissionDesk.Signers, (report, now, by) => report.Sign(now, by), ct);
}

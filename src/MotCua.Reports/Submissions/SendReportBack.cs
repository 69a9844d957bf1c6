using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>Whoever checks or signs sends a report back to its writer, with what is to be mended.</summary>
public sealed class SendReportBack(SubmissionDesk desk)
{
    public sealed record Input(Guid Id, int Revision, string? Remarks);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Id, input.Revision, SubmissionDesk.Checkers, (report, now, by) => report.SendBack(input.Remarks, now, by), ct);
}

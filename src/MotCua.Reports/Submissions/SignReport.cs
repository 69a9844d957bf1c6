using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>A leader signs what was checked.</summary>
public sealed class SignReport(SubmissionDesk desk, CurrentOfficer officer)
{
    public sealed record Input(Guid Id, int Revision);

    public Task<Result> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input.Id, input.Revision, SubmissionDesk.Signers, (report, now, by) => report.Sign(now, by, officer.Name), ct);
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>The signed report goes up and is frozen with its lists; number, day and signer also come to stand in the head of a report in words.</summary>
public sealed class SubmitReport(MotCuaDb db, SubmissionDesk desk)
{
    /// <param name="Id">The report.</param>
    /// <param name="Revision">As seen.</param>
    /// <param name="Number">Of a report in words; left alone for a form of numbers.</param>
    public sealed record Input(Guid Id, int Revision, PaperNumber? Number = null);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var submission = await desk.FindAsync(input.Id, ct);
        var written = submission?.NarrativeId is { } id ? await db.NarrativeReports.SingleOrDefaultAsync(r => r.Id == id, ct) : null;
        return await desk.ActAsync(input.Id, input.Revision, SubmissionDesk.Senders, (report, now, by) =>
        {
            var sent = report.Submit(input.Number, now, by);
            return sent.Succeeded && report.Content.Narrative is { } text && written is not null ? written.WriteHead(text.Number, text.SignedOn, text.Signer) : sent;
        }, ct);
    }
}

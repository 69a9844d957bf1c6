using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>Whether a report that is still on the desk says what the records say by now; without its lists, so that the page of a province opens at once.</summary>
public sealed class FindStale(CountSubmission count, TimeProvider clock)
{
    public sealed record Input(ReportSubmission Submission);

    /// <param name="Numbers">How many the records say otherwise.</param>
    /// <param name="Words">The words of a narrative report have been changed.</param>
    public sealed record Answer(int Numbers, bool Words);

    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        var kept = input.Submission.Content;
        var now = await count.ContentAsync(input.Submission.Asked(clock.Now()), ct);
        return now.Succeeded
            ? new Answer(CompareSubmission.CellsOf(kept, now.Value).Count, kept.Narrative is { } text && now.Value.Narrative is { } words && text.Differs(words))
            : new Answer(0, false);
    }
}

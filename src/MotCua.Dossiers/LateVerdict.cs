using MotCua.Calendar;

namespace MotCua.Dossiers;

/// <summary>
/// What an act keyed late did to the dossier's verdict: the ledger's line as it was told, against the same act at the time it
/// was keyed. The auditor reads it; the ledger alone is enough to say it, also for imported lines.
/// </summary>
public static class LateVerdict
{
    /// <param name="lines">The dossier's ledger, oldest first.</param>
    /// <param name="seq">The line that is asked about.</param>
    /// <param name="clock">The clock of the competent agency.</param>
    /// <returns>True when the verdict at the time of keying would be another without the earlier time.</returns>
    public static bool Changed(IReadOnlyList<DossierEvent> lines, int seq, DeadlineClock clock)
    {
        var line = lines[seq - 1];
        if (line.EnteredAt is not { } keyed)
        {
            return false;
        }

        var before = Dossier.Replay(line.DossierId, "", "", lines.Take(seq - 1));
        return line.ReadFacts() switch
        {
            ReceivedFacts f => line.Kind is EventKind.Received && clock.JudgePending(DueOf(f.Limit, f.DueDay, f.DueAt), keyed) is Verdict.Overdue,
            ResultFacts f => f.Verdict != clock.JudgeFinish(before.Deadline, keyed, before.StoppedAt),
            FinishFacts f => f.Verdict != clock.JudgeFinish(before.Deadline, keyed, before.StoppedAt),
            ReasonFacts or PauseFacts => clock.JudgePending(before.Deadline, keyed, line.At) != clock.JudgePending(before.Deadline, keyed, keyed),
            DueFacts f when before.StoppedAt is { } stopped =>
                clock.JudgePending(DueOf(before.Limit, f.DueDay, f.DueAt), keyed) != clock.JudgePending(Again(before, clock, line.Kind, stopped, keyed), keyed),
            _ => false,
        };
    }

    private static Deadline DueOf(string limit, DateOnly? day, DateTimeOffset? at) => new(TimeLimit.Parse(limit), day, at);

    private static Deadline Again(Dossier before, DeadlineClock clock, EventKind kind, DateTimeOffset stopped, DateTimeOffset at) =>
        kind is EventKind.Supplemented && before.OnSupplement is SupplementPolicy.Restart
            ? clock.Restart(before.Deadline, at)
            : clock.Resume(before.Deadline, stopped, at);
}

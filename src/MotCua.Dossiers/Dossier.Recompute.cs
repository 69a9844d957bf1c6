using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <content>A promised date follows a changed calendar, when somebody decided that it shall.</content>
public sealed partial class Dossier
{
    /// <summary>
    /// The due date as the one clock computes it from the ledger and the calendar of today. Whether the clock stands does not
    /// change, nor does the new date of an apology.
    /// </summary>
    /// <param name="due">From the one clock.</param>
    /// <param name="decision">Số quyết định, the reason in the ledger.</param>
    /// <param name="at">Now.</param>
    /// <param name="by">The administrator who decided.</param>
    public Result RecomputeDue(Deadline due, string decision, Moment at, Actor by) => string.IsNullOrWhiteSpace(decision)
        ? DossierErrors.ReasonMissing("DecisionNo")
        : Record(EventKind.DueRecomputed, new DueFacts(due.DueDay, due.DueAt, Vietnamese.Tidy(decision)), at, by);

    private void ApplyRecomputed(DueFacts due, DateTimeOffset at)
    {
        CloseSpan(at);
        (DueDay, DueAt) = (due.DueDay, due.DueAt);
    }
}

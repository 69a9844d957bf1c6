using MotCua.Calendar;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>Why a running dossier is likely to be late.</summary>
public enum RiskReason
{
    /// <summary>The steps that are left take longer than the time that is left.</summary>
    WorkLeft,

    /// <summary>Under one working day is left and nobody has signed.</summary>
    LastDay,
}

/// <summary>
/// "Sắp trễ", before the due date: the law wants the apology signed a day before it (NĐ 61/2018 Điều 19.9), so the office must
/// see it coming. Pure; asks only the internal process and the clock.
/// </summary>
public static class RiskRule
{
    /// <summary>Session time that the internal process still needs, the present step counted whole.</summary>
    /// <param name="hours">Office hours of each step, in order.</param>
    /// <param name="step">The present step, from 1.</param>
    public static TimeSpan WorkLeft(IReadOnlyList<decimal> hours, int step) =>
        TimeSpan.FromHours((double)hours.Skip(Math.Max(step, 1) - 1).Sum());

    public static TimeSpan WorkLeft(IReadOnlyList<InternalStep> steps, int step) => WorkLeft([.. steps.Select(s => s.Hours)], step);

    /// <param name="workLeft">Session time that the remaining steps need.</param>
    /// <param name="timeLeft">Session time until it is due; the clock runs and it is not overdue.</param>
    /// <param name="day">Session time of one working day.</param>
    /// <param name="signed">The result is signed.</param>
    /// <returns>Null when it is not at risk.</returns>
    public static RiskReason? Of(TimeSpan workLeft, TimeSpan timeLeft, TimeSpan day, bool signed) =>
        workLeft > timeLeft ? RiskReason.WorkLeft
        : timeLeft < day && !signed ? RiskReason.LastDay
        : null;

    /// <summary>The same rule turned round, so that a list is read by one comparison: what is due before this instant is at risk.</summary>
    public static DateTimeOffset Horizon(DeadlineClock clock, DateTimeOffset now, TimeSpan workLeft, bool signed) =>
        clock.After(now, signed || workLeft > clock.DayOf(now) ? workLeft : clock.DayOf(now));
}

using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// What an act keyed late makes of the clock's verdict: had it been keyed when it was keyed, and by the time it is told to have
/// happened. This is what the leader agrees to.
/// </summary>
public sealed record VerdictChange(Verdict AsKeyed, Verdict AsTold)
{
    /// <param name="dossier">Gives a fresh copy of the dossier each time: the act is tried on it.</param>
    /// <param name="order">The proposed act, keyed late.</param>
    /// <param name="keyedAt">When it was keyed.</param>
    /// <param name="clock">The agency's.</param>
    /// <param name="now">When the leader looks.</param>
    /// <returns>Null when the act is not keyed late, can no longer happen, or leaves the clock alone.</returns>
    public static VerdictChange? Of(Func<Dossier> dossier, ActOrder order, DateTimeOffset keyedAt, DeadlineClock clock, DateTimeOffset now)
    {
        if (order.Late is not { } late)
        {
            return null;
        }

        Verdict? At(DateTimeOffset instant)
        {
            var copy = dossier();
            return Try(copy, order, Moment.Of(instant), clock) is { Succeeded: true } ? copy.VerdictAt(clock, now) : null;
        }

        return (At(keyedAt), At(late.HappenedAt)) is ({ } keyed, { } told) ? new VerdictChange(keyed, told) : null;
    }

    private static Result? Try(Dossier dossier, ActOrder order, Moment at, DeadlineClock clock)
    {
        var by = Actor.System;
        var words = string.IsNullOrWhiteSpace(order.Words) ? "…" : order.Words;
        return order.Kind switch
        {
            EventKind.ResultReady => dossier.MarkResultReady(order.Outcome, order.Number, clock, at, by),
            EventKind.SupplementRequested => dossier.AskForSupplement(words, at, by),
            EventKind.Supplemented => dossier.Supplement(clock, at, by),
            EventKind.Paused => dossier.Pause(order.PauseReason, words, at, by),
            EventKind.Resumed => dossier.Resume(clock, at, by),
            EventKind.Stopped => dossier.Stop(words, clock, at, by),
            EventKind.Withdrawn => dossier.Withdraw(words, clock, at, by),
            _ => null,
        };
    }
}

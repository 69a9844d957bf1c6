using MotCua.Calendar;

namespace MotCua.Dossiers;

/// <summary>What the lines of one dossier's ledger tell when read together, oldest first.</summary>
public static class DossierLedger
{
    /// <summary>
    /// The number of the first line that does not continue the one before it: changed, missing or put in; null when the
    /// chain is whole and ends where the dossier's row says it does.
    /// </summary>
    public static int? FirstBroken(IReadOnlyList<DossierEvent> lines, int lastSeq, byte[] lastHash)
    {
        byte[] previous = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Seq != i + 1 || !line.PreviousHash.SequenceEqual(previous) || !line.Hash.SequenceEqual(line.ComputeHash()))
            {
                return i + 1;
            }

            previous = line.Hash;
        }

        return lines.Count == lastSeq && previous.SequenceEqual(lastHash) ? null : lines.Count + 1;
    }

    /// <summary>The kinds of event that <see cref="CaseOf"/> reads; the others may be left out of its lines.</summary>
    public static readonly IReadOnlyList<EventKind> ClockKinds =
        [EventKind.Received, EventKind.VerificationOpened, EventKind.SupplementRequested, EventKind.Paused, EventKind.Supplemented, EventKind.Resumed];

    /// <summary>What the clock needs to explain the deadline: receipt, limit, stops. Null for a refusal at the door.</summary>
    public static DeadlineCase? CaseOf(IReadOnlyList<DossierEvent> lines, DateTimeOffset at)
    {
        if (lines is not [{ Kind: EventKind.Received } first, ..])
        {
            return null;
        }

        var received = (ReceivedFacts)first.ReadFacts();
        var limit = received.Limit;
        var stops = new List<Stop>();
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case EventKind.VerificationOpened:
                    limit = ((VerificationFacts)line.ReadFacts()).Limit;
                    break;
                case EventKind.SupplementRequested:
                    stops.Add(new Stop(line.At, null, received.OnSupplement));
                    break;
                case EventKind.Paused:
                    stops.Add(new Stop(line.At, null, SupplementPolicy.Resume));
                    break;
                case EventKind.Supplemented or EventKind.Resumed:
                    stops[^1] = stops[^1] with { To = line.At };
                    break;
            }
        }

        return new DeadlineCase(first.At, TimeLimit.Parse(limit), stops, at);
    }
}

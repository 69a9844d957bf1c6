namespace MotCua.Calendar;

/// <summary>Hours that hold from a day on, until the next change.</summary>
public readonly record struct HoursFrom(DateOnly From, OfficeHours Hours);

/// <summary>Giờ làm việc theo thời gian: which sessions hold on which day, for example summer hours from 15 April.</summary>
public sealed class OfficeSchedule
{
    // Day numbers from which the hours of the same place hold; the first is 0.
    private readonly int[] from;
    private readonly OfficeHours[] hours;

    public OfficeSchedule(OfficeHours always)
        : this(always, [])
    {
    }

    /// <param name="before">The hours until the first change.</param>
    /// <param name="changes">In any order; of two on one day the later one in the list holds.</param>
    public OfficeSchedule(OfficeHours before, IEnumerable<HoursFrom> changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(changes);
        List<(int From, OfficeHours Hours)> spans = [(0, before)];
        foreach (var change in changes.OrderBy(c => c.From))
        {
            if (spans[^1].From == change.From.DayNumber)
            {
                spans.RemoveAt(spans.Count - 1);
            }

            if (spans.Count == 0 || !spans[^1].Hours.SameAs(change.Hours))
            {
                spans.Add((change.From.DayNumber, change.Hours));
            }
        }

        from = [.. spans.Select(s => s.From)];
        hours = [.. spans.Select(s => s.Hours)];
    }

    /// <summary>07:30–11:30 and 13:30–17:00, always.</summary>
    public static OfficeSchedule Default { get; } = new(OfficeHours.Default);

    /// <summary>Every change after the first hours, in order.</summary>
    public IEnumerable<HoursFrom> Changes => Enumerable.Range(1, Count - 1).Select(i => new HoursFrom(DateOnly.FromDayNumber(from[i]), hours[i]));

    public OfficeHours On(DateOnly day) => hours[SpanOf(day.DayNumber)];

    internal int Count => from.Length;

    internal int FirstDayOf(int span) => from[span];

    internal OfficeHours HoursOf(int span) => hours[span];

    /// <summary>The place of the stretch that a day lies in. Most agencies have one.</summary>
    internal int SpanOf(int dayNumber)
    {
        if (from.Length == 1)
        {
            return 0;
        }

        var i = Array.BinarySearch(from, dayNumber);
        return i >= 0 ? i : ~i - 1;
    }
}

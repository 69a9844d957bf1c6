namespace MotCua.Calendar;

/// <summary>
/// Lịch làm việc: which days count. Monday to Friday except holidays, plus Saturdays worked against a swapped day.
/// A Saturday desk is open for service but is not a working day here.
/// </summary>
/// <remarks>
/// Only the days that depart from the plain week are kept; the rest is arithmetic, so every question costs a binary
/// search over those few days, in any year.
/// </remarks>
public sealed class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> Embedded = new(() => Of(CalendarCsv.BuiltInDays()));

    private readonly Dictionary<DateOnly, CalendarDay> named;

    // Day numbers where the plain week is wrong, ascending, and the working days up to and including each of them.
    private readonly int[] departures;
    private readonly bool[] worked;
    private readonly int[] countAt;

    private WorkingCalendar(Dictionary<DateOnly, CalendarDay> named)
    {
        this.named = named;
        var departing = named.Values.Where(d => d.IsWorked != IsWeekday(d.Day.DayNumber)).OrderBy(d => d.Day).ToList();
        departures = [.. departing.Select(d => d.Day.DayNumber)];
        worked = [.. departing.Select(d => d.IsWorked)];
        countAt = new int[departures.Length];
        var correction = 0;
        for (var i = 0; i < departures.Length; i++)
        {
            correction += worked[i] ? 1 : -1;
            countAt[i] = WeekdaysUpTo(departures[i]) + correction;
        }
    }

    /// <summary>The calendar that ships with the program; its years after 2026 are forecasts.</summary>
    public static WorkingCalendar BuiltIn => Embedded.Value;

    /// <summary>The days that depart from the plain week, in order.</summary>
    public IEnumerable<CalendarDay> Days => named.Values.OrderBy(d => d.Day);

    /// <exception cref="ArgumentException">A day is given twice.</exception>
    public static WorkingCalendar Of(IEnumerable<CalendarDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new WorkingCalendar(days.ToDictionary(d => d.Day));
    }

    /// <summary>This calendar with days on which one agency is closed; a day that is off anyway keeps its own name.</summary>
    public WorkingCalendar ClosedOn(IEnumerable<CalendarDay> closings)
    {
        var days = new Dictionary<DateOnly, CalendarDay>(named);
        foreach (var closing in closings)
        {
            if (!days.TryGetValue(closing.Day, out var known) || known.IsWorked)
            {
                days[closing.Day] = closing;
            }
        }

        return new WorkingCalendar(days);
    }

    /// <summary>The day as the calendar names it; null for a plain day of the week.</summary>
    public CalendarDay? SpecialDay(DateOnly day) => named.GetValueOrDefault(day);

    public bool IsWorkingDay(DateOnly day) => IsWorking(day.DayNumber);

    /// <summary>Why a day does not count ("Thứ bảy", "Tết Nguyên đán"), or null for a working day.</summary>
    public string? WhyNot(DateOnly day)
    {
        if (named.TryGetValue(day, out var known))
        {
            return known.IsWorked ? null : known.Name;
        }

        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => "Thứ bảy",
            DayOfWeek.Sunday => "Chủ nhật",
            _ => null,
        };
    }

    /// <summary>The first working day strictly after a day.</summary>
    /// <exception cref="CalendarRangeException">There is none before the year 10000.</exception>
    public DateOnly NextWorkingDay(DateOnly day) => AddWorkingDays(day, 1);

    /// <summary>The day itself when it is worked, else the next working day (Civil Code 2015, article 148.5).</summary>
    public DateOnly Roll(DateOnly day) => IsWorking(day.DayNumber) ? day : NextWorkingDay(day);

    /// <summary>The count-th working day after a day; the day itself is never counted. Count 0 gives the day back.</summary>
    /// <exception cref="CalendarRangeException">It lies after the year 9999.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? day : DayAt(CountUpTo(day.DayNumber) + count);
    }

    /// <summary>The working days d with after &lt; d ≤ upTo; 0 when upTo is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo) =>
        upTo <= after ? 0 : CountUpTo(upTo.DayNumber) - CountUpTo(after.DayNumber);

    /// <summary>Working days from 1 January of the year 1 up to and including a day.</summary>
    internal int CountUpTo(int dayNumber)
    {
        var i = LastDepartureAtOrBefore(dayNumber);
        return i < 0 ? WeekdaysUpTo(dayNumber) : countAt[i] + WeekdaysUpTo(dayNumber) - WeekdaysUpTo(departures[i]);
    }

    internal bool IsWorking(int dayNumber)
    {
        var i = Array.BinarySearch(departures, dayNumber);
        return i >= 0 ? worked[i] : IsWeekday(dayNumber);
    }

    /// <summary>The working day whose <see cref="CountUpTo"/> is <paramref name="ordinal"/> (from 1).</summary>
    internal DateOnly DayAt(int ordinal)
    {
        // The first departure by which the ordinal is reached; before it the plain week holds.
        var next = FirstCountReaching(ordinal);
        var weekday = next == 0
            ? ordinal
            : WeekdaysUpTo(departures[next - 1]) + ordinal - countAt[next - 1];
        var dayNumber = ((weekday - 1) / 5 * 7) + ((weekday - 1) % 5);
        if (next < departures.Length && dayNumber >= departures[next])
        {
            dayNumber = departures[next];
        }

        return dayNumber <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(dayNumber) : throw new CalendarRangeException();
    }

    // Day number 0 is Monday, 1 January of the year 1.
    private static bool IsWeekday(int dayNumber) => dayNumber % 7 < 5;

    private static int WeekdaysUpTo(int dayNumber) => ((dayNumber + 1) / 7 * 5) + Math.Min((dayNumber + 1) % 7, 5);

    private int LastDepartureAtOrBefore(int dayNumber)
    {
        var i = Array.BinarySearch(departures, dayNumber);
        return i >= 0 ? i : ~i - 1;
    }

    private int FirstCountReaching(int ordinal)
    {
        int low = 0, high = countAt.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (countAt[middle] < ordinal)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

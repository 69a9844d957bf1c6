using System.Collections.Concurrent;
using MotCua.Calendar;

namespace MotCua.Organization.Calendars;

/// <summary>
/// Every calendar of the installation as it stood at one instant: the national days, and the hours, Saturday desks and closings
/// of each agency. Immutable, so whoever holds it computes with one calendar from beginning to end.
/// </summary>
public sealed class CalendarBook
{
    private readonly AgencyTree tree;
    private readonly DateOnly today;
    private readonly ILookup<AgencyId, AgencyHours> hours;
    private readonly ILookup<AgencyId, AgencyDesk> desks;
    private readonly ILookup<AgencyId, AgencyClosing> closings;
    private readonly OfficeCalendar plain;
    private readonly ConcurrentDictionary<AgencyId, OfficeCalendar> offices = new();

    public CalendarBook(
        WorkingCalendar national, AgencyTree tree, DateOnly today,
        IEnumerable<AgencyHours> hours, IEnumerable<AgencyDesk> desks, IEnumerable<AgencyClosing> closings, string revision = "")
    {
        (National, this.tree, this.today, Revision) = (national, tree, today, revision);
        this.hours = hours.OrderBy(h => h.ValidFrom).ToLookup(h => h.AgencyId);
        this.desks = desks.OrderBy(d => d.ValidFrom).ToLookup(d => d.AgencyId);
        this.closings = closings.ToLookup(c => c.AgencyId);
        plain = OfficeCalendar.Of(national);
    }

    public WorkingCalendar National { get; }

    /// <summary>Moves with every change of a calendar or of the tree of agencies.</summary>
    public string Revision { get; }

    public DeadlineClock ClockOf(AgencyId agency) => Of(agency).Clock;

    /// <summary>An agency without hours, a desk or a closing of its own has those of the agency above it today.</summary>
    public OfficeCalendar Of(AgencyId agency) => offices.GetOrAdd(agency, Make);

    private OfficeCalendar Make(AgencyId agency)
    {
        var path = tree.PathTo(agency, today);
        if (path.All(a => !hours.Contains(a) && !desks.Contains(a) && !closings.Contains(a)))
        {
            return plain;
        }

        var schedule = path.Aggregate(OfficeSchedule.Default, (above, a) => Over(above, hours[a]));
        var closed = path.Reverse().SelectMany(a => closings[a].Where(c => a == agency || c.IncludesBelow));
        var open = path.SelectMany(a => desks[a].Where(d => a == agency || d.IncludesBelow)).Select(d => d.Desk);
        return new OfficeCalendar(
            new DeadlineClock(National.ClosedOn(closed.Select(c => new CalendarDay(c.Day, c.Reason, DayKind.Closing))), schedule), [.. open]);
    }

    // Day by day the agency's own hours where it has set any, else those of the agency above.
    private static OfficeSchedule Over(OfficeSchedule above, IEnumerable<AgencyHours> rows)
    {
        var own = rows.Select(r => (From: r.ValidFrom, r.Hours)).ToList();
        return own.Count == 0 ? above : new OfficeSchedule(
            above.On(DateOnly.MinValue),
            above.Changes.Select(c => c.From).Concat(own.Select(o => o.From)).Distinct()
                .Select(day => new HoursFrom(day, own.LastOrDefault(o => o.From <= day).Hours ?? above.On(day))));
    }
}

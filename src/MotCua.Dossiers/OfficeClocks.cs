using MotCua.Calendar;
using MotCua.Organization;
using MotCua.Organization.Calendars;

namespace MotCua.Dossiers;

/// <summary>The deadline clock of an agency: the calendar in force, its own hours or those of the agency above, its closings.</summary>
public sealed class OfficeClocks(CalendarBooks books)
{
    public async Task<DeadlineClock> ForAsync(AgencyId agency, CancellationToken ct) => (await books.CurrentAsync(ct)).ClockOf(agency);

    /// <summary>With its Saturday desks, for the counter.</summary>
    public async Task<OfficeCalendar> CalendarAsync(AgencyId agency, CancellationToken ct) => (await books.CurrentAsync(ct)).Of(agency);
}

namespace MotCua.Calendar;

/// <summary>
/// Một cửa sáng thứ Bảy: on Saturdays from a day to a day (inclusive; null is open) the desk receives and hands back.
/// Such a Saturday is not a working day for any limit.
/// </summary>
public sealed record SaturdayDesk(DateOnly From, DateOnly? To, OfficeHours Hours);

/// <summary>Lịch của một cơ quan: its clock, and the Saturdays on which its desk is open all the same.</summary>
public sealed record OfficeCalendar(DeadlineClock Clock, IReadOnlyList<SaturdayDesk> Desks)
{
    /// <summary>The calendar of an agency that has set nothing of its own.</summary>
    public static OfficeCalendar Of(WorkingCalendar calendar) => new(new DeadlineClock(calendar, OfficeSchedule.Default), []);

    /// <summary>
    /// The desk that is open on a Saturday which does not count; null on any other day, on a holiday and when the agency is closed.
    /// </summary>
    public SaturdayDesk? DeskOn(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Saturday && Clock.Calendar.SpecialDay(day) is null
            ? Desks.LastOrDefault(d => d.From <= day && (d.To is null || d.To >= day))
            : null;
}

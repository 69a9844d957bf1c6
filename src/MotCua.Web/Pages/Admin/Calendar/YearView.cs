using MotCua.Calendar;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>A day of the year's sheet. <paramref name="Mark"/> and <paramref name="Name"/> are empty on plain days.</summary>
/// <param name="Look">work, rest, off, swap, desk or closed.</param>
public sealed record DayCell(DateOnly Day, string Look, string Mark, string Name, bool IsNational);

/// <summary>A month: how many empty places stand before its first day, and its days.</summary>
public sealed record MonthSheet(int Month, int Blanks, IReadOnlyList<DayCell> Days, int WorkingDays)
{
    /// <summary>Monday to Sunday; null where the month has no day.</summary>
    public IEnumerable<DayCell?[]> Weeks => Enumerable.Repeat<DayCell?>(null, Blanks).Concat(Days).Chunk(7)
        .Select(week => week.Length == 7 ? week : [.. week, .. Enumerable.Repeat<DayCell?>(null, 7 - week.Length)]);
}

/// <summary>The year of one agency: twelve months, each day with its look and its few letters, so that colour says nothing alone.</summary>
public static class YearView
{
    public const string DeskMark = "mở";

    public static IReadOnlyList<MonthSheet> Of(OfficeCalendar office, int year) =>
        [.. Enumerable.Range(1, 12).Select(month => Month(office, year, month))];

    private static MonthSheet Month(OfficeCalendar office, int year, int month)
    {
        var days = Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(d => Cell(office, new DateOnly(year, month, d))).ToList();
        return new MonthSheet(month, ((int)days[0].Day.DayOfWeek + 6) % 7, days, days.Count(d => office.Clock.Calendar.IsWorkingDay(d.Day)));
    }

    private static DayCell Cell(OfficeCalendar office, DateOnly day)
    {
        if (office.Clock.Calendar.SpecialDay(day) is { } special)
        {
            var look = special.Kind switch
            {
                DayKind.SwapWork => "swap",
                DayKind.Closing => "closed",
                _ => "off",
            };
            return new DayCell(day, look, special.Kind.Mark(), special.Name, special.Kind != DayKind.Closing);
        }

        if (office.DeskOn(day) is { } desk)
        {
            return new DayCell(day, "desk", DeskMark, desk.Hours.ToString(), false);
        }

        return new DayCell(day, office.Clock.Calendar.IsWorkingDay(day) ? "work" : "rest", "", "", false);
    }
}

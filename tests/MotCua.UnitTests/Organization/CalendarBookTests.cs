using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Organization;

/// <summary>A province, a commune under it and a branch of the commune: who keeps whose hours on which day.</summary>
public sealed class CalendarBookTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Session[] Summer = [new(new(7, 0), new(11, 0)), new(new(14, 0), new(17, 30))];
    private static readonly Session[] Short = [new(new(8, 0), new(12, 0))];

    private static readonly AgencyNode Province = Node("P", null);
    private static readonly AgencyNode Ward = Node("W", Province.Id);
    private static readonly AgencyNode Other = Node("O", Province.Id);

    private static readonly AgencyTree Tree = AgencyTree.Of([Province, Ward, Other]);

    [Fact]
    public void Who_has_set_nothing_keeps_the_default_hours()
    {
        var book = Book([], [], []);
        book.Of(Ward.Id).ShouldBeSameAs(book.Of(Other.Id));
        book.ClockOf(Ward.Id).Schedule.On(Today).ShouldBe(OfficeHours.Default);
    }

    [Fact]
    public void Hours_come_from_above_day_by_day_until_the_agency_has_its_own()
    {
        var book = Book([Hours(Province, "2026-04-15", Summer), Hours(Province, "2026-10-16", null), Hours(Ward, "2026-06-01", Short), Hours(Ward, "2026-07-01", null)], [], []);

        Words(book, Ward, "2026-04-14").ShouldBe("07:30–11:30, 13:30–17:00");
        Words(book, Ward, "2026-04-15").ShouldBe("07:00–11:00, 14:00–17:30");
        Words(book, Ward, "2026-06-01").ShouldBe("08:00–12:00");
        Words(book, Ward, "2026-06-30").ShouldBe("08:00–12:00");
        Words(book, Ward, "2026-07-01").ShouldBe("07:00–11:00, 14:00–17:30", "from here the ward follows the province again");
        Words(book, Ward, "2026-10-16").ShouldBe("07:30–11:30, 13:30–17:00");
        Words(book, Other, "2026-06-15").ShouldBe("07:00–11:00, 14:00–17:30");
        Words(book, Province, "2026-06-15").ShouldBe("07:00–11:00, 14:00–17:30");
    }

    [Fact]
    public void A_change_above_does_not_end_hours_of_ones_own()
    {
        var book = Book([Hours(Ward, "2026-03-01", Short), Hours(Province, "2026-04-15", Summer)], [], []);
        Words(book, Ward, "2026-04-15").ShouldBe("08:00–12:00");
        Words(book, Ward, "2026-02-28").ShouldBe("07:30–11:30, 13:30–17:00");
    }

    [Fact]
    public void A_closing_counts_below_only_when_it_says_so()
    {
        var day = new DateOnly(2026, 11, 23);
        var alone = Book([], [], [Closing(Province, day, below: false)]);
        alone.ClockOf(Province.Id).Calendar.IsWorkingDay(day).ShouldBeFalse();
        alone.ClockOf(Ward.Id).Calendar.IsWorkingDay(day).ShouldBeTrue();

        var all = Book([], [], [Closing(Province, day, below: true)]);
        all.ClockOf(Ward.Id).Calendar.WhyNot(day).ShouldBe("Nghỉ tránh bão");
        Book([], [], [Closing(Ward, day, below: true)]).ClockOf(Other.Id).Calendar.IsWorkingDay(day).ShouldBeTrue();
    }

    [Fact]
    public void A_Saturday_desk_opens_below_only_when_it_says_so_and_ones_own_goes_before()
    {
        var saturday = new DateOnly(2026, 11, 21);
        Book([], [Desk(Province, Short, below: false)], []).Of(Ward.Id).DeskOn(saturday).ShouldBeNull();
        Book([], [Desk(Province, Short, below: true)], []).Of(Ward.Id).DeskOn(saturday).ShouldNotBeNull().Hours.ToString().ShouldBe("08:00–12:00");
        Book([], [Desk(Ward, Summer, below: false), Desk(Province, Short, below: true)], []).Of(Ward.Id).DeskOn(saturday).ShouldNotBeNull().Hours.ToString()
            .ShouldBe("07:00–11:00, 14:00–17:30");
    }

    [Theory]
    [InlineData("08:00-08:00")]
    [InlineData("09:00-08:00")]
    [InlineData("08:00-12:00 11:00-13:00")]
    [InlineData("")]
    [InlineData("08:00-09:00 09:00-10:00 10:00-11:00 11:00-12:00 12:00-13:00")]
    public void Sessions_that_are_empty_overlap_or_are_too_many_are_refused(string sessions)
    {
        var read = sessions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('-')).Select(s => new Session(TimeOnly.Parse(s[0]), TimeOnly.Parse(s[1]))).ToList();
        AgencyHours.Set(Ward.Id, Today, read, "1/QĐ").Error.ShouldNotBeNull().Code.ShouldBe("calendar.sessions-wrong");
    }

    [Theory]
    [InlineData("2026-11-23", DayKind.SwapWork, "calendar.worked-on-weekday")]
    [InlineData("2026-11-21", DayKind.SwapOff, "calendar.off-on-weekend")]
    [InlineData("2026-11-22", DayKind.Substitute, "calendar.off-on-weekend")]
    [InlineData("1999-12-31", DayKind.Public, "calendar.day-range")]
    [InlineData("2026-11-23", DayKind.Closing, "calendar.day-range")]
    public void A_national_day_must_fit_its_weekday(string day, DayKind kind, string code) =>
        NationalDay.Declare(DateOnly.Parse(day), "Tên", kind, "1/TB").Error.ShouldNotBeNull().Code.ShouldBe(code);

    private static string Words(CalendarBook book, AgencyNode agency, string day) => book.ClockOf(agency.Id).Schedule.On(DateOnly.Parse(day)).ToString();

    private static CalendarBook Book(AgencyHours[] hours, AgencyDesk[] desks, AgencyClosing[] closings) =>
        new(WorkingCalendar.BuiltIn, Tree, Today, hours, desks, closings);

    private static AgencyHours Hours(AgencyNode agency, string from, Session[]? sessions) =>
        AgencyHours.Set(agency.Id, DateOnly.Parse(from), sessions, "12/QĐ-UBND").Value;

    private static AgencyDesk Desk(AgencyNode agency, Session[] sessions, bool below) =>
        AgencyDesk.Open(agency.Id, new DateRange(new(2026, 1, 1), null), sessions, below, "12/QĐ-UBND").Value;

    private static AgencyClosing Closing(AgencyNode agency, DateOnly day, bool below) =>
        AgencyClosing.Close(agency.Id, day, "Nghỉ tránh bão", below, "12/QĐ-UBND").Value;

    private static AgencyNode Node(string code, AgencyId? parent) =>
        new(Ids.New<AgencyId>(), code, [new AgencyStage(code, AgencyLevel.Commune, parent, new(2000, 1, 1), null)]);
}

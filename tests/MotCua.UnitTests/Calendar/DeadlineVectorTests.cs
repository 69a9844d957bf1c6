using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

/// <summary>The worked cases of the domain rules, section 3.4; receipts are at 09:00 unless the case says otherwise.</summary>
public sealed class DeadlineVectorTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    [Theory]
    [InlineData("Giỗ Tổ substitute, 30/4 and 1/5", "2026-04-24 09:00", "3wd", "2026-05-04")]
    [InlineData("before Tết", "2026-02-13 09:00", "1wd", "2026-02-23")]
    [InlineData("over Tết", "2026-02-13 09:00", "5wd", "2026-02-27")]
    [InlineData("Saturday worked", "2026-08-21 09:00", "3wd", "2026-08-25")]
    [InlineData("swap-off and National Day", "2026-08-28 09:00", "2wd", "2026-09-04")]
    [InlineData("due on a worked Saturday", "2024-04-26 09:00", "3wd", "2024-05-04")]
    [InlineData("worked Saturday counted", "2025-04-25 09:00", "3wd", "2025-04-29")]
    [InlineData("Tết 2024", "2024-02-07 09:00", "2wd", "2024-02-16")]
    [InlineData("Tết 2023", "2023-01-19 09:00", "3wd", "2023-01-31")]
    [InlineData("New Year swap", "2025-12-31 09:00", "2wd", "2026-01-06")]
    [InlineData("Culture Day", "2026-11-23 09:00", "2wd", "2026-11-26")]
    [InlineData("calendar days over a Saturday", "2026-04-10 09:00", "15d", "2026-04-28")]
    [InlineData("calendar days into Tết", "2026-01-30 09:00", "15d", "2026-02-23")]
    [InlineData("calendar days into 1/5", "2025-04-01 09:00", "30d", "2025-05-05")]
    [InlineData("calendar days from a Sunday", "2026-08-02 09:00", "30d", "2026-09-03")]
    [InlineData("same day at 15:01 before holidays", "2026-04-29 15:01", "same", "2026-05-04")]
    [InlineData("same day at 15:01 before a worked Saturday", "2025-04-25 15:01", "same", "2025-04-26")]
    [InlineData("ten working days", "2026-03-02 09:00", "10wd", "2026-03-16")]
    public void Every_worked_case_of_the_domain_rules_holds(string name, string received, string limit, string due) =>
        Clock.Start(Times.At(received), TimeLimit.Parse(limit)).DueDay.ShouldBe(Times.Day(due), name);

    [Theory]
    [InlineData(SupplementPolicy.Restart, "2026-03-25")]
    [InlineData(SupplementPolicy.Resume, "2026-03-20")]
    public void A_supplement_asked_for_on_5_March_and_brought_on_11_March_moves_ten_working_days(SupplementPolicy mode, string due)
    {
        var stop = new Stop(Times.At("2026-03-05 09:00"), Times.At("2026-03-11 09:00"), mode);

        var deadline = Clock.Run(new DeadlineCase(Times.At("2026-03-02 09:00"), TimeLimit.WorkingDays(10), [stop]));

        deadline.DueDay.ShouldBe(Times.Day(due));
    }

    [Fact]
    public void Forecasts_marked_check_are_not_loaded()
    {
        WorkingCalendar.BuiltIn.IsWorkingDay(Times.Day("2027-02-04")).ShouldBeTrue();
        WorkingCalendar.BuiltIn.Days.Count().ShouldBe(144);
    }
}

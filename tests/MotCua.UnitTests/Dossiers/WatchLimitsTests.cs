using MotCua.Calendar;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

public class WatchLimitsTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Theory]
    [InlineData(1, "20/11/2026")]
    [InlineData(5, "16/11/2026")]
    [InlineData(6, "13/11/2026")]
    public void Weekends_do_not_count_as_days_of_lying_still(int days, string before) =>
        WatchLimits.BeforeWorkingDays(WorkingCalendar.BuiltIn, Friday, days).ShouldBe(FakeClock.Instant(before));

    [Fact]
    public void The_days_are_those_between_the_last_act_and_today()
    {
        var calendar = WorkingCalendar.BuiltIn;
        for (var days = 1; days < 60; days++)
        {
            var last = Moment.Of(WatchLimits.BeforeWorkingDays(calendar, Friday, days)).Day.AddDays(-1);
            calendar.WorkingDaysBetween(last, Friday).ShouldBe(days);
            calendar.WorkingDaysBetween(last.AddDays(1), Friday).ShouldBeLessThan(days);
        }
    }

    [Fact]
    public void Calendar_days_reach_back_to_the_end_of_a_day() =>
        WatchLimits.BeforeDays(Friday, 30).ShouldBe(FakeClock.Instant("22/10/2026"));

    [Theory]
    [InlineData(0, 15, 30, "Still")]
    [InlineData(5, 366, 30, "Shelf")]
    [InlineData(5, 15, -1, "Supplement")]
    public void Days_out_of_range_are_refused_and_change_nothing(int still, int shelf, int supplement, string field)
    {
        var limits = WatchLimits.DefaultOf(Ids.New<AgencyId>());

        limits.Change(still, shelf, supplement).Error!.Field.ShouldBe(field);

        (limits.StillDays, limits.ShelfDays, limits.SupplementDays).ShouldBe((5, 15, 30));
    }
}

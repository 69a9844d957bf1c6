using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Shell;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("23/11/2026")]
    [InlineData(" 23-11-2026 ")]
    [InlineData("23.11.2026")]
    [InlineData("2026-11-23")]
    [InlineData("23112026")]
    public void A_day_is_read_however_it_is_written(string text) => TypedDates.Day(text).ShouldBe(new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData("31/11/2026")]
    [InlineData("11/23/2026")]
    [InlineData("hôm nay")]
    [InlineData("23/11/26")]
    public void What_is_no_day_is_refused(string text) => TypedDates.Day(text).ShouldBeNull();

    [Theory]
    [InlineData("23/11/2026 10:15")]
    [InlineData("23/11/2026, 10:15")]
    [InlineData("2026-11-23T10:15")]
    public void A_time_is_Vietnam_time(string text) => TypedDates.Instant(text).ShouldBe(new DateTimeOffset(2026, 11, 23, 10, 15, 0, TimeSpan.FromHours(7)));

    [Theory]
    [InlineData("23/11/2026 25:15")]
    [InlineData("23/11/2026")]
    public void What_is_no_time_is_refused(string text) => TypedDates.Instant(text).ShouldBeNull();
}

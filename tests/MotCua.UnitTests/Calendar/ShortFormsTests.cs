using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

/// <summary>Names of rest days where room is short, and instants as files write them.</summary>
public sealed class ShortFormsTests
{
    [Theory]
    [InlineData("Ngày Văn hóa Việt Nam 24/11", "Ngày Văn hóa Việt Nam")]
    [InlineData("Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Giỗ Tổ Hùng Vương")]
    [InlineData("Nghỉ bù 1/5", "Nghỉ bù 1/5")]
    [InlineData("Hoán đổi 2/1", "Hoán đổi 2/1")]
    [InlineData("(theo quyết định)", "(theo quyết định)")]
    [InlineData("Tết Nguyên đán", "Tết Nguyên đán")]
    public void A_rest_day_drops_the_date_that_stands_beside_it_anyway(string name, string brief) => HolidayNames.Brief(name).ShouldBe(brief);

    [Theory]
    [InlineData("2026-05-04T17:00:00-05:00", "2026-05-04T22:00:00+00:00")]
    [InlineData("2026-05-04T17:00:00+07:00", "2026-05-04T10:00:00+00:00")]
    [InlineData("2026-05-04T17:00Z", "2026-05-04T17:00:00+00:00")]
    public void An_instant_is_read_with_its_offset(string text, string instant)
    {
        OffsetTime.TryParse(text, out var read).ShouldBeTrue();

        OffsetTime.Text(read.ToUniversalTime()).ShouldBe(instant);
    }

    [Theory]
    [InlineData("2026-05-04T17:00:00+15:00")]
    [InlineData("2026-05-04T17:00:00+7:00")]
    [InlineData("2026-05-04T17:00:00*07:00")]
    [InlineData("2026-05-04T17:00:6+07:00")]
    [InlineData("2026-05-04T17:00:00.+07:00")]
    [InlineData("0001-01-01T00:00:00+07:00")]
    [InlineData("9999-12-31T23:59:59-07:00")]
    public void What_is_no_instant_is_refused(string text) => OffsetTime.TryParse(text, out _).ShouldBeFalse();
}

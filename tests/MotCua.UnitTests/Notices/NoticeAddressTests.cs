using MotCua.Foundation;
using MotCua.Notices;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Notices;

public sealed class NoticeAddressTests
{
    [Theory]
    [InlineData("hoa@example.vn", "hoa@example.vn")]
    [InlineData("  hoa@example.vn ", "hoa@example.vn")]
    [InlineData("hoa@example.vn\r\nBcc: all@example.vn", null)]
    [InlineData("hoa@example.vn, tu@example.vn", null)]
    [InlineData("Hoa <hoa@example.vn>", null)]
    [InlineData("hoa@@example.vn", null)]
    [InlineData("hoa@localhost", null)]
    [InlineData("hoa\u202E@example.vn", null)]
    [InlineData("@example.vn", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_one_plain_address_may_stand_in_a_header(string? typed, string? address) => NoticeAddress.Email(typed).ShouldBe(address);

    [Theory]
    [InlineData("0912345678", "+84912345678", null)]
    [InlineData("+84 912 345 678", "+84912345678", null)]
    [InlineData("84912345678", "+84912345678", null)]
    [InlineData("+4915112345678", "+4915112345678", null)]
    [InlineData("02003555012", null, DeliveryReason.Landline)]
    [InlineData("091234567", null, DeliveryReason.BadPhone)]
    [InlineData("12345", null, DeliveryReason.BadPhone)]
    [InlineData("0112345678", null, DeliveryReason.BadPhone)]
    [InlineData("+", null, DeliveryReason.BadPhone)]
    [InlineData("", null, DeliveryReason.NoPhone)]
    [InlineData(null, null, DeliveryReason.NoPhone)]
    public void A_mobile_number_goes_out_with_its_country(string? typed, string? number, DeliveryReason? why) => NoticeAddress.Mobile(typed).ShouldBe((number, why));

    [Fact]
    public void The_waits_double_from_a_minute_and_end_at_an_hour() =>
        Enumerable.Range(1, 9).Select(n => (int)Backoff.After(n).TotalMinutes).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
}

using MotCua.Calendar;
using MotCua.Documents.Forms;
using MotCua.Foundation;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

/// <summary>The promise of a slip explained on paper, by the built-in calendar of 2026.</summary>
public sealed class CountedDaysTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    [Theory]
    [InlineData("20/11/2026 09:42", "3wd", "Tính 23/11, 25/11, 26/11; không tính T7 21/11, CN 22/11, T3 24/11 (Ngày Văn hóa Việt Nam).")]
    [InlineData("23/11/2026 09:42", "2d", "Tính cả thứ Bảy, Chủ nhật, ngày lễ.")]
    [InlineData("23/11/2026 09:42", "5d", "Tính cả thứ Bảy, Chủ nhật, ngày lễ; hết hạn vào ngày nghỉ T7 28/11 nên hẹn ngày làm việc tiếp theo.")]
    [InlineData("23/11/2026 09:42", "6d", "Tính cả thứ Bảy, Chủ nhật, ngày lễ; hết hạn vào ngày nghỉ CN 29/11 nên hẹn ngày làm việc tiếp theo.")]
    [InlineData("20/11/2026 09:42", "same", "Nhận trước 15 giờ, trả trong ngày.")]
    [InlineData("20/11/2026 15:30", "same", "Nhận sau 15 giờ, trả trong ngày làm việc tiếp theo; không tính T7 21/11, CN 22/11.")]
    [InlineData("20/11/2026 18:00", "same", "Nhận ngoài giờ làm việc nên coi như nhận T2 23/11; không tính T7 21/11, CN 22/11.")]
    [InlineData("20/11/2026 18:00", "1wd", "Nhận ngoài giờ làm việc nên coi như nhận T2 23/11; tính 25/11; không tính T7 21/11, CN 22/11, T3 24/11 (Ngày Văn hóa Việt Nam).")]
    [InlineData("20/11/2026 16:00", "8h", "Chỉ tính giờ làm việc; không tính T7 21/11, CN 22/11.")]
    [InlineData("09/11/2026 08:00", "30wd", "Tính 30 ngày làm việc từ 10/11 đến 22/12/2026; không tính thứ Bảy, Chủ nhật, T3 24/11 (Ngày Văn hóa Việt Nam).")]
    public void Each_limit_says_which_days_count_and_which_do_not(string received, string limit, string words)
    {
        var days = Clock.Explain(new DeadlineCase(FakeClock.Instant(received), TimeLimit.Parse(limit), []));
        CountedDays.Words(TimeLimit.Parse(limit), days).ShouldBe(words);
    }

    [Fact]
    public void Without_a_promise_there_is_nothing_to_explain() =>
        CountedDays.Words(TimeLimit.None, Clock.Explain(new DeadlineCase(FakeClock.Instant("20/11/2026 09:42"), TimeLimit.None, []))).ShouldBeNull();

    [Theory]
    [InlineData("Ngày Văn hóa Việt Nam 24/11", "Ngày Văn hóa Việt Nam")]
    [InlineData("Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Giỗ Tổ Hùng Vương")]
    [InlineData("Nghỉ bù 1/5", "Nghỉ bù 1/5")]
    [InlineData("Hoán đổi ngày làm việc dịp 30/4 (nghỉ)", "Hoán đổi ngày làm việc dịp 30/4")]
    [InlineData("Thứ bảy", "Thứ bảy")]
    public void A_holiday_beside_its_day_does_not_say_the_day_again(string name, string brief) => HolidayNames.Brief(name).ShouldBe(brief);

    [Fact]
    public void No_explanation_of_an_ordinary_limit_is_longer_than_three_lines_of_a_slip()
    {
        for (var day = new DateOnly(2026, 1, 2); day < new DateOnly(2027, 1, 1); day = day.AddDays(1))
        {
            var received = Moment.At(day, new TimeOnly(9, 0)).Instant;
            foreach (var limit in new[] { "1wd", "3wd", "5wd", "7wd", "10wd", "15wd", "30wd", "60wd", "30d", "2mo", "8h" })
            {
                var days = Clock.Explain(new DeadlineCase(received, TimeLimit.Parse(limit), []));
                CountedDays.Words(TimeLimit.Parse(limit), days)!.Length.ShouldBeLessThan(330, $"{day} {limit}");
            }
        }
    }
}

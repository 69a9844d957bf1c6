using Microsoft.AspNetCore.Http;
using MotCua.Calendar;
using MotCua.TestKit;
using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Shell;

/// <summary>The drawn dossier of the design: received 10/11/2026 14:20, five working days, stopped 12/11 to 17/11, holiday 24/11.</summary>
public sealed class RulerTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly Text Vietnamese = new(new HttpContextAccessor());

    private static readonly DeadlineCase Drawn = new(
        FakeClock.Instant("10/11/2026 14:20"),
        TimeLimit.WorkingDays(5),
        [new Stop(FakeClock.Instant("12/11/2026 09:30"), FakeClock.Instant("17/11/2026 15:10"), SupplementPolicy.Restart)]);

    [Fact]
    public void Each_day_is_a_cell_with_its_look()
    {
        var ruler = Draw(Drawn, "20/11/2026 09:42");

        string.Join(' ', ruler.Cells.Select(c => $"{c.Text}{(c.Look.Length == 0 ? "" : ":" + c.Look)}"))
            .ShouldBe("10:past 11:past 12:pa 13:pa 14:off 15:off 16:pa 17:pa 18:past 19:past 20:now 21:off 22:off 23 24:off 25:due");
    }

    [Fact]
    public void A_line_of_text_repeats_it()
    {
        var ruler = Draw(Drawn, "20/11/2026 09:42");

        ruler.PhoneLine.ShouldStartWith("Nhận 10/11, tạm dừng 12/11–17/11, 24/11 nghỉ ");
        ruler.PhoneLine.ShouldEndWith("hạn 25/11.");
        ruler.Line.ShouldBe("Thời hạn 5 ngày làm việc. Hạn đầu 17/11; tính lại từ 17/11 vì đã bổ sung.");
        ruler.Name.ShouldBe("Thước thời hạn, từ 10/11 đến 25/11/2026");
    }

    [Fact]
    public void There_are_at_most_three_labels_above_and_two_below()
    {
        var ruler = Draw(Drawn, "20/11/2026 09:42");

        ruler.Cells.Count(c => c.Above is not null).ShouldBeLessThanOrEqualTo(3);
        ruler.Cells.Count(c => c.Below is not null).ShouldBeLessThanOrEqualTo(2);
        ruler.Cells[10].Below.ShouldBe("Hôm nay, ngày 3 trên 5");
        ruler.Cells[^1].Above.ShouldBe("Hạn trả kết quả\nT4 25/11, 17:00");
    }

    [Fact]
    public void A_late_dossier_goes_on_past_its_due_day()
    {
        var ruler = Draw(new DeadlineCase(FakeClock.Instant("12/11/2026 08:00"), TimeLimit.WorkingDays(3), []), "20/11/2026 09:42");

        string.Join(' ', ruler.Cells.Select(c => $"{c.Text}:{c.Look}")).ShouldBe("12:past 13:past 14:off 15:off 16:past 17:due 18:over 19:over 20:over");
        ruler.Cells[^1].Above.ShouldBe("Hôm nay, quá hạn");
        ruler.Cells[5].Below!.ShouldStartWith("Hạn trả kết quả");
    }

    [Fact]
    public void Above_thirty_days_a_cell_is_a_week()
    {
        var ruler = Draw(new DeadlineCase(FakeClock.Instant("09/11/2026 08:00"), TimeLimit.WorkingDays(25), []), "20/11/2026 09:42");

        string.Join(' ', ruler.Cells.Select(c => $"{c.Text}{(c.Look.Length == 0 ? "" : ":" + c.Look)}")).ShouldBe("9/11:past 16/11:now 23/11 30/11 7/12 14/12:due");
    }

    [Fact]
    public void Without_a_due_date_there_is_no_ruler() =>
        Ruler.Of(Clock, new DeadlineCase(FakeClock.Instant("09/11/2026 08:00"), TimeLimit.None, []), FakeClock.Instant("20/11/2026 09:42"), null, Vietnamese).ShouldBeNull();

    [Fact]
    public void An_apology_draws_its_new_date_and_says_so()
    {
        var late = new DeadlineCase(FakeClock.Instant("12/11/2026 08:00"), TimeLimit.WorkingDays(3), []);
        var ruler = Ruler.Of(Clock, late, FakeClock.Instant("18/11/2026 09:42"), null, Vietnamese, new RulerStyle { ExtendedDue = new DateOnly(2026, 11, 20) })!;

        string.Join(' ', ruler.Cells.Select(c => $"{c.Text}:{c.Look}")).ShouldBe("12:past 13:past 14:off 15:off 16:past 17:due 18:over 19: 20:due");
        ruler.Cells[^1].Above.ShouldBe("Hẹn lại\nT6 20/11");
        ruler.Cells[^1].Word.ShouldBe("hẹn lại");
        ruler.Line.ShouldBe("Thời hạn 3 ngày làm việc. Đã xin lỗi, hẹn lại 20/11.");
        ruler.PhoneLine.ShouldBe("Nhận 12/11, hạn 17/11, hẹn lại 20/11.");
    }

    [Fact]
    public void A_finished_dossier_has_no_today_and_the_days_after_are_not_needed()
    {
        var ruler = Ruler.Of(Clock, new DeadlineCase(FakeClock.Instant("09/11/2026 08:00"), TimeLimit.WorkingDays(5), []), FakeClock.Instant("20/11/2026 09:42"), FakeClock.Instant("11/11/2026 16:00"), Vietnamese)!;

        string.Join(' ', ruler.Cells.Select(c => $"{c.Text}:{c.Look}")).ShouldBe("9:past 10:past 11:past 12: 13: 14:off 15:off 16:due");
        ruler.Cells[2].Below.ShouldBe("Xong T4 11/11");
        ruler.Cells[3].Word.ShouldBe("ngày không dùng đến");
        ruler.PhoneLine.ShouldBe("Nhận 9/11, hạn 16/11, xong 11/11.");
    }

    [Fact]
    public void Days_of_one_holiday_are_told_as_one()
    {
        var ruler = Draw(new DeadlineCase(FakeClock.Instant("11/02/2026 08:00"), TimeLimit.WorkingDays(5), []), "12/02/2026 09:42");

        ruler.PhoneLine.Split(" nghỉ ").Length.ShouldBeLessThanOrEqualTo(4, ruler.PhoneLine);
        ruler.PhoneLine.ShouldContain("Tết");
    }

    [Theory]
    [InlineData("3wd")]
    [InlineData("25wd")]
    [InlineData("120wd")]
    [InlineData("400wd")]
    [InlineData("9999wd")]
    [InlineData("8h")]
    [InlineData("same")]
    [InlineData("6mo")]
    public void However_long_the_limit_there_are_at_most_forty_cells_and_labels_never_touch(string limit)
    {
        foreach (var style in new[] { RulerStyle.Officers, RulerStyle.Officers with { ForCitizens = true } })
        {
            var ruler = Ruler.Of(Clock, new DeadlineCase(FakeClock.Instant("09/11/2026 08:00"), TimeLimit.Parse(limit), []), FakeClock.Instant("11/11/2026 09:42"), null, Vietnamese, style)!;

            ruler.Cells.Count.ShouldBeInRange(1, 40);
            ShouldNotTouch(ruler, style.ForCitizens ? 7.5 / 640 : 6.6 / 690);
        }
    }

    [Fact]
    public void What_finds_no_room_is_told_in_the_line()
    {
        var ruler = Draw(new DeadlineCase(FakeClock.Instant("20/11/2026 08:00"), TimeLimit.SameDay, []), "20/11/2026 09:42");

        ruler.Cells.ShouldHaveSingleItem().Above.ShouldBe("Hạn trả kết quả\nT6 20/11, 17:00");
        ruler.Rest.ShouldBe("Tiếp nhận T6 20/11, 08:00.");
    }

    // Measured again, apart from the code that places them: where each cell begins, rest days at 0.55 of a working day.
    private static void ShouldNotTouch(RulerView ruler, double letter)
    {
        double Weight(RulerCell c) => c.Look == "off" ? 0.55 : 1;
        var all = ruler.Cells.Sum(Weight);
        foreach (var row in new Func<RulerCell, string?>[] { c => c.Above, c => c.Below })
        {
            var at = 0.0;
            var taken = new List<(double From, double To)>();
            for (var i = 0; i < ruler.Cells.Count; i++)
            {
                var end = at + (Weight(ruler.Cells[i]) / all);
                if (row(ruler.Cells[i]) is { } label)
                {
                    var width = label.Split('\n').Max(l => l.Length) * letter;
                    taken.Add(i * 3 >= ruler.Cells.Count * 2 ? (end - width, end) : (at, at + width));
                }

                at = end;
            }

            taken.Zip(taken.Skip(1)).ShouldAllBe(pair => pair.First.To < pair.Second.From);
            taken.ShouldAllBe(t => t.From > -0.001 && t.To < 1.001);
        }
    }

    private static RulerView Draw(DeadlineCase dossier, string now) => Ruler.Of(Clock, dossier, FakeClock.Instant(now), null, Vietnamese)!;
}

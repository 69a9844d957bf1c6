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

    private static RulerView Draw(DeadlineCase dossier, string now) => Ruler.Of(Clock, dossier, FakeClock.Instant(now), null, Vietnamese)!;
}

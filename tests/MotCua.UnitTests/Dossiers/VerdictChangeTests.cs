using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

public class VerdictChangeTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly DateTimeOffset Now = FakeClock.Instant("20/11/2026 09:42");

    // Due Monday 16/11.
    private static Dossier Signed() => Given.Dossier("5wd").Received("09/11/2026 08:00").SentForSignature("12/11/2026 08:00").Signed("12/11/2026 09:00").Dossier;

    [Fact]
    public void A_result_told_as_ready_in_time_turns_late_into_on_time()
    {
        var order = new ActOrder(EventKind.ResultReady, "X") { Late = new LateEntry(FakeClock.Instant("16/11/2026 16:00"), "Mất điện") };

        VerdictChange.Of(Signed, order, Now, Clock, Now).ShouldBe(new VerdictChange(Verdict.Late, Verdict.OnTime));
    }

    [Fact]
    public void A_request_for_papers_told_as_made_in_time_stops_the_clock_before_it_was_late()
    {
        var order = new ActOrder(EventKind.SupplementRequested, "X") { Words = "Thiếu bản sao", Late = new LateEntry(FakeClock.Instant("13/11/2026 10:00"), "Quên ghi") };

        VerdictChange.Of(() => Given.Dossier("5wd").Received("09/11/2026 08:00").Dossier, order, Now, Clock, Now).ShouldBe(new VerdictChange(Verdict.Overdue, Verdict.Within));
    }

    [Fact]
    public void What_is_not_keyed_late_changes_no_verdict() =>
        VerdictChange.Of(Signed, new ActOrder(EventKind.ResultReady, "X"), Now, Clock, Now).ShouldBeNull();

    [Fact]
    public void An_act_that_can_no_longer_happen_has_no_verdict()
    {
        var order = new ActOrder(EventKind.ResultReady, "X") { Late = new LateEntry(FakeClock.Instant("16/11/2026 16:00"), "Mất điện") };

        VerdictChange.Of(() => Given.Dossier("5wd").Received("09/11/2026 08:00").Ready("17/11/2026 08:00").Dossier, order, Now, Clock, Now).ShouldBeNull();
    }
}

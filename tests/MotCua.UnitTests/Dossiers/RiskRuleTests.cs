using FsCheck;
using FsCheck.Fluent;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

public class RiskRuleTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly InternalStep[] Steps =
    [
        new("Tiếp nhận", OfficeRole.Receptionist, 1.5m), new("Thẩm định", OfficeRole.Specialist, 22.5m), new("Ký", OfficeRole.Signer, 3.75m), new("Vào sổ", OfficeRole.Clerk, 3.75m),
    ];

    [Theory]
    [InlineData(1, 31.5)]
    [InlineData(2, 30)]
    [InlineData(3, 7.5)]
    [InlineData(4, 3.75)]
    [InlineData(5, 0)]
    [InlineData(0, 31.5)]
    public void The_present_step_and_those_after_it_are_still_to_be_done(int step, double hours) =>
        RiskRule.WorkLeft(Steps, step).ShouldBe(TimeSpan.FromHours(hours));

    [Fact]
    public void A_process_without_steps_needs_no_time() => RiskRule.WorkLeft(Array.Empty<InternalStep>(), 1).ShouldBe(TimeSpan.Zero);

    [Theory]
    [InlineData(10, 9, false, RiskReason.WorkLeft)]
    [InlineData(9, 9, false, null)]
    [InlineData(3, 7, false, RiskReason.LastDay)]
    [InlineData(3, 7, true, null)]
    [InlineData(8, 7, true, RiskReason.WorkLeft)]
    [InlineData(3, 7.5, false, null)]
    [InlineData(0, 0, false, RiskReason.LastDay)]
    public void A_dossier_is_at_risk_when_its_work_exceeds_its_time_or_on_its_last_day_unsigned(double work, double left, bool signed, RiskReason? reason) =>
        RiskRule.Of(TimeSpan.FromHours(work), TimeSpan.FromHours(left), TimeSpan.FromHours(7.5), signed).ShouldBe(reason);

    [Fact]
    public void The_horizon_says_the_same_as_the_rule()
    {
        var cases = from work in Gen.Choose(0, 6000) from due in Gen.Choose(0, 20_000) from signed in Gen.Elements(true, false) select (work, due, signed);
        var now = FakeClock.Instant("20/11/2026 09:42");

        Prop.ForAll(Arb.From(cases), c =>
        {
            var work = TimeSpan.FromMinutes(c.work);
            var due = now.AddMinutes(c.due);
            var atRisk = RiskRule.Of(work, Clock.WorkingTimeBetween(now, due), Clock.DayOf(now), c.signed) is not null;
            return (due < RiskRule.Horizon(Clock, now, work, c.signed)) == atRisk;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}

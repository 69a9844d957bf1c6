using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Submissions;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Reports;

/// <summary>Which days a report's data are from, and until when it must be sent (NĐ 09/2019 Điều 12).</summary>
public sealed class ReportPeriodTests
{
    private static readonly AgencyId Province = Ids.New<AgencyId>();

    [Theory]
    [InlineData(PeriodKind.Month, "2026-10-15", "2026-11-14")]
    [InlineData(PeriodKind.Month, "2026-02-15", "2026-03-14")]
    [InlineData(PeriodKind.Quarter, "2025-12-15", "2026-03-14")]
    [InlineData(PeriodKind.Quarter, "2026-09-15", "2026-12-14")]
    [InlineData(PeriodKind.HalfYear, "2025-12-15", "2026-06-14")]
    [InlineData(PeriodKind.NineMonths, "2025-12-15", "2026-09-14")]
    [InlineData(PeriodKind.Year, "2025-12-15", "2026-12-14")]
    public void A_period_runs_from_a_15th_to_a_14th(PeriodKind kind, string from, string to)
    {
        var (first, last) = (DateOnly.Parse(from), DateOnly.Parse(to));

        ReportPeriods.Is(kind, first, last).ShouldBeTrue();
        ReportPeriods.EndingIn(kind, last, last).ShouldBe([(first, last)]);
        ReportPeriods.EndingIn(kind, last.AddDays(1), last.AddDays(20)).ShouldBeEmpty();
        ReportPeriods.Is(kind, first.AddDays(1), last).ShouldBeFalse();
        ReportPeriods.Is(kind, first, last.AddDays(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(PeriodKind.Month, 12)]
    [InlineData(PeriodKind.Quarter, 4)]
    [InlineData(PeriodKind.HalfYear, 1)]
    [InlineData(PeriodKind.NineMonths, 1)]
    [InlineData(PeriodKind.Year, 1)]
    [InlineData(PeriodKind.Free, 0)]
    public void A_year_has_its_number_of_periods_and_each_begins_the_day_after_the_one_before(PeriodKind kind, int count)
    {
        var periods = ReportPeriods.EndingIn(kind, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)).ToList();

        periods.Count.ShouldBe(count);
        periods.Zip(periods.Skip(1)).ShouldAllBe(p => p.Second.From == p.First.To.AddDays(1));
    }

    [Fact]
    public void Free_days_are_any_days()
    {
        ReportPeriods.Is(PeriodKind.Free, new DateOnly(2021, 12, 15), new DateOnly(2022, 6, 7)).ShouldBeTrue();
    }

    [Fact]
    public void A_report_is_due_on_a_working_day()
    {
        // 14/11/2026 is a Saturday, a week later too.
        var duty = Ask(PeriodKind.Month, days: 7);

        duty.PeriodsEndingIn(new(2026, 11, 1), new(2026, 11, 30), WorkingCalendar.BuiltIn)
            .ShouldBe([new DutyPeriod(new(2026, 10, 15), new(2026, 11, 14), new(2026, 11, 23))]);
    }

    [Fact]
    public void A_duty_asks_for_nothing_before_it_began_or_after_it_ended()
    {
        var duty = Ask(PeriodKind.Month, days: 3);
        duty.EndOn(new DateOnly(2026, 9, 30)).Succeeded.ShouldBeTrue();

        duty.PeriodsEndingIn(new(2026, 1, 1), new(2026, 12, 31), WorkingCalendar.BuiltIn).Select(p => p.To)
            .ShouldBe([new DateOnly(2026, 7, 14), new DateOnly(2026, 8, 14), new DateOnly(2026, 9, 14)]);
        duty.EndOn(new DateOnly(2026, 6, 30)).Error!.Code.ShouldBe("submission.duty-reversed");
    }

    [Fact]
    public void A_duty_with_free_days_is_owed_once()
    {
        var facts = new DutyFacts("b1", PeriodKind.Free, null, 5, new DateOnly(2026, 7, 1), null, "Công văn 12/UBND") { Free = (new(2026, 1, 1), new(2026, 8, 22)) };
        var duty = ReportDuty.Ask(Province, facts, null, Moment.Of(FakeClock.Instant("01/07/2026 08:00"))).Value;

        duty.PeriodsEndingIn(new(2026, 1, 1), new(2026, 12, 31), WorkingCalendar.BuiltIn).Single().To.ShouldBe(new DateOnly(2026, 8, 22));
    }

    [Fact]
    public void A_duty_that_cannot_be_kept_is_refused_at_its_box()
    {
        var good = new DutyFacts("b1", PeriodKind.Quarter, null, 5, new DateOnly(2026, 7, 1), null, "Công văn 12/UBND");
        Refused(good with { Form = "b9" }).ShouldBe(("submission.form-unknown", "Form"));
        Refused(good with { DaysToSend = -1 }).ShouldBe(("submission.days-to-send", "DaysToSend"));
        Refused(good with { Document = "  " }).ShouldBe(("submission.document-missing", "Document"));
        Refused(good with { To = new DateOnly(2026, 6, 30) }).ShouldBe(("submission.duty-reversed", "To"));
        Refused(good with { Period = PeriodKind.Free }).ShouldBe(("submission.free-days-missing", "FreeFrom"));
        Refused(good with { Period = PeriodKind.Free, Free = (new(2026, 8, 2), new(2026, 8, 1)) }).ShouldBe(("submission.period-reversed", "To"));
    }

    private static (string, string?) Refused(DutyFacts facts)
    {
        var error = ReportDuty.Ask(Province, facts, null, Moment.Of(FakeClock.Instant("01/07/2026 08:00"))).Error!;
        return (error.Code, error.Field);
    }

    private static ReportDuty Ask(PeriodKind kind, int days) => ReportDuty.Ask(
        Province, new DutyFacts("b1", kind, null, days, new DateOnly(2026, 7, 1), null, "Nghị định 09/2019/NĐ-CP"), null, Moment.Of(FakeClock.Instant("01/07/2026 08:00"))).Value;
}

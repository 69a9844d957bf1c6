using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

/// <summary>The due date after a change of the calendar, as a line of the ledger.</summary>
public sealed class RecomputeDueTests
{
    private static readonly Actor Administrator = Actor.Of(new(Guid.Parse("00000000-0000-7000-8000-0000000000bb")));

    // An agency that is closed on Thursday 26/11.
    private static readonly DeadlineClock Closed = new(
        WorkingCalendar.BuiltIn.ClosedOn([new CalendarDay(new(2026, 11, 26), "Nghỉ tránh bão", DayKind.Closing)]), OfficeSchedule.Default);

    [Fact]
    public void The_date_moves_the_status_stays_and_the_old_date_is_kept_as_a_span()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 08:10").Dossier;
        var before = dossier.DueDay;

        Recompute(dossier, "23/11/2026 09:00").Succeeded.ShouldBeTrue();

        (before, dossier.DueDay).ShouldBe((new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27)));
        dossier.Status.ShouldBe(DossierStatus.Received);
        dossier.PastSpans.ShouldHaveSingleItem().DueDay.ShouldBe(before);
        var line = dossier.Events[^1];
        line.Kind.ShouldBe(EventKind.DueRecomputed);
        line.ReadFacts().ShouldBeOfType<DueFacts>().Reason.ShouldBe("12/QĐ-UBND");
        Replayed(dossier).ShouldBe((dossier.DueDay, dossier.StoppedAt, dossier.Status, dossier.LastSeq));
    }

    [Fact]
    public void While_the_clock_stands_it_goes_on_standing_and_later_goes_on_from_the_new_date()
    {
        var dossier = Given.Dossier("3wd", SupplementPolicy.Resume).Received("20/11/2026 08:10").Dossier;
        dossier.AskForSupplement("Bản sao", At("23/11/2026 08:00"), Administrator).Succeeded.ShouldBeTrue();

        Recompute(dossier, "23/11/2026 09:00").Succeeded.ShouldBeTrue();

        dossier.StoppedAt.ShouldBe(At("23/11/2026 08:00").Instant);
        dossier.Status.ShouldBe(DossierStatus.WaitingSupplement);
        dossier.DueDay.ShouldBe(new DateOnly(2026, 11, 27));
        dossier.Supplement(Closed, At("25/11/2026 08:00"), Administrator).Succeeded.ShouldBeTrue();
        dossier.DueDay.ShouldBe(new DateOnly(2026, 11, 30)); // the 24th is Culture Day: one working day stood still, from the 27th on
        Replayed(dossier).ShouldBe((dossier.DueDay, dossier.StoppedAt, dossier.Status, dossier.LastSeq));
    }

    [Fact]
    public void The_new_date_of_an_apology_stays()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 08:10").Dossier;
        dossier.Apologise(new ApologyFacts("1/XL", new(2026, 12, 4), "Mất điện", "Lê Vinh"), At("23/11/2026 08:00"), Administrator).Succeeded.ShouldBeTrue();
        Recompute(dossier, "23/11/2026 09:00").Succeeded.ShouldBeTrue();
        (dossier.DueDay, dossier.ExtendedDue).ShouldBe((new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 4)));
    }

    [Fact]
    public void Without_a_decision_or_after_the_end_nothing_moves()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 08:10").Dossier;
        Recompute(dossier, "23/11/2026 09:00", " ").Error.ShouldNotBeNull().Code.ShouldBe("dossier.reason-missing");
        dossier.Withdraw("Không cần nữa", Closed, At("23/11/2026 10:00"), Administrator).Succeeded.ShouldBeTrue();
        Recompute(dossier, "23/11/2026 11:00").Error.ShouldNotBeNull().Code.ShouldBe("dossier.cannot-move");
    }

    private static Result Recompute(Dossier dossier, string at, string decision = "12/QĐ-UBND")
    {
        var now = At(at);
        return dossier.RecomputeDue(Closed.Run(DossierLedger.CaseOf(dossier.Events, now.Instant)!), decision, now, Administrator);
    }

    private static (DateOnly?, DateTimeOffset?, DossierStatus, int) Replayed(Dossier dossier)
    {
        var again = Dossier.Replay(dossier.Id, dossier.Code, dossier.Field, dossier.Events);
        return (again.DueDay, again.StoppedAt, again.Status, again.LastSeq);
    }

    private static Moment At(string time) => DossierStory.At(time);
}

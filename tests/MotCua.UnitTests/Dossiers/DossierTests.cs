using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

public class DossierTests
{
    [Fact]
    public void A_received_dossier_promises_the_date_of_the_clock()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Dossier;

        dossier.Status.ShouldBe(DossierStatus.Received);
        dossier.DueDay.ShouldBe(new DateOnly(2026, 11, 26));
        dossier.DueAt.ShouldBe(DossierStory.At("26/11/2026 17:00").Instant);
    }

    [Fact]
    public void The_usual_way_leads_from_the_counter_to_the_hand_over()
    {
        var story = Given.Dossier("3wd").Received("20/11/2026 09:42").Taken("20/11/2026 10:00")
            .SentForSignature("23/11/2026 15:00").Signed("25/11/2026 08:00").Ready("25/11/2026 09:00").Returned("26/11/2026 08:00");

        story.Answer.Succeeded.ShouldBeTrue();
        story.Dossier.Status.ShouldBe(DossierStatus.Returned);
        story.Dossier.Verdict.ShouldBe(Verdict.Early);
        story.Dossier.Events.Count.ShouldBe(6);
    }

    [Fact]
    public void Lateness_is_judged_by_the_result_and_not_by_the_hand_over()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Ready("26/11/2026 18:00").Returned("10/12/2026 08:00").Dossier;

        dossier.Verdict.ShouldBe(Verdict.OnTime);
    }

    [Fact]
    public void An_illegal_move_is_refused_with_a_sentence_and_leaves_no_line()
    {
        var story = Given.Dossier().Received("20/11/2026 09:42").Returned("20/11/2026 10:00");

        story.Answer.Error!.Code.ShouldBe("dossier.cannot-move");
        story.Answer.Error.Message.ShouldBe("Hồ sơ H99.31-260505-0001 mới tiếp nhận, không thể trả kết quả.");
        story.Dossier.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Nothing_follows_a_refusal_at_the_door()
    {
        var story = Given.Dossier().Refused("20/11/2026 09:42").Rated("20/11/2026 10:00", 5);

        story.Answer.Error!.Code.ShouldBe("dossier.cannot-move");
        story.Dossier.ReceivedAt.ShouldBeNull();
        story.Dossier.RefusedAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_supplement_stops_the_clock_and_restarts_the_whole_limit()
    {
        var dossier = Given.Dossier("10wd").Received("02/03/2026 08:00").AskedForSupplement("05/03/2026 08:00").Supplemented("11/03/2026 08:00").Dossier;

        dossier.DueDay.ShouldBe(new DateOnly(2026, 3, 25));
        dossier.StoppedAt.ShouldBeNull();
        dossier.Status.ShouldBe(DossierStatus.InProcess);
    }

    [Fact]
    public void A_procedure_may_let_the_limit_go_on_after_a_supplement()
    {
        var dossier = Given.Dossier("10wd", SupplementPolicy.Resume).Received("02/03/2026 08:00")
            .AskedForSupplement("05/03/2026 08:00").Supplemented("11/03/2026 08:00").Dossier;

        dossier.DueDay.ShouldBe(new DateOnly(2026, 3, 20));
    }

    [Fact]
    public void A_result_cannot_be_ready_while_the_clock_stands()
    {
        var story = Given.Dossier().Received("20/11/2026 09:42").AskedForSupplement("20/11/2026 10:00").Ready("20/11/2026 11:00");

        story.Answer.Error!.Code.ShouldBe("dossier.clock-stands");
    }

    [Fact]
    public void A_pause_is_ended_by_resuming_and_not_by_a_supplement()
    {
        Given.Dossier().Received("20/11/2026 09:42").Paused("20/11/2026 10:00").Supplemented("20/11/2026 11:00").Answer.Succeeded.ShouldBeFalse();
        Given.Dossier().Received("20/11/2026 09:42").AskedForSupplement("20/11/2026 10:00").Resumed("20/11/2026 11:00").Answer.Succeeded.ShouldBeFalse();
        Given.Dossier().Received("20/11/2026 09:42").Paused("20/11/2026 10:00").Resumed("23/11/2026 11:00").Answer.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void An_apology_is_given_at_most_once_and_only_to_a_later_day()
    {
        var story = Given.Dossier().Received("20/11/2026 09:42").Apologised("25/11/2026 09:00", new DateOnly(2026, 11, 26));
        story.Answer.Error!.Code.ShouldBe("dossier.apology-not-later");

        story.Apologised("25/11/2026 09:00", new DateOnly(2026, 11, 30)).Answer.Succeeded.ShouldBeTrue();
        story.Apologised("26/11/2026 09:00", new DateOnly(2026, 12, 3)).Answer.Error!.Code.ShouldBe("dossier.apology-twice");
        story.Dossier.DueDay.ShouldBe(new DateOnly(2026, 11, 26));
    }

    [Fact]
    public void An_apology_needs_a_promised_date() =>
        Given.Dossier("none").Received("20/11/2026 09:42").Apologised("25/11/2026 09:00", new DateOnly(2026, 11, 30))
            .Answer.Error!.Code.ShouldBe("dossier.apology-without-due");

    [Fact]
    public void Both_verdicts_are_kept_when_an_apology_moved_the_date()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Apologised("25/11/2026 09:00", new DateOnly(2026, 11, 30)).Ready("27/11/2026 09:00").Dossier;

        dossier.Verdict.ShouldBe(Verdict.Late);
        dossier.VerdictExtended.ShouldBe(Verdict.Early);
    }

    [Fact]
    public void Events_are_never_dated_before_the_last_one() =>
        Given.Dossier().Received("20/11/2026 09:42").Taken("20/11/2026 09:00").Answer.Error!.Code.ShouldBe("dossier.out-of-order");

    [Fact]
    public void A_result_is_rated_once_from_one_to_five()
    {
        var story = Given.Dossier().Received("20/11/2026 09:42").Ready("23/11/2026 09:00").Rated("23/11/2026 10:00", 6);
        story.Answer.Error!.Code.ShouldBe("dossier.rating");
        story.Rated("23/11/2026 10:00", 5).Rated("23/11/2026 11:00", 4).Answer.Error!.Code.ShouldBe("dossier.rated-twice");
    }

    [Fact]
    public void A_stretch_of_life_that_ended_is_kept_for_past_periods()
    {
        var successor = Ids.New<AgencyId>();
        var story = Given.Dossier("10wd").Received("02/03/2026 08:00").AskedForSupplement("05/03/2026 08:00").Supplemented("11/03/2026 08:00")
            .HandedOver("12/03/2026 08:00", successor);

        story.Dossier.PastSpans.Count.ShouldBe(3);
        story.Dossier.PastSpans[1].StoppedAt.ShouldBe(DossierStory.At("05/03/2026 08:00").Instant);
        story.Dossier.PastSpans[2].AgencyId.ShouldBe(story.Agency);
        story.Dossier.AgencyId.ShouldBe(successor);
        story.Dossier.SpanFrom.ShouldBe(DossierStory.At("12/03/2026 08:00").Instant);
    }

    [Fact]
    public void Replaying_the_ledger_gives_the_same_state()
    {
        var dossier = Given.Dossier("10wd").Received("02/03/2026 08:00").Taken("02/03/2026 09:00").AskedForSupplement("05/03/2026 08:00")
            .Supplemented("11/03/2026 08:00").Paid("11/03/2026 09:00", 8000, PaymentMethod.Cash).SentForSignature("12/03/2026 08:00")
            .SentBack("12/03/2026 09:00").SentForSignature("13/03/2026 08:00").Signed("13/03/2026 09:00").Ready("16/03/2026 08:00").Returned("16/03/2026 09:00").Dossier;

        var replayed = Dossier.Replay(dossier.Id, dossier.Code, dossier.Field, dossier.Events);

        foreach (var property in typeof(Dossier).GetProperties().Where(p => p.PropertyType.IsValueType || p.PropertyType == typeof(string)))
        {
            property.GetValue(replayed).ShouldBe(property.GetValue(dossier), property.Name);
        }
    }

    [Fact]
    public void Every_line_carries_the_hash_of_the_one_before()
    {
        var events = Given.Dossier().Received("20/11/2026 09:42").Taken("20/11/2026 10:00").Ready("23/11/2026 09:00").Dossier.Events;

        events[0].PreviousHash.ShouldBeEmpty();
        events[1].PreviousHash.ShouldBe(events[0].Hash);
        events[2].PreviousHash.ShouldBe(events[1].Hash);
        events.ShouldAllBe(e => e.ComputeHash().SequenceEqual(e.Hash));
    }
}

using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

/// <summary>Work at other places: liên thông, opinions, verification.</summary>
public sealed class LegTests
{
    private static readonly AgencyId Registry = Ids.New<AgencyId>();

    private static readonly AgencyId Tax = Ids.New<AgencyId>();

    [Fact]
    public void A_verification_gives_the_extended_limit_from_the_receipt_and_is_no_apology()
    {
        var story = Given.Dossier("3wd").Received("20/11/2026 09:42").Taken("20/11/2026 10:00").Verifying("23/11/2026 08:00", "6wd");

        story.Answer.Succeeded.ShouldBeTrue();
        story.Dossier.Status.ShouldBe(DossierStatus.Verifying);
        story.Dossier.Status.PortalCode().ShouldBe(4);
        story.Dossier.DueDay.ShouldBe(new DateOnly(2026, 12, 1));
        story.Dossier.Limit.ShouldBe("6wd");
        story.Dossier.StoppedAt.ShouldBeNull();
        story.Dossier.ApologyAt.ShouldBeNull();
        story.Answered("25/11/2026 08:00", 1).Dossier.Status.ShouldBe(DossierStatus.InProcess);
    }

    [Fact]
    public void The_date_before_a_verification_is_still_known_to_a_report_of_that_time()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Verifying("23/11/2026 08:00", "6wd").Dossier;

        dossier.PastSpans.ShouldHaveSingleItem().DueDay.ShouldBe(new DateOnly(2026, 11, 26));
    }

    [Fact]
    public void Legs_side_by_side_each_have_their_date_and_the_dossier_waits_for_all()
    {
        var story = Given.Dossier("15d").Received("02/11/2026 08:00").Taken("02/11/2026 09:00")
            .SentLeg("03/11/2026 08:00", Registry, "5wd").SentLeg("03/11/2026 08:30", Tax, "3wd");

        story.Dossier.Status.ShouldBe(DossierStatus.InterAgency);
        story.Dossier.OpenLegAgencies.ShouldBe([Registry.Value, Tax.Value]);
        story.Dossier.LegDueAt.ShouldBe(DossierStory.At("06/11/2026 17:00").Instant);

        story.Answered("05/11/2026 08:00", 2).Dossier.Status.ShouldBe(DossierStatus.InterAgency);
        story.SentForSignature("05/11/2026 09:00").Answer.Error!.Code.ShouldBe("dossier.leg-open");
        story.Answered("06/11/2026 08:00", 1).Dossier.Status.ShouldBe(DossierStatus.InProcess);
        story.Dossier.LegDueAt.ShouldBeNull();
        story.SentForSignature("06/11/2026 09:00").Answer.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_leg_after_another_goes_out_when_the_first_comes_back_and_its_time_counts_from_then()
    {
        var story = Given.Dossier("30d").Received("02/11/2026 08:00")
            .SentLeg("03/11/2026 08:00", Registry, "5wd").SentLeg("03/11/2026 08:30", Tax, "3wd", after: 1);

        story.Dossier.Legs[1].SentAt.ShouldBeNull();
        story.Dossier.OpenLegAgencies.ShouldBe([Registry.Value]);
        story.Answered("04/11/2026 08:00", 2).Answer.Error!.Code.ShouldBe("dossier.leg-not-sent");

        story.Answered("06/11/2026 10:00", 1);
        story.Dossier.Legs[1].SentAt.ShouldBe(DossierStory.At("06/11/2026 10:00").Instant);
        story.Dossier.Legs[1].DueAt.ShouldBe(DossierStory.At("11/11/2026 17:00").Instant);
        story.Dossier.OpenLegAgencies.ShouldBe([Tax.Value]);
    }

    [Fact]
    public void A_leg_changes_neither_competence_nor_the_promised_date()
    {
        var story = Given.Dossier("5wd").Received("20/11/2026 09:42");
        var (agency, due) = (story.Dossier.AgencyId, story.Dossier.DueDay);

        story.SentLeg("23/11/2026 08:00", Tax).Answered("25/11/2026 08:00", 1);

        story.Dossier.AgencyId.ShouldBe(agency);
        story.Dossier.DueDay.ShouldBe(due);
    }

    [Fact]
    public void A_leg_is_late_when_its_own_date_has_passed()
    {
        var leg = Given.Dossier("15d").Received("02/11/2026 08:00").SentLeg("03/11/2026 08:00", Tax, "3wd").Dossier.Legs[0];

        leg.IsLate(DossierStory.At("06/11/2026 17:00").Instant).ShouldBeFalse();
        leg.IsLate(DossierStory.At("09/11/2026 07:30").Instant).ShouldBeTrue();
    }

    [Fact]
    public void A_leg_sent_by_mistake_is_called_back_with_a_reason()
    {
        var story = Given.Dossier("15d").Received("02/11/2026 08:00").SentLeg("03/11/2026 08:00", Tax);

        story.Answered("03/11/2026 09:00", 1, "", recalled: true).Answer.Error!.Code.ShouldBe("dossier.leg-answer-missing");
        story.Answered("03/11/2026 09:00", 1, "Gửi nhầm nơi", recalled: true).Dossier.Status.ShouldBe(DossierStatus.InProcess);
    }

    [Fact]
    public void An_answer_that_comes_while_the_applicant_is_waited_for_does_not_start_the_clock()
    {
        var story = Given.Dossier("15d").Received("02/11/2026 08:00").AskedOpinion("03/11/2026 08:00")
            .AskedForSupplement("04/11/2026 08:00").Answered("05/11/2026 08:00", 1, "Đồng ý");

        story.Answer.Succeeded.ShouldBeTrue();
        story.Dossier.Status.ShouldBe(DossierStatus.WaitingSupplement);
        story.Dossier.StoppedAt.ShouldNotBeNull();
    }

    [Fact]
    public void An_opinion_lets_the_main_clock_run()
    {
        var story = Given.Dossier("5wd").Received("20/11/2026 09:42").AskedOpinion("23/11/2026 08:00");

        story.Dossier.Status.ShouldBe(DossierStatus.Consulting);
        story.Dossier.StoppedAt.ShouldBeNull();
        story.Ready("30/11/2026 08:00").Dossier.Verdict.ShouldBe(Verdict.OnTime);
    }

    [Fact]
    public void Nobody_asks_the_own_agency() =>
        Own(Given.Dossier().Received("20/11/2026 09:42")).Answer.Error!.Code.ShouldBe("dossier.leg-to-self");

    [Fact]
    public void A_wrong_result_is_put_right_by_another_dossier_and_the_closed_one_stays_closed()
    {
        var dossier = Given.Dossier().Received("20/11/2026 09:42").Ready("23/11/2026 08:00").Returned("24/11/2026 08:00").Dossier;

        dossier.OpenCorrection("H99.31-261126-0001", "Sai chữ đệm", DossierStory.At("26/11/2026 08:00"), default).Succeeded.ShouldBeTrue();

        dossier.Status.ShouldBe(DossierStatus.Returned);
    }

    [Fact]
    public void An_act_keyed_later_keeps_both_times_and_the_reason()
    {
        var story = Given.Dossier().Received("20/11/2026 09:42").Ready("23/11/2026 08:00");
        var keyed = DossierStory.At("25/11/2026 09:00").Instant;
        var by = Actor.Of(new OfficerId(Ids.New())) with { EnteredAt = keyed, LateReason = "Mất điện" };

        story.Dossier.Return(MotCua.Procedures.FilingChannel.Direct, null, DossierStory.At("24/11/2026 10:00"), by).Succeeded.ShouldBeTrue();

        var line = story.Dossier.Events[^1];
        (line.At, line.EnteredAt).ShouldBe((DossierStory.At("24/11/2026 10:00").Instant, keyed));
        line.ReadFacts().LateReason.ShouldBe("Mất điện");
        story.Dossier.ReturnedAt.ShouldBe(line.At);
    }

    private static DossierStory Own(DossierStory story) => story.SentLeg("23/11/2026 08:00", story.Agency);
}

using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

/// <summary>What an act leaves behind on the dossier, and what it asks for first.</summary>
public sealed class ActTraceTests
{
    private static readonly Actor Somebody = Actor.Of(Ids.New<OfficerId>());

    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static DossierStory AtWork => Given.Dossier("10wd").Received("02/03/2026 08:00").Taken("02/03/2026 09:00");

    [Fact]
    public void A_second_request_for_papers_is_counted()
    {
        var story = AtWork.AskedForSupplement("03/03/2026 08:00");
        story.Dossier.SupplementRequests.ShouldBe(1);

        story.Supplemented("04/03/2026 08:00").AskedForSupplement("05/03/2026 08:00").Dossier.SupplementRequests.ShouldBe(2);
    }

    [Theory]
    [InlineData(Outcome.Granted, FinishKind.Granted, DossierStatus.Done)]
    [InlineData(Outcome.Denied, FinishKind.Denied, DossierStatus.RefusedOnMerit)]
    public void A_result_says_whether_it_was_granted(Outcome outcome, FinishKind kind, DossierStatus status)
    {
        var dossier = AtWork.Ready("04/03/2026 08:00", outcome).Dossier;

        (dossier.FinishKind, dossier.Status).ShouldBe((kind, status));
    }

    [Fact]
    public void Stopping_and_withdrawing_are_two_ends()
    {
        AtWork.Stopped("04/03/2026 08:00").Dossier.FinishKind.ShouldBe(FinishKind.Stopped);
        AtWork.Withdrawn("04/03/2026 08:00").Dossier.FinishKind.ShouldBe(FinishKind.Withdrawn);
    }

    [Fact]
    public void What_was_digitised_first_keeps_its_time()
    {
        var dossier = AtWork.Dossier;
        foreach (var (time, part) in new[]
        {
            ("03/03/2026 08:00", DigitisedPart.Papers), ("03/03/2026 09:00", DigitisedPart.Papers),
        })
        {
            dossier.Digitise(part, DossierStory.At(time), Somebody).Succeeded.ShouldBeTrue();
        }

        dossier.PapersDigitisedAt.ShouldBe(DossierStory.At("03/03/2026 08:00").Instant);
        dossier.ResultDigitisedAt.ShouldBeNull();
        dossier.MarkResultReady(Outcome.Granted, null, Clock, DossierStory.At("04/03/2026 08:00"), Somebody).Succeeded.ShouldBeTrue();
        dossier.Digitise(DigitisedPart.Result, DossierStory.At("04/03/2026 09:00"), Somebody).Succeeded.ShouldBeTrue();
        dossier.Digitise(DigitisedPart.Result, DossierStory.At("04/03/2026 10:00"), Somebody).Succeeded.ShouldBeTrue();
        dossier.ResultDigitisedAt.ShouldBe(DossierStory.At("04/03/2026 09:00").Instant);
    }

    [Fact]
    public void Payments_add_up_and_each_is_kept()
    {
        var dossier = AtWork.Paid("02/03/2026 10:00", 8_000, PaymentMethod.Cash).Paid("02/03/2026 11:00", 12_000, PaymentMethod.OnlineNational).Dossier;

        dossier.PaidDong.ShouldBe(20_000);
        dossier.Payments.Select(p => (p.Amount, p.Method)).ShouldBe([(8_000, PaymentMethod.Cash), (12_000, PaymentMethod.OnlineNational)]);
    }

    [Fact]
    public void An_act_that_names_a_step_moves_to_it_and_another_leaves_the_step_alone()
    {
        var dossier = Given.Dossier("10wd").Received("02/03/2026 08:00").Dossier;
        var officer = Somebody.Officer!.Value;

        dossier.Take(officer, DossierStory.At("02/03/2026 09:00"), Somebody, step: 2).Succeeded.ShouldBeTrue();
        dossier.Step.ShouldBe(2);
        dossier.SendForSignature(officer, DossierStory.At("02/03/2026 10:00"), Somebody).Succeeded.ShouldBeTrue();
        dossier.Step.ShouldBe(2);
        dossier.Sign(officer, DossierStory.At("02/03/2026 11:00"), Somebody, step: 4).Succeeded.ShouldBeTrue();
        dossier.Step.ShouldBe(4);
    }

    [Fact]
    public void Whoever_waits_for_another_place_waits_no_longer_when_the_applicant_withdraws()
    {
        var tax = Ids.New<AgencyId>();
        var story = AtWork.SentLeg("03/03/2026 08:00", tax);
        story.Dossier.OpenLegAgencies.ShouldBe([tax.Value]);

        story.Withdrawn("04/03/2026 08:00").Dossier.OpenLegAgencies.ShouldBeEmpty();
        story.Dossier.LegDueAt.ShouldBeNull();
    }

    [Fact]
    public void Two_acts_of_one_minute_leave_no_empty_stretch_of_life()
    {
        var dossier = Given.Dossier("10wd").Received("02/03/2026 08:00").AskedForSupplement("02/03/2026 08:00").Dossier;

        dossier.PastSpans.ShouldBeEmpty();
        dossier.StoppedAt.ShouldBe(DossierStory.At("02/03/2026 08:00").Instant);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("Sai ngày sinh", true)]
    public void Sending_back_and_asking_for_papers_and_ending_need_words(string words, bool goes)
    {
        AtWork.SentForSignature("03/03/2026 08:00").SentBack("03/03/2026 09:00", words).Answer.Succeeded.ShouldBe(goes);
        AtWork.AskedForSupplement("03/03/2026 08:00", words).Answer.Succeeded.ShouldBe(goes);
        AtWork.Dossier.Stop(words, Clock, DossierStory.At("03/03/2026 08:00"), Somebody).Succeeded.ShouldBe(goes);
        AtWork.Dossier.Withdraw(words, Clock, DossierStory.At("03/03/2026 08:00"), Somebody).Succeeded.ShouldBe(goes);
        if (!goes)
        {
            AtWork.AskedForSupplement("03/03/2026 08:00", words).Answer.Error!.Code.ShouldBe("dossier.reason-missing");
        }
    }

    [Fact]
    public void An_answer_from_another_place_leaves_a_dossier_that_waits_for_the_applicant_waiting()
    {
        var story = AtWork.SentLeg("03/03/2026 08:00", Ids.New<AgencyId>()).AskedForSupplement("04/03/2026 08:00").Answered("05/03/2026 08:00", 1);

        story.Answer.Succeeded.ShouldBeTrue();
        story.Dossier.Status.ShouldBe(DossierStatus.WaitingSupplement);
    }

    [Fact]
    public void An_answer_from_another_place_does_not_end_a_pause()
    {
        var story = AtWork.SentLeg("03/03/2026 08:00", Ids.New<AgencyId>()).Paused("04/03/2026 08:00", PauseReason.Verification).Answered("05/03/2026 08:00", 1);

        story.Answer.Succeeded.ShouldBeTrue();
        story.Dossier.Status.ShouldBe(DossierStatus.Verifying);
        story.Dossier.StoppedAt.ShouldNotBeNull();
    }
}

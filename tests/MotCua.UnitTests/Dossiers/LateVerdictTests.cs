using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

public class LateVerdictTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly Actor Clerk = Actor.Of(new OfficerId(Guid.Parse("00000000-0000-7000-8000-0000000000ab")));

    [Fact]
    public void An_act_that_was_keyed_when_it_happened_changed_nothing() =>
        Changed(Given.Dossier("3wd").Received("20/11/2026 09:42").Ready("30/11/2026 08:00").Dossier).ShouldBeFalse();

    [Theory]
    [InlineData("26/11/2026 16:00", "30/11/2026 08:00", true)]
    [InlineData("26/11/2026 16:00", "26/11/2026 17:30", false)]
    [InlineData("25/11/2026 16:00", "26/11/2026 08:00", true)]
    [InlineData("27/11/2026 08:00", "30/11/2026 08:00", false)]
    public void A_result_changed_the_verdict_when_its_keying_would_be_judged_otherwise(string happened, string keyed, bool changed)
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Dossier;

        dossier.MarkResultReady(Outcome.Granted, null, Clock, DossierStory.At(happened), Late(keyed)).Succeeded.ShouldBeTrue();

        Changed(dossier).ShouldBe(changed);
    }

    [Theory]
    [InlineData("26/11/2026 10:00", "30/11/2026 08:00", true)]
    [InlineData("23/11/2026 10:00", "26/11/2026 08:00", false)]
    public void A_request_for_papers_changed_it_when_the_clock_had_run_out_by_the_keying(string happened, string keyed, bool changed)
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Dossier;

        dossier.AskForSupplement("Thiếu bản án", DossierStory.At(happened), Late(keyed)).Succeeded.ShouldBeTrue();

        Changed(dossier).ShouldBe(changed);
    }

    [Theory]
    [InlineData("25/11/2026 08:00", "01/12/2026 08:00", true)]
    [InlineData("25/11/2026 08:00", "26/11/2026 08:00", false)]
    public void Papers_that_came_earlier_than_keyed_changed_it_when_the_earlier_date_has_passed(string happened, string keyed, bool changed)
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").AskedForSupplement("23/11/2026 10:00").Dossier;

        dossier.Supplement(Clock, DossierStory.At(happened), Late(keyed)).Succeeded.ShouldBeTrue();

        Changed(dossier).ShouldBe(changed);
    }

    [Fact]
    public void Steps_inside_the_office_change_no_verdict()
    {
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Dossier;

        dossier.Take(Clerk.Officer!.Value, DossierStory.At("20/11/2026 10:00"), Late("30/11/2026 08:00")).Succeeded.ShouldBeTrue();

        Changed(dossier).ShouldBeFalse();
    }

    [Theory]
    [InlineData("20/11/2026 10:00", "27/11/2026")]
    [InlineData("26/11/2026 16:30", "02/12/2026")]
    [InlineData("01/12/2026 08:00", "04/12/2026")]
    public void The_clock_proposes_a_new_date_after_the_old_one_that_the_open_steps_can_keep(string now, string day)
    {
        InternalStep[] steps = [new("Tiếp nhận", OfficeRole.Receptionist, 2), new("Thẩm định", OfficeRole.Specialist, 22.5m), new("Ký", OfficeRole.Signer, 3)];
        var dossier = Given.Dossier("3wd").Received("20/11/2026 09:42").Dossier;

        IssueApology.Suggest(dossier, steps, Clock, DossierStory.At(now)).ShouldBe(DateOnly.ParseExact(day, "dd/MM/yyyy"));
    }

    private static Actor Late(string keyed) => Clerk with { EnteredAt = DossierStory.At(keyed).Instant, LateReason = "Quên ghi" };

    private static bool Changed(Dossier dossier) => LateVerdict.Changed(dossier.Events, dossier.LastSeq, Clock);
}

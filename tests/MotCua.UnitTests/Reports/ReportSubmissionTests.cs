using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Submissions;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Reports;

/// <summary>The way of a report up: who may not do what, in which order, and that what was sent stays.</summary>
public sealed class ReportSubmissionTests
{
    private static readonly OfficerId Writer = Ids.New<OfficerId>(), Other = Ids.New<OfficerId>(), Above = Ids.New<OfficerId>();

    private static readonly Moment Now = Moment.Of(FakeClock.Instant("15/12/2026 09:00"));

    [Fact]
    public void The_writer_does_not_check_the_own_numbers()
    {
        Drafted().Check(null, Now, Writer).Error!.Code.ShouldBe("submission.own-work");
        Drafted().Check(null, Now, Other).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Who_counted_last_is_the_writer()
    {
        var report = Drafted();
        report.Recount(Content(), Now, Other).Succeeded.ShouldBeTrue();

        report.Check(null, Now, Other).Error!.Code.ShouldBe("submission.own-work");
        report.Check(null, Now, Writer).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Numbers_counted_before_the_period_ended_are_not_checked()
    {
        Drafted(Content(at: "10/12/2026 08:00")).Check(null, Now, Other).Error!.Code.ShouldBe("submission.not-over-yet");
    }

    [Fact]
    public void What_does_not_add_up_is_explained()
    {
        var report = Drafted(Content(fits: false));

        report.Check(" ", Now, Other).Error!.ShouldSatisfyAllConditions(e => e.Code.ShouldBe("submission.checks-fail"), e => e.Field.ShouldBe("Words"));
        report.Check("Một phiếu đánh giá nhập nhầm, đã báo", Now, Other).Succeeded.ShouldBeTrue();
        report.NewActs[^1].Words.ShouldBe("Một phiếu đánh giá nhập nhầm, đã báo");
    }

    [Fact]
    public void No_step_is_left_out_and_each_leaves_a_line()
    {
        var report = Drafted();
        report.Sign(Now, Other, "Lê Quang Vinh").Error!.Code.ShouldBe("submission.cannot-move");
        report.Submit(null, Now, Writer).Error!.Code.ShouldBe("submission.cannot-move");
        report.Accept(Now, Above).Error!.Code.ShouldBe("submission.cannot-move");
        report.Return("Sửa", Now, Above).Error!.Code.ShouldBe("submission.cannot-move");

        Must(report.Check(null, Now, Other));
        report.Submit(null, Now, Writer).Error!.Code.ShouldBe("submission.cannot-move");
        Must(report.Sign(Now, Other, "Lê Quang Vinh"));
        report.IsFrozen.ShouldBeFalse();
        Must(report.Submit(null, Now, Writer));
        report.IsFrozen.ShouldBeTrue();
        Must(report.Accept(Now, Above));

        report.NewActs.Select(a => a.Act).ShouldBe(["drafted", "checked", "signed", "submitted", "accepted"]);
        report.Revision.ShouldBe(5);
    }

    [Fact]
    public void Sent_back_inside_the_office_it_is_checked_and_signed_anew()
    {
        var report = Drafted();
        Must(report.Check(null, Now, Other));
        Must(report.Sign(Now, Other, "Lê Quang Vinh"));
        report.SendBack(null, Now, Other).Error!.Code.ShouldBe("submission.remarks-missing");
        Must(report.SendBack("Số trực tuyến chưa khớp sổ", Now, Other));

        (report.State, report.CheckerId, report.SignerId, report.Remarks).ShouldBe((SubmissionState.Draft, null, null, "Số trực tuyến chưa khớp sổ"));
    }

    [Fact]
    public void What_was_sent_is_neither_counted_again_nor_sent_back()
    {
        var report = Sent();

        report.Recount(Content(), Now, Writer).Error!.Code.ShouldBe("submission.cannot-move");
        report.SendBack("Sửa", Now, Other).Error!.Code.ShouldBe("submission.cannot-move");
    }

    [Fact]
    public void Returned_it_stays_as_it_was_sent_and_the_next_version_says_why()
    {
        var report = Sent();
        report.Return("", Now, Above).Error!.ShouldSatisfyAllConditions(e => e.Code.ShouldBe("submission.remarks-missing"), e => e.Field.ShouldBe("Remarks"));
        Must(report.Return("Thiếu hồ sơ tháng 11", Now, Above));
        report.IsFrozen.ShouldBeTrue();
        report.Accept(Now, Above).Error!.Code.ShouldBe("submission.cannot-move");

        report.Restate(" ", Content(), Now, Writer).Error!.Code.ShouldBe("submission.reason-missing");
        var next = report.Restate("Đã bổ sung hồ sơ tháng 11", Content(), Now, Writer).Value;

        (next.Version, next.PreviousId, next.State, next.Reason).ShouldBe((2, report.Id, SubmissionState.Draft, "Đã bổ sung hồ sơ tháng 11"));
        (report.State, report.Version).ShouldBe((SubmissionState.Returned, 1));
        next.NewActs.Single().Act.ShouldBe("restated");
    }

    [Fact]
    public void Only_what_was_sent_is_restated()
    {
        Drafted().Restate("Sai số", Content(), Now, Writer).Error!.Code.ShouldBe("submission.nothing-to-restate");
    }

    [Fact]
    public void Hidden_or_endless_words_are_refused()
    {
        Sent().Return("Sửa\u202e số", Now, Above).Error!.Code.ShouldBe("submission.words");
        Sent().Return(new string('a', 1001), Now, Above).Error!.Code.ShouldBe("submission.words");
    }

    private static ReportSubmission Sent()
    {
        var report = Drafted();
        Must(report.Check(null, Now, Other));
        Must(report.Sign(Now, Other, "Lê Quang Vinh"));
        Must(report.Submit(null, Now, Writer));
        return report;
    }

    private static ReportSubmission Drafted(FrozenReport? content = null) => ReportSubmission.Draft(
        new SubmissionSubject(Ids.New<AgencyId>(), Ids.New<AgencyId>(), "b1", PeriodKind.Quarter, new DateOnly(2026, 9, 15), new DateOnly(2026, 12, 14), Basis.Original),
        content ?? Content(), Now, Writer);

    private static FrozenReport Content(string at = "15/12/2026 00:00", bool fits = true) => new()
    {
        Form = "b1",
        AgencyCode = "H99.31",
        AgencyName = "UBND xã An Bình",
        From = new DateOnly(2026, 9, 15),
        To = new DateOnly(2026, 12, 14),
        At = FakeClock.Instant(at),
        Basis = Basis.Original,
        Grouping = Grouping.Agency,
        Rows = [],
        Totals = new ReportRow("", "Cộng", new Dictionary<string, ReportValue>()),
        Checks = [new ReportCheck("received = done + withdrawn + pending", fits)],
    };

    private static void Must(Result result) => result.Succeeded.ShouldBeTrue(result.Error?.ToString());
}

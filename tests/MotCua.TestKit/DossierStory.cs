using System.Globalization;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.TestKit;

/// <summary>Tells a dossier's life the way a clerk would: <c>Given.Dossier("3wd").Received("05/05/2026 08:10").Ready("08/05/2026 16:00")</c>.</summary>
public static class Given
{
    public static DossierStory Dossier(string limit = "3wd", SupplementPolicy onSupplement = SupplementPolicy.Restart) => new(limit, onSupplement);
}

/// <summary>One dossier and the acts upon it; the last answer is kept so that a test can ask why an act was refused.</summary>
public sealed class DossierStory(string limit, SupplementPolicy onSupplement)
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly Actor Somebody = Actor.Of(new OfficerId(Guid.Parse("00000000-0000-7000-8000-0000000000aa")));

    private Dossier? dossier;

    public Dossier Dossier => dossier ?? throw new InvalidOperationException("Not received yet.");

    /// <summary>What the last act was answered.</summary>
    public Result Answer { get; private set; } = Result.Ok();

    public AgencyId Agency { get; } = Ids.New<AgencyId>();

    public static Moment At(string time) =>
        Moment.Of(new DateTimeOffset(DateTime.ParseExact(time, "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture), Moment.VietnamOffset));

    public ReceivedFacts Facts(Moment at)
    {
        var due = Clock.Start(at.Instant, TimeLimit.Parse(limit));
        return new ReceivedFacts
        {
            Agency = Agency,
            Desk = Agency,
            Procedure = Ids.New<ProcedureId>(),
            Version = Ids.New<ProcedureVersionId>(),
            Channel = FilingChannel.Direct,
            Applicant = new Person("Bùi Đăng Hưng") { IdNumber = "051098001234" },
            Limit = limit,
            OnSupplement = onSupplement,
            Slip = true,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
        };
    }

    public DossierStory Received(string time)
    {
        var at = At(time);
        dossier = Dossiers.Dossier.Receive("H99.31-260505-0001", "Hộ tịch", Facts(at), at, Somebody);
        return this;
    }

    public DossierStory Refused(string time)
    {
        var at = At(time);
        dossier = Dossiers.Dossier.RefuseAtDoor("H99.31-260505-0001", "Hộ tịch", Facts(at) with { DueDay = null, DueAt = null }, at, Somebody);
        return this;
    }

    public DossierStory Taken(string time) => Do(d => d.Take(Somebody.Officer!.Value, At(time), Somebody));

    public DossierStory SentForSignature(string time) => Do(d => d.SendForSignature(Somebody.Officer!.Value, At(time), Somebody));

    public DossierStory Signed(string time) => Do(d => d.Sign(null, At(time), Somebody));

    public DossierStory SentBack(string time, string remark = "Sửa ngày sinh") => Do(d => d.SendBack(Somebody.Officer, remark, At(time), Somebody));

    public DossierStory AskedForSupplement(string time, string what = "Thiếu bản án ly hôn") => Do(d => d.AskForSupplement(what, At(time), Somebody));

    public DossierStory Supplemented(string time) => Do(d => d.Supplement(Clock, At(time), Somebody));

    public DossierStory Paused(string time, PauseReason reason = PauseReason.Verification) => Do(d => d.Pause(reason, null, At(time), Somebody));

    public DossierStory Resumed(string time) => Do(d => d.Resume(Clock, At(time), Somebody));

    public DossierStory Apologised(string time, DateOnly newDue) =>
        Do(d => d.Apologise(new ApologyFacts("27/XL-UBND", newDue, "Thiếu nhân lực", "Lê Quang Vinh"), At(time), Somebody));

    public DossierStory Ready(string time, Outcome outcome = Outcome.Granted) => Do(d => d.MarkResultReady(outcome, null, Clock, At(time), Somebody));

    public DossierStory Stopped(string time) => Do(d => d.Stop("Không bổ sung đúng hạn", Clock, At(time), Somebody));

    public DossierStory Withdrawn(string time) => Do(d => d.Withdraw("Người nộp xin rút", Clock, At(time), Somebody));

    public DossierStory Returned(string time) => Do(d => d.Return(FilingChannel.Direct, null, At(time), Somebody));

    public DossierStory SentLeg(string time, AgencyId to, string? limit = "3wd", int? after = null) => Do(d => d.SendLeg(
        new LegOrder(d.NextLeg, "Xác nhận nghĩa vụ tài chính", to, null, limit, after is null ? DossierLeg.DueOf(Clock, limit, At(time).Instant) : null, after), At(time), Somebody));

    public DossierStory AskedOpinion(string time, string where = "Phòng Tư pháp", string? limit = "2wd") => Do(d => d.AskOpinion(
        new LegOrder(d.NextLeg, "Cho ý kiến", null, where, limit, DossierLeg.DueOf(Clock, limit, At(time).Instant)), At(time), Somebody));

    /// <summary>A verification under the extended limit, answered by <see cref="Answered"/>.</summary>
    public DossierStory Verifying(string time, string extended, string where = "UBND xã Bình Trị") => Do(d => d.OpenVerification(
        new LegOrder(d.NextLeg, "Tình trạng hôn nhân từ 2019", null, where, "3wd", DossierLeg.DueOf(Clock, "3wd", At(time).Instant)),
        TimeLimit.Parse(extended),
        Clock.Run(DossierLedger.CaseOf(d.Events, At(time).Instant)! with { Limit = TimeLimit.Parse(extended) }),
        "12/UBND-TP",
        At(time),
        Somebody));

    public DossierStory Answered(string time, int leg, string answer = "Chưa đăng ký kết hôn với ai", bool recalled = false) =>
        Do(d => d.AnswerLeg(leg, answer, recalled, Clock, At(time), Somebody));

    public DossierStory HandedOver(string time, AgencyId to) => Do(d => d.HandOver(to, At(time), Somebody));

    public DossierStory Paid(string time, long amount, PaymentMethod method) => Do(d => d.Pay(new PaymentFacts(amount, method, "BL1"), At(time), Somebody));

    public DossierStory Rated(string time, int rating) => Do(d => d.Rate(new RatingFacts(rating, RatingVia.Paper), At(time), Somebody));

    private DossierStory Do(Func<Dossier, Result> act)
    {
        Answer = act(Dossier);
        return this;
    }
}

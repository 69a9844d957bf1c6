using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>How far a report is on its way up.</summary>
public enum SubmissionState
{
    Draft,
    Checked,
    Signed,

    /// <summary>Sent up; frozen from here on.</summary>
    Submitted,

    /// <summary>The agency above wants it done again.</summary>
    Returned,

    /// <summary>The agency above has taken it.</summary>
    Accepted,
}

public static class SubmissionStates
{
    private static readonly Dictionary<SubmissionState, string> Labels = new()
    {
        [SubmissionState.Draft] = "Đang lập",
        [SubmissionState.Checked] = "Đã kiểm tra",
        [SubmissionState.Signed] = "Đã ký, chờ gửi",
        [SubmissionState.Submitted] = "Đã gửi",
        [SubmissionState.Returned] = "Bị trả lại",
        [SubmissionState.Accepted] = "Cấp trên đã nhận",
    };

    public static string Label(this SubmissionState state) => Labels[state];
}

/// <summary>Of whom, about which days, for whom.</summary>
public sealed record SubmissionSubject(AgencyId Agency, AgencyId? Recipient, string Form, PeriodKind Period, DateOnly From, DateOnly To, Basis Basis)
{
    /// <summary>The report in words that is sent; null for a form of numbers.</summary>
    public Guid? Narrative { get; init; }
}

/// <summary>
/// One version of a report on its way to the agency above ("báo cáo gửi cấp trên"). From submission on its numbers and the lists behind
/// them are frozen; what changes afterwards makes the next version, which says why.
/// </summary>
public sealed class ReportSubmission
{
    public const int LongestWords = 1000;

    /// <summary>A form of numbers; other kinds keep other content.</summary>
    public const string FormKind = "form";

    /// <summary>A report in words ("báo cáo thuyết minh") with its figures.</summary>
    public const string NarrativeKind = "narrative";

    private readonly List<SubmissionAct> acts = [];

    private ReportSubmission()
    {
    }

    public Guid Id { get; private init; }

    public AgencyId AgencyId { get; private init; }

    /// <summary>The agency above on the period's last day; null at the top, whose reports leave the system.</summary>
    public AgencyId? RecipientId { get; private init; }

    /// <summary>What the content is.</summary>
    public string Kind { get; private init; } = FormKind;

    /// <summary>A name of <see cref="SubmittedForm"/>.</summary>
    public string Form { get; private init; } = "";

    /// <summary>The narrative report that was composed.</summary>
    public Guid? NarrativeId { get; private init; }

    public PeriodKind Period { get; private init; }

    public DateOnly PeriodFrom { get; private init; }

    public DateOnly PeriodTo { get; private init; }

    public Basis Basis { get; private init; }

    /// <summary>From 1; each time the report is done again after it was sent, one more.</summary>
    public int Version { get; private init; }

    public Guid? PreviousId { get; private init; }

    /// <summary>Why it was done again after it had been sent.</summary>
    public string? Reason { get; private init; }

    public SubmissionState State { get; private set; }

    public FrozenReport Content { get; private set; } = null!;

    /// <summary>When the numbers were counted.</summary>
    public DateTimeOffset CountedAt { get; private set; }

    /// <summary>Who counted last; never the one who checks.</summary>
    public OfficerId WriterId { get; private set; }

    public OfficerId? CheckerId { get; private set; }

    public OfficerId? SignerId { get; private set; }

    /// <summary>Frozen since.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>What the agency above, or who sent it back inside the office, wants mended.</summary>
    public string? Remarks { get; private set; }

    public int Revision { get; private set; }

    /// <summary>What happened since it was made or loaded.</summary>
    public IReadOnlyList<SubmissionAct> NewActs => acts;

    public bool IsFrozen => SubmittedAt is not null;

    /// <summary>It has just been counted again after somebody had looked at it, who must do so again.</summary>
    internal bool IsCheckedAgain { get; private set; }

    public static ReportSubmission Draft(SubmissionSubject subject, FrozenReport content, Moment at, OfficerId by) => Make(subject, content, 1, null, null, at, by);

    /// <summary>The next version of one that was sent: returned, corrected since, or wrong.</summary>
    public Result<ReportSubmission> Restate(string? reason, FrozenReport content, Moment at, OfficerId by)
    {
        if (!IsFrozen)
        {
            return SubmissionErrors.NothingToRestate();
        }

        var words = SubmissionText.Check(reason, "Reason", LongestWords, SubmissionErrors.ReasonMissing);
        return words.Succeeded
            ? Make(new SubmissionSubject(AgencyId, RecipientId, Form, Period, PeriodFrom, PeriodTo, Basis) { Narrative = NarrativeId }, content, Version + 1, Id, words.Value, at, by)
            : words.Error!;
    }

    /// <summary>Counted again; who checked or signed must do so again.</summary>
    public Result Recount(FrozenReport content, Moment at, OfficerId by)
    {
        if (IsFrozen)
        {
            return SubmissionErrors.CannotMove(State.Label());
        }

        IsCheckedAgain = State is not SubmissionState.Draft || Remarks is not null;
        (Content, CountedAt, WriterId, CheckerId, SignerId) = (content, at.Instant, by, null, null);
        Move(SubmissionState.Draft, "counted", at, by, null);
        return Result.Ok();
    }

    /// <summary>Somebody else than the writer has looked at the numbers.</summary>
    public Result Check(string? words, Moment at, OfficerId by)
    {
        if (State is not SubmissionState.Draft)
        {
            return SubmissionErrors.CannotMove(State.Label());
        }

        if (by == WriterId)
        {
            return SubmissionErrors.OwnWork();
        }

        if (!Content.IsWhole)
        {
            return SubmissionErrors.NotOverYet(PeriodTo);
        }

        var explained = SubmissionText.Check(words, "Words", LongestWords, SubmissionErrors.ChecksFail);
        if (!explained.Succeeded && (Content.Checks.Any(c => !c.Ok) || !string.IsNullOrWhiteSpace(words)))
        {
            return explained;
        }

        (CheckerId, Remarks) = (by, null);
        Move(SubmissionState.Checked, "checked", at, by, explained.Succeeded ? explained.Value : null);
        return Result.Ok();
    }

    /// <param name="at">When.</param>
    /// <param name="by">Who.</param>
    /// <param name="name">As it stands under a report in words.</param>
    public Result Sign(Moment at, OfficerId by, string name)
    {
        if (State is not SubmissionState.Checked)
        {
            return SubmissionErrors.CannotMove(State.Label());
        }

        SignerId = by;
        SignedBy(name);
        Move(SubmissionState.Signed, "signed", at, by, null);
        return Result.Ok();
    }

    /// <summary>Inside the office: whoever checks or signs wants something mended first.</summary>
    public Result SendBack(string? words, Moment at, OfficerId by)
    {
        var remarks = SubmissionText.Check(words, "Remarks", LongestWords, SubmissionErrors.RemarksMissing);
        if (IsFrozen || !remarks.Succeeded)
        {
            return IsFrozen ? SubmissionErrors.CannotMove(State.Label()) : remarks;
        }

        (CheckerId, SignerId, Remarks) = (null, null, remarks.Value);
        SignedBy(null);
        Move(SubmissionState.Draft, "sent_back", at, by, Remarks);
        return Result.Ok();
    }

    /// <summary>It goes up, and stays as it is; a report in words gets its number and day now (NĐ 30/2020 Điều 15: after signing).</summary>
    public Result Submit(PaperNumber? number, Moment at, OfficerId by)
    {
        if (State is not SubmissionState.Signed)
        {
            return SubmissionErrors.CannotMove(State.Label());
        }

        if (Content.Narrative is { } text)
        {
            var given = SubmissionText.Check(NarrativeReport.NumberOf(number?.Number, text.Symbol), "Number", 20, SubmissionErrors.NumberMissing);
            if (given.Succeeded && given.Value.Contains('/', StringComparison.Ordinal))
            {
                return NarrativeErrors.NumberAlone(text.Symbol);
            }

            if (!given.Succeeded || number?.SignedOn is not { } day || day > at.Day || day < Moment.Of(CountedAt).Day)
            {
                return given.Succeeded ? SubmissionErrors.SignedOnWrong() : given;
            }

            Content = Content with { Narrative = text with { Number = given.Value, SignedOn = day } };
        }

        SubmittedAt = at.Instant;
        Move(SubmissionState.Submitted, "submitted", at, by, null);
        return Result.Ok();
    }

    /// <summary>The agency above wants it done again; this version stays as it was sent.</summary>
    public Result Return(string? words, Moment at, OfficerId by)
    {
        var remarks = SubmissionText.Check(words, "Remarks", LongestWords, SubmissionErrors.RemarksMissing);
        if (State is not SubmissionState.Submitted || !remarks.Succeeded)
        {
            return State is not SubmissionState.Submitted ? SubmissionErrors.CannotMove(State.Label()) : remarks;
        }

        Remarks = remarks.Value;
        Move(SubmissionState.Returned, "returned", at, by, Remarks);
        return Result.Ok();
    }

    public Result Accept(Moment at, OfficerId by)
    {
        if (State is not SubmissionState.Submitted)
        {
            return SubmissionErrors.CannotMove(State.Label());
        }

        Move(SubmissionState.Accepted, "accepted", at, by, null);
        return Result.Ok();
    }

    /// <summary>What is counted when it is counted again.</summary>
    internal CountSubmission.Input Asked(Moment at) =>
        new(SubmittedForm.Find(Form)!, Content.AgencyCode, PeriodFrom, PeriodTo, Basis, at.Instant) { Narrative = NarrativeId };

    private static ReportSubmission Make(SubmissionSubject subject, FrozenReport content, int version, Guid? previous, string? reason, Moment at, OfficerId by)
    {
        var submission = new ReportSubmission
        {
            Id = Ids.New(),
            AgencyId = subject.Agency,
            RecipientId = subject.Recipient,
            Kind = subject.Narrative is null ? FormKind : NarrativeKind,
            NarrativeId = subject.Narrative,
            Form = subject.Form,
            Period = subject.Period,
            PeriodFrom = subject.From,
            PeriodTo = subject.To,
            Basis = subject.Basis,
            Version = version,
            PreviousId = previous,
            Reason = reason,
            Content = content,
            CountedAt = at.Instant,
            WriterId = by,
        };
        submission.Move(SubmissionState.Draft, version == 1 ? "drafted" : "restated", at, by, reason);
        return submission;
    }

    private void SignedBy(string? name) => Content = Content with { Narrative = Content.Narrative is { } text ? text with { Signer = name } : null };

    // Every step passes here, so that no report moves without a line in its history.
    private void Move(SubmissionState next, string act, Moment at, OfficerId by, string? words)
    {
        State = next;
        Revision++;
        acts.Add(SubmissionAct.Of(Id, act, at, by, words));
    }
}

/// <summary>One line in the history of a report: who did what when.</summary>
public sealed class SubmissionAct
{
    private SubmissionAct()
    {
    }

    public Guid Id { get; private init; }

    public Guid SubmissionId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public OfficerId OfficerId { get; private init; }

    /// <summary>drafted, restated, counted, checked, sent_back, signed, submitted, returned, accepted.</summary>
    public string Act { get; private init; } = "";

    public string? Words { get; private init; }

    internal static SubmissionAct Of(Guid submission, string act, Moment at, OfficerId by, string? words) =>
        new() { Id = Ids.New(), SubmissionId = submission, At = at.Instant, OfficerId = by, Act = act, Words = words };
}

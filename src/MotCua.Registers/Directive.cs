using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>What is known of a directive; also the line that imports it. Days that are null have not come.</summary>
public sealed record DirectiveFacts
{
    /// <summary>The number under which the assigning agency knows it.</summary>
    public required string Number { get; init; }

    /// <summary>Who assigned it.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>Number and symbol of the document that assigns it.</summary>
    public string Document { get; init; } = "";

    public required string Content { get; init; }

    public required DateOnly AssignedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    public DateOnly? ConfirmedOn { get; init; }
}

/// <summary>
/// A task assigned from above ("ý kiến chỉ đạo, nhiệm vụ được giao"; table B.4): it is started, its result is submitted, and
/// who assigned it confirms. It is overdue by the date on which the result was submitted.
/// </summary>
public sealed class Directive : RegisterRecord
{
    public const int LongestName = 300, LongestContent = 2000;

    private Directive()
    {
    }

    public string Number { get; private set; } = "";

    public string IssuedBy { get; private set; } = "";

    public string Document { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>Content, document and issuer without marks, for search.</summary>
    public string SearchKey { get; private set; } = "";

    public DateOnly AssignedOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    /// <summary>Who does it; null when nobody was named.</summary>
    public OfficerId? HolderId { get; private set; }

    /// <summary>What shows that it is done: a document, a link, a sentence.</summary>
    public string? Evidence { get; private set; }

    public DirectiveState State =>
        ConfirmedOn is not null ? DirectiveState.Completed
        : SubmittedOn is not null ? DirectiveState.WaitingConfirmation
        : StartedOn is not null ? DirectiveState.InProgress
        : DirectiveState.NotStarted;

    public DirectiveFacts Facts => new()
    {
        Number = Number,
        IssuedBy = IssuedBy,
        Document = Document,
        Content = Content,
        AssignedOn = AssignedOn,
        DueOn = DueOn,
        StartedOn = StartedOn,
        SubmittedOn = SubmittedOn,
        ConfirmedOn = ConfirmedOn,
    };

    /// <summary>A task comes down and is entered in the register.</summary>
    public static Result<Directive> Record(AgencyId agency, DirectiveFacts facts, Moment at, OfficerId? by)
    {
        var directive = new Directive();
        directive.BelongTo(agency);
        var written = directive.Write(facts);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        directive.Note("recorded", at, by);
        return directive;
    }

    /// <summary>Who assigned it says something else now, or a typing error is mended. Nothing is noted when nothing differs.</summary>
    /// <returns>Whether something changed.</returns>
    public Result<bool> Correct(AgencyId agency, DirectiveFacts facts, Moment at, OfficerId? by)
    {
        var before = (AgencyId, Facts);
        var written = Write(facts);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        BelongTo(agency);
        if (before == (AgencyId, Facts))
        {
            return false;
        }

        Note("corrected", at, by, Differences(before.Facts, Facts));
        return true;
    }

    /// <summary>A leader says who does it.</summary>
    public Result GiveTo(OfficerId holder, string name, Moment at, OfficerId by)
    {
        HolderId = holder;
        Note("given", at, by, name);
        return Result.Ok();
    }

    public Result Start(DateOnly day, Moment at, OfficerId by)
    {
        if (State is not DirectiveState.NotStarted)
        {
            return RegisterErrors.CannotMove(State.Label());
        }

        var dated = CheckDay(day, AssignedOn, at, "Day");
        if (dated.Succeeded)
        {
            StartedOn = day;
            Note("started", at, by, Vietnamese.Date(day));
        }

        return dated;
    }

    /// <summary>The result is sent up and waits for its confirmation.</summary>
    public Result Submit(DateOnly day, string? evidence, Moment at, OfficerId by)
    {
        if (State is not (DirectiveState.NotStarted or DirectiveState.InProgress))
        {
            return RegisterErrors.CannotMove(State.Label());
        }

        var words = RegisterText.Check(evidence, "Evidence", "minh chứng đã hoàn thành: số văn bản, đường dẫn hoặc một câu", LongestContent);
        var dated = CheckDay(day, StartedOn ?? AssignedOn, at, "Day");
        if (!words.Succeeded || !dated.Succeeded)
        {
            return words.Succeeded ? dated : words;
        }

        (StartedOn, SubmittedOn, Evidence) = (StartedOn ?? day, day, words.Value);
        Note("submitted", at, by, $"{Vietnamese.Date(day)}: {Evidence}");
        return Result.Ok();
    }

    /// <summary>Who assigned the task says that it is done.</summary>
    public Result Confirm(DateOnly day, Moment at, OfficerId by)
    {
        if (State is not DirectiveState.WaitingConfirmation)
        {
            return RegisterErrors.CannotMove(State.Label());
        }

        var dated = CheckDay(day, SubmittedOn!.Value, at, "Day");
        if (dated.Succeeded)
        {
            ConfirmedOn = day;
            Note("confirmed", at, by, Vietnamese.Date(day));
        }

        return dated;
    }

    private static Result CheckDay(DateOnly day, DateOnly earliest, Moment at, string field) =>
        day > at.Day ? RegisterErrors.InFuture(field) : day < earliest ? RegisterErrors.TooEarly(field, earliest) : Result.Ok();

    private Result Write(DirectiveFacts facts)
    {
        var number = RegisterText.Check(facts.Number, "Number", "mã nhiệm vụ", 100);
        var issuer = RegisterText.Check(facts.IssuedBy, "IssuedBy", "cơ quan giao", LongestName);
        var document = RegisterText.Check(facts.Document, "Document", null, LongestName);
        var content = RegisterText.Check(facts.Content, "Content", "nội dung nhiệm vụ", LongestContent);
        if (new[] { number, issuer, document, content }.FirstOrDefault(c => !c.Succeeded) is { } wrong)
        {
            return wrong.Error!;
        }

        (Number, IssuedBy, Document, Content) = (number.Value, issuer.Value, document.Value, content.Value);
        (AssignedOn, DueOn) = (facts.AssignedOn, facts.DueOn);
        (StartedOn, SubmittedOn, ConfirmedOn) = (facts.StartedOn, facts.SubmittedOn, facts.ConfirmedOn);
        SearchKey = Vietnamese.SearchKey($"{Number} {Content} {Document} {IssuedBy}");
        return Result.Ok();
    }

    private static string? Differences(DirectiveFacts a, DirectiveFacts b)
    {
        var words = typeof(DirectiveFacts).GetProperties()
            .Select(p => (p.Name, From: p.GetValue(a), To: p.GetValue(b)))
            .Where(d => !Equals(d.From, d.To))
            .Select(d => $"{d.Name}: {d.From ?? "–"} → {d.To ?? "–"}");
        return string.Join("; ", words) is { Length: > 0 } told ? told : null;
    }
}

/// <summary>How far a directive is.</summary>
public enum DirectiveState
{
    NotStarted,
    InProgress,
    WaitingConfirmation,
    Completed,
}

public static class DirectiveStates
{
    private static readonly Dictionary<DirectiveState, string> Labels = new()
    {
        [DirectiveState.NotStarted] = "Chưa thực hiện",
        [DirectiveState.InProgress] = "Đang thực hiện",
        [DirectiveState.WaitingConfirmation] = "Chờ xác nhận",
        [DirectiveState.Completed] = "Đã hoàn thành",
    };

    public static string Label(this DirectiveState state) => Labels[state];
}

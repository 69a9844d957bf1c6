using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

public enum VersionStatus
{
    Draft,
    Published,
}

/// <summary>Who wrote a version: a file, an administrator, or the demo's curated limits.</summary>
public enum VersionOrigin
{
    Import,
    Office,
    Curated,
}

/// <summary>What an administrator or an import may write into a version.</summary>
public sealed record VersionText
{
    public required string Name { get; init; }

    public required string Field { get; init; }

    /// <summary>The levels that the portal names, for example "Cấp tỉnh, Cấp xã"; empty when the source does not say.</summary>
    public string Level { get; init; } = "";

    /// <summary>Null: the source does not say, and nobody may guess.</summary>
    public TimeLimit? Limit { get; init; }

    public SupplementPolicy OnSupplement { get; init; } = SupplementPolicy.Restart;

    public bool DigitisationRequired { get; init; } = true;

    public ProcedureContent Content { get; init; } = new();
}

/// <summary>
/// The rules of a procedure while they are in force ("bản"). A dossier keeps the version that it was received under,
/// so a published version changes no more; only its last day is set when the next one begins.
/// </summary>
public sealed class ProcedureVersion
{
    /// <summary>The first day of a version of which the source does not say since when it holds.</summary>
    public static readonly DateOnly SinceEver = new(1900, 1, 1);

    private ProcedureVersion()
    {
    }

    public ProcedureVersionId Id { get; private set; }

    public ProcedureId ProcedureId { get; private set; }

    public int Number { get; private set; }

    public VersionStatus Status { get; private set; }

    public VersionOrigin Origin { get; private set; }

    /// <summary>Null while a draft.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day in force, inclusive; null is open.</summary>
    public DateOnly? ValidTo { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name without marks, for search.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>First letters of the name: "Xác nhận tình trạng hôn nhân" → "xntthn".</summary>
    public string Initials { get; private set; } = "";

    /// <summary>Lĩnh vực.</summary>
    public string Field { get; private set; } = "";

    public string Level { get; private set; } = "";

    public TimeLimit? Limit { get; private set; }

    public SupplementPolicy OnSupplement { get; private set; }

    public bool DigitisationRequired { get; private set; } = true;

    /// <summary>The decision that published it ("quyết định công bố").</summary>
    public string? DecisionNo { get; private set; }

    public ProcedureContent Content { get; private set; } = new();

    /// <summary>As in the content, beside it for lists and search.</summary>
    public bool Immediate { get; private set; }

    /// <summary>What the usual case costs at the counter in đồng; null: the source gives no amount.</summary>
    public long? CounterFee { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public bool IsDraft => Status == VersionStatus.Draft;

    public VersionText Text => new()
    {
        Name = Name,
        Field = Field,
        Level = Level,
        Limit = Limit,
        OnSupplement = OnSupplement,
        DigitisationRequired = DigitisationRequired,
        Content = Content,
    };

    public bool IsInForce(DateOnly day) => Status == VersionStatus.Published && ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>The limit of a way of filing; null when the source does not say and the desk must ask.</summary>
    public TimeLimit? LimitFor(FilingChannel channel, string? @case = null)
    {
        var terms = Content.Channels.FirstOrDefault(c => c.Channel == channel && c.Case == @case)
            ?? Content.Channels.FirstOrDefault(c => c.Channel == channel && c.Case is null);
        return terms?.Limit ?? Limit;
    }

    internal static ProcedureVersion Draft(ProcedureId procedure, int number, VersionOrigin origin, VersionText text, Moment now)
    {
        var version = new ProcedureVersion
        {
            Id = Ids.New<ProcedureVersionId>(),
            ProcedureId = procedure,
            Number = number,
            Status = VersionStatus.Draft,
            Origin = origin,
        };
        version.Write(text, now);
        return version;
    }

    internal void Write(VersionText text, Moment now)
    {
        (Name, Field, Level) = (Vietnamese.Tidy(text.Name), Vietnamese.Tidy(text.Field), Vietnamese.Tidy(text.Level));
        (NameKey, Initials) = (Vietnamese.SearchKey(Name), SearchText.Initials(Name));
        (Limit, OnSupplement, DigitisationRequired) = (text.Limit, text.OnSupplement, text.DigitisationRequired);
        Content = text.Content;
        (Immediate, CounterFee) = (Content.Immediate, Content.FeeFor(FilingChannel.Direct)?.Dong);
        ChangedAt = now.Instant;
    }

    internal void Publish(DateOnly from, DateOnly? to, string? decisionNo, Moment now)
    {
        Status = VersionStatus.Published;
        (ValidFrom, ValidTo, DecisionNo) = (from, to, decisionNo);
        (ChangedAt, PublishedAt) = (now.Instant, now.Instant);
    }

    internal void EndOn(DateOnly lastDay) => ValidTo = lastDay;

    internal void SetDecision(string? decisionNo) => DecisionNo = decisionNo;
}

using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>A dossier as anybody may see it who knows its code. Nothing here names, numbers or places a person.</summary>
public sealed record TrackView
{
    public required string Code { get; init; }

    public required string ProcedureName { get; init; }

    /// <summary>"Đ. H. N. T. My".</summary>
    public required string Applicant { get; init; }

    public required DossierStatus Status { get; init; }

    /// <summary>The agency that has it, when that is another.</summary>
    public string? Where { get; init; }

    public required PublicFrame.Shown Frame { get; init; }

    public required TrackAnswer Answer { get; init; }

    public RulerView? Ruler { get; init; }

    public IReadOnlyList<ExplainedDay> Days { get; init; } = [];

    /// <summary>The calendar changed after the promise: the promise stands and the days do not lead to it.</summary>
    public DateTimeOffset? StandingPromise { get; init; }

    public bool HasNoLimit { get; init; }

    public required IReadOnlyList<TrackStep> Steps { get; init; }

    /// <summary>Only for who gave a second fact.</summary>
    public TrackDetails? Details { get; init; }
}

/// <summary>The answer first: what waits for whom, until when, and what to do.</summary>
/// <param name="Look">Of the note: empty, soon (the citizen acts), late or ok.</param>
/// <param name="Headline">The biggest words of the page: the promised date, or what to do.</param>
/// <param name="Sentences">What it means and what comes next.</param>
/// <param name="AsksDetails">The next act needs what only the details say.</param>
public sealed record TrackAnswer(string Look, string Headline, IReadOnlyList<string> Sentences, bool AsksDetails = false);

/// <param name="When">"14:20, thứ Ba 10/11"; null for a step to come.</param>
/// <param name="Where">Under the words; at which place or by whom.</param>
public sealed record TrackStep(string Icon, string Words, string? When, string? Where, TrackPlace Place);

public enum TrackPlace
{
    Done,
    Now,
    ToCome,
}

/// <summary>What a person may read who gave a second fact.</summary>
public sealed record TrackDetails
{
    /// <summary>Papers that are missing or wrong, with what to do.</summary>
    public required IReadOnlyList<(string Name, string? Reason)> Papers { get; init; }

    /// <summary>What the officer wrote: why it waits, was stopped, refused or withdrawn.</summary>
    public string? Reason { get; init; }

    public long FeeDong { get; init; }

    /// <summary>A tax or other duty that must be paid before the work goes on.</summary>
    public long? ObligationDong { get; init; }

    public long PaidDong { get; init; }

    /// <summary>"Trực tiếp tại quầy", "Qua bưu chính"…</summary>
    public required string ReturnHow { get; init; }

    /// <summary>Finished and not rated yet.</summary>
    public bool MayRate { get; init; }

    /// <summary>1 to 5, as it was given; null before.</summary>
    public int? Rating { get; init; }
}

/// <summary>What each number of a rating says.</summary>
public static class RatingWords
{
    public static readonly IReadOnlyDictionary<int, string> All = new Dictionary<int, string>
    {
        [5] = Text.Key("Rất hài lòng"),
        [4] = Text.Key("Hài lòng"),
        [3] = Text.Key("Bình thường"),
        [2] = Text.Key("Không hài lòng"),
        [1] = Text.Key("Rất không hài lòng"),
    };
}

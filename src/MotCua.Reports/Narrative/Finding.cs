namespace MotCua.Reports.Narrative;

/// <summary>The rules that hand-written passages are checked by (R1 to R10 of the requirements).</summary>
public enum PassageRule
{
    /// <summary>A percentage is what its two numbers give, rounded half up.</summary>
    Rate,

    /// <summary>A part is not larger than its whole.</summary>
    PartOfWhole,

    /// <summary>Parts add up to the whole.</summary>
    Sum,

    /// <summary>A number in the text is the figure of the same name.</summary>
    Figure,

    /// <summary>Documents: real dates, not after the report, year and type as in the symbol, one date a number.</summary>
    Document,

    /// <summary>One period a report.</summary>
    Period,

    /// <summary>Words that deny what the figures say.</summary>
    Words,

    /// <summary>A limitation names a figure; a claim names its number.</summary>
    Evidence,

    /// <summary>Numbers as they are written here; no leftovers of a word processor; nothing twice.</summary>
    Form,
}

/// <summary>Something in a hand-written passage that does not agree.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Quote">The words in the passage.</param>
/// <param name="Message">What does not agree, in a sentence.</param>
/// <param name="Contradiction">Must be mended or explained; else it is advice.</param>
public sealed record Finding(PassageRule Rule, string Quote, string Message, bool Contradiction = true)
{
    /// <summary>The figure it contradicts, with its value and where its records are.</summary>
    public string? FigureLabel { get; init; }

    public string? FigureValue { get; init; }

    public string? Link { get; init; }
}

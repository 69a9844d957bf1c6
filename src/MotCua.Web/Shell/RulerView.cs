namespace MotCua.Web.Shell;

/// <summary>The deadline ruler, ready to draw: a day a cell; above thirty a week, a month or a year a cell.</summary>
/// <param name="Name">What the whole list is, for a screen reader.</param>
/// <param name="PhoneLine">The labels told in words, shown where there is no room for them.</param>
/// <param name="Line">The limit, and why the deadline moved.</param>
public sealed record RulerView(string Name, IReadOnlyList<RulerCell> Cells, string PhoneLine, string Line)
{
    /// <summary>The labels that found no room above or below the cells, told in words; empty when all did.</summary>
    public string Rest { get; init; } = "";

    public RulerRoom Room { get; init; }

    /// <summary>A label in the last third grows to the left, so that it stays inside the card.</summary>
    public static bool OpensLeft(int index, int count) => index * 3 >= count * 2;
}

/// <summary>How much of the cells' numbers can be read.</summary>
public enum RulerRoom
{
    All,

    /// <summary>Rest days are too narrow for theirs; on a phone only today and the due day keep theirs.</summary>
    Tight,

    /// <summary>None: labels and lines say the days.</summary>
    None,
}

/// <param name="Text">The day (20), the week's Monday (16/11), the month (11/2026) or the year.</param>
/// <param name="Look">past, now, due, over, pa, off or nothing for a working day to come.</param>
/// <param name="Word">What the look means, hidden on screen.</param>
/// <param name="Above">A fact; at most three a ruler.</param>
/// <param name="Below">An explanation; at most two a ruler.</param>
public sealed record RulerCell(string Text, string Look, string Word, string? Above = null, string? Below = null)
{
    /// <summary>Its width against a working day's; as dossier.css draws it.</summary>
    internal double Weight => Look == "off" ? 0.55 : 1;
}

/// <summary>For whom a ruler is drawn, and what the clock's own case does not know.</summary>
public sealed record RulerStyle
{
    public static readonly RulerStyle Officers = new();

    /// <summary>Citizens' words, larger letters, a narrower page.</summary>
    public bool ForCitizens { get; init; }

    /// <summary>The new date of an apology.</summary>
    public DateOnly? ExtendedDue { get; init; }

    /// <summary>The stops that wait for the applicant's papers, by their begin.</summary>
    public IReadOnlyCollection<DateTimeOffset> Supplements { get; init; } = [];

    /// <summary>The narrowest ruler that still has labels, in px: below 992 px of window they are words.</summary>
    internal double Width => ForCitizens ? 640 : 690;

    internal double LetterWidth => (ForCitizens ? 7.5 : 6.6) / Width;
}

namespace MotCua.Web.Shell;

/// <summary>A page of a long list. Numbers count from 1; <see cref="Total"/> is the whole list.</summary>
public sealed record Paging(int Page, int Size, int Total, string What)
{
    public int First => Total == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int Last => Math.Min(Page * Size, Total);

    public bool HasPrevious => Page > 1;

    public bool HasNext => Last < Total;
}

/// <summary>A list without a row: what it would hold and what to do next.</summary>
public sealed record EmptyState(string Title, string Text, string? LinkWords = null, string? Link = null);

/// <summary>The foot line of keys: each with what it does.</summary>
public sealed record KeyHints(params (string Keys, string Does)[] Hints);

/// <summary>
/// A page of its own before an act that cannot be undone or reaches a citizen. The button repeats the verb;
/// <see cref="Message"/> is the exact text that the citizen gets.
/// </summary>
public sealed record ConfirmAct(string Title, string Text, string Button, string Icon, string BackLink, string? Message = null)
{
    /// <summary>What the form carries on, as hidden fields.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where it posts; null is this page.</summary>
    public string? Action { get; init; }
}

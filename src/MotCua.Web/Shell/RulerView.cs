namespace MotCua.Web.Shell;

/// <summary>The deadline ruler, ready to draw: a day a cell, or a week a cell above thirty days.</summary>
/// <param name="Name">What the whole list is, for a screen reader.</param>
/// <param name="PhoneLine">The labels told in words, shown where there is no room for them.</param>
/// <param name="Line">The limit, and why the deadline moved.</param>
public sealed record RulerView(string Name, IReadOnlyList<RulerCell> Cells, string PhoneLine, string Line);

/// <param name="Text">The day (20) or the week's Monday (16/11).</param>
/// <param name="Look">past, now, due, over, pa, off or nothing for a working day to come.</param>
/// <param name="Word">What the look means, hidden on screen.</param>
/// <param name="Above">A fact; at most three a ruler.</param>
/// <param name="Below">An explanation; at most two a ruler.</param>
public sealed record RulerCell(string Text, string Look, string Word, string? Above = null, string? Below = null);

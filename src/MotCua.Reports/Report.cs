namespace MotCua.Reports;

/// <summary>A computed form: rows and totals of named columns, with the checks that hold them together.</summary>
/// <param name="Form">Its name in CONTRACT 5.</param>
/// <param name="AgencyCode">Of which agency, with all under it.</param>
/// <param name="AgencyName">As it was called on the last day.</param>
/// <param name="Period">From when to when, and seen at which instant.</param>
/// <param name="Basis">By which date lateness is judged.</param>
/// <param name="Grouping">What a row is about; null when each row is a record of its own (b2, annex1).</param>
/// <param name="Rows">In the order of the form.</param>
/// <param name="Totals">The sum line; without cells where a form has none.</param>
/// <param name="Checks">The identities, each with whether it holds.</param>
public sealed record Report(
    string Form, string AgencyCode, string AgencyName, Period Period, Basis Basis, Grouping? Grouping,
    IReadOnlyList<ReportRow> Rows, ReportRow Totals, IReadOnlyList<ReportCheck> Checks);

/// <param name="Key">What the row is about: an agency's, procedure's or level's code, a field's name, a dossier, an indicator.</param>
/// <param name="Name">The same in words.</param>
/// <param name="Cells">Column name → value.</param>
public sealed record ReportRow(string Key, string Name, IReadOnlyDictionary<string, ReportValue> Cells)
{
    /// <summary>The number in a column; null where nothing occurred.</summary>
    public decimal? this[string column] => Cells[column].Number;
}

/// <summary>A cell: a count or a rate, or words; neither is "không phát sinh" or not known.</summary>
public readonly record struct ReportValue(decimal? Number, string? Words)
{
    public static implicit operator ReportValue(decimal? number) => new(number, null);

    public static implicit operator ReportValue(string? words) => new(null, words);
}

public sealed record ReportCheck(string Rule, bool Ok);

/// <summary>A column of a form: a figure's count, a rate of two counts, or words. The link of a cell leads to the figure's list.</summary>
/// <param name="Name">The member in JSON.</param>
/// <param name="Head">What stands above it on paper.</param>
/// <param name="Figure">What a click opens; null when there is no list of its own.</param>
/// <param name="Value">Computes the cell from the figures of a row; null when the form fills it itself.</param>
public sealed record ReportColumn(string Name, string Head, string? Figure, Func<Func<string, long>, decimal?>? Value)
{
    /// <summary>The head above several columns.</summary>
    public string? Group { get; init; }

    /// <summary>False: in JSON and spreadsheets only; the official layout has no such column.</summary>
    public bool Printed { get; init; } = true;

    /// <summary>Width on paper beside the other columns of the form.</summary>
    public int Weight { get; init; } = 6;

    /// <summary>In percent with two decimals, else a count.</summary>
    public bool IsRate => Name.EndsWith("rate", StringComparison.Ordinal);

    public bool IsWords => Value is null;

    public static ReportColumn Count(string name, string head, string figure) => new(name, head, figure, values => values(figure));

    public static ReportColumn Rate(string name, string head, string part, params string[] whole) =>
        new(name, head, null, values => Rates.Of(values(part), whole.Sum(values)));

    public static ReportColumn Total(string name, string head, params string[] figures) => new(name, head, null, values => figures.Sum(values));

    public static ReportColumn Text(string name, string head, int weight) => new(name, head, null, null) { Weight = weight };
}

namespace MotCua.Reports;

/// <summary>A computed form: rows and totals of named columns, with the checks that hold them together.</summary>
public sealed record Report(
    string Form, string AgencyCode, string AgencyName, Period Period, Basis Basis, Grouping Grouping,
    IReadOnlyList<ReportRow> Rows, ReportRow Totals, IReadOnlyList<ReportCheck> Checks);

/// <param name="Key">What the row is about: an agency's, procedure's or level's code, or a field's name.</param>
/// <param name="Name">The same in words.</param>
/// <param name="Cells">Column name → value; a count, a rate, or null where nothing occurred.</param>
public sealed record ReportRow(string Key, string Name, IReadOnlyDictionary<string, decimal?> Cells)
{
    public decimal? this[string column] => Cells[column];
}

public sealed record ReportCheck(string Rule, bool Ok);

/// <summary>A column of a form: a figure's count, or a rate of two counts. The link of a cell leads to the figure's list.</summary>
public sealed record ReportColumn(string Name, string? Figure, Func<Func<string, long>, decimal?> Value)
{
    /// <summary>In percent with two decimals, else a count.</summary>
    public bool IsRate => Name.EndsWith("_rate", StringComparison.Ordinal);

    public static ReportColumn Count(string name, string figure) => new(name, figure, values => values(figure));

    public static ReportColumn Rate(string name, string part, params string[] whole) =>
        new(name, null, values => Rates.Of(values(part), whole.Sum(values)));

    public static ReportColumn Total(string name, params string[] figures) => new(name, null, values => figures.Sum(values));
}

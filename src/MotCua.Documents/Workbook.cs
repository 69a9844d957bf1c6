namespace MotCua.Documents;

/// <summary>A spreadsheet to be opened in Excel or LibreOffice: exports of lists and the tables of reports.</summary>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets)
{
    public string? Title { get; init; }
}

public sealed record Sheet
{
    /// <summary>Shown on the tab; cut to the 31 letters that Excel allows, forbidden signs replaced.</summary>
    public required string Name { get; init; }

    /// <summary>Widths in letters of the body font.</summary>
    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>Titles and column heads: bold, kept in view while scrolling, printed on top of every page.</summary>
    public IReadOnlyList<SheetRow> Head { get; init; } = [];

    /// <summary>Read once, while writing: may be a query of 100,000 rows that is never held whole.</summary>
    public required IEnumerable<SheetRow> Rows { get; init; }

    /// <summary>Buttons to filter and sort on the last row of the head; off for sheets with a sum or notes below.</summary>
    public bool Filter { get; init; }
}

/// <param name="Width">In letters of the body font.</param>
public sealed record SheetColumn(double Width);

/// <param name="Cells">From the first column; a cell covered by a span above or left of it is left out.</param>
/// <param name="Height">In points; null lets the program choose.</param>
public sealed record SheetRow(IReadOnlyList<SheetCell> Cells, double? Height = null)
{
    public static SheetRow Of(params IReadOnlyList<SheetCell> cells) => new(cells);
}

public enum SheetFormat
{
    Text,

    /// <summary>#,##0, shown as 1.234 where Windows is set to Vietnamese.</summary>
    Whole,

    /// <summary>#,##0.00.</summary>
    Decimal,

    /// <summary>0.00%; the value is given in percent: 97.2.</summary>
    Percent,

    /// <summary>dd/mm/yyyy.</summary>
    Date,

    /// <summary>dd/mm/yyyy hh:mm.</summary>
    DateTime,
}

/// <summary>A typed cell. Text is always text, whatever it begins with: nothing here can write a formula.</summary>
public readonly record struct SheetCell
{
    public SheetFormat Format { get; private init; }

    public string? Words { get; private init; }

    public double? Value { get; private init; }

    public bool Bold { get; init; }

    public bool Border { get; init; }

    /// <summary>Null: text left, numbers right, as the program does.</summary>
    public Alignment? Align { get; init; }

    /// <summary>Web address the cell opens.</summary>
    public Uri? Link { get; init; }

    /// <summary>Place in this workbook the cell jumps to: "'Chi tiết'!A1".</summary>
    public string? Place { get; init; }

    private int MoreColumns { get; init; }

    private int MoreRows { get; init; }

    public int ColumnSpan
    {
        get => MoreColumns + 1;
        init => MoreColumns = value - 1;
    }

    public int RowSpan
    {
        get => MoreRows + 1;
        init => MoreRows = value - 1;
    }

    public static SheetCell Empty => default;

    public static implicit operator SheetCell(string? text) => Text(text);

    public static implicit operator SheetCell(long value) => Whole(value);

    public static implicit operator SheetCell(int value) => Whole(value);

    public static implicit operator SheetCell(DateOnly day) => Date(day);

    public static SheetCell Text(string? text) => new() { Words = text };

    public static SheetCell Whole(long? value) => new() { Format = SheetFormat.Whole, Value = value };

    public static SheetCell Decimal(decimal? value) => new() { Format = SheetFormat.Decimal, Value = (double?)value };

    /// <param name="value">In percent: 97.2 shows as 97.20%.</param>
    public static SheetCell Percent(decimal? value) => new() { Format = SheetFormat.Percent, Value = (double?)(value / 100m) };

    public static SheetCell Date(DateOnly? day) => new() { Format = SheetFormat.Date, Value = day is null ? null : Serial(day.Value.ToDateTime(default)) };

    /// <summary>The instant on a Vietnamese wall clock.</summary>
    public static SheetCell DateTime(DateTimeOffset? instant) => new()
    {
        Format = SheetFormat.DateTime,
        Value = instant is null ? null : Serial(instant.Value.ToOffset(Foundation.Moment.VietnamOffset).DateTime),
    };

    // Days since 30/12/1899, as spreadsheets count; right for every day after 28/02/1900.
    private static double Serial(System.DateTime time) => (time - new System.DateTime(1899, 12, 30)).TotalDays;
}

using System.Text.Json.Serialization;

namespace MotCua.Documents;

/// <summary>A part of the body of an <see cref="OfficialDocument"/>; the names are those of kept papers (<see cref="PaperJson"/>).</summary>
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(NumberedList), "list")]
[JsonDerivedType(typeof(FieldList), "fields")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Box), "box")]
[JsonDerivedType(typeof(PageBreak), "page_break")]
[JsonDerivedType(typeof(Spacer), "spacer")]
public abstract record Block;

public enum Alignment
{
    Left,
    Center,
    Right,
    Justify,
}

/// <summary>
/// Letters set one way. <see cref="Kept"/> runs (names, codes) stay on one line when a line can hold them and wrap when none can;
/// dates, amounts and document numbers inside ordinary text are kept together by themselves (<see cref="PaperText"/>).
/// </summary>
public sealed record Run
{
    private Run(string text, bool bold, bool italic, bool kept) =>
        (Text, Bold, Italic, Kept) = (PaperText.Clean(text), bold, italic, kept);

    public string Text { get; }

    public bool Bold { get; }

    public bool Italic { get; }

    public bool Kept { get; }

    public static implicit operator Run(string text) => Plain(text);

    public static Run Plain(string text) => new(text, false, false, false);

    public static Run Strong(string text) => new(text, true, false, false);

    public static Run Slanted(string text) => new(text, false, true, false);

    /// <summary>A person's or an agency's name.</summary>
    public static Run Name(string name, bool bold = false) => new(name, bold, false, true);

    /// <summary>A dossier code, a document number.</summary>
    public static Run Code(string code, bool bold = false) => new(code, bold, false, true);

    /// <summary>A number that opens its records on the screen; paper and Word show the number alone.</summary>
    public static Run Figure(string text, string? link, bool bold = false) => new(text, bold, false, false) { Link = link };

    /// <summary>The mark of a note at the foot: from 1, the place in <see cref="OfficialDocument.Footnotes"/>.</summary>
    public static Run NoteMark(int number) => new("", false, false, false) { Footnote = number };

    internal static Run Of(string text, bool bold, bool italic, bool kept, string? link, int? footnote) => new(text, bold, italic, kept) { Link = link, Footnote = footnote };

    /// <summary>Where a click leads on the screen.</summary>
    public string? Link { get; private init; }

    public int? Footnote { get; private init; }
}

/// <summary>Runs that follow each other on the same line or paragraph.</summary>
public sealed record Line(IReadOnlyList<Run> Runs)
{
    public static Line Empty { get; } = new([]);

    [JsonIgnore]
    public string Text => string.Concat(Runs.Select(r => r.Text));

    public static implicit operator Line(string text) => new([text]);

    public static implicit operator Line(Run run) => new([run]);

    public static Line Of(params IReadOnlyList<Run> runs) => new(runs);
}

/// <summary>A heading inside a long document: level 2 ("I. …", bold) or 3 ("1. …", bold).</summary>
public sealed record Heading(int Level, Line Text) : Block;

/// <param name="Line">What it says.</param>
/// <param name="Align">Justified unless said otherwise.</param>
/// <param name="KeepWithNext">A line that introduces a table or list must not stay alone at the foot of a page.</param>
public sealed record Paragraph(Line Line, Alignment Align = Alignment.Justify, bool KeepWithNext = false) : Block
{
    /// <summary>What a person typed: each of its lines is a paragraph.</summary>
    public static IEnumerable<Paragraph> Typed(string text) => text
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => new Paragraph(line));
}

public sealed record NumberedList(IReadOnlyList<Line> Items) : Block;

/// <summary>Lines "label: value".</summary>
public sealed record FieldList(IReadOnlyList<Field> Fields) : Block;

/// <param name="Label">Without its colon.</param>
/// <param name="Value">A field without a value prints a dotted line to be filled in by hand.</param>
/// <param name="Half">Takes half the width, so that two short fields share a line.</param>
public sealed record Field(string Label, Line? Value, bool Half = false);

/// <summary>A ruled table; its head rows repeat on every page and no row is split.</summary>
public sealed record Table : Block
{
    public required IReadOnlyList<Column> Columns { get; init; }

    public IReadOnlyList<Row> Head { get; init; } = [];

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Registers are set smaller than the text around them.</summary>
    public TableSize Size { get; init; } = TableSize.Text;
}

public enum TableSize
{
    Text,
    Small,
}

/// <param name="Percent">Share of the width of the table; the shares of a table add up to 100.</param>
/// <param name="Align">Of the cells below the head.</param>
public sealed record Column(int Percent, Alignment Align = Alignment.Left);

/// <param name="Cells">Left to right; a cell covered by a span above or left of it is left out.</param>
/// <param name="Tall">Leaves room to sign by hand.</param>
public sealed record Row(IReadOnlyList<Cell> Cells, bool Tall = false)
{
    public static Row Of(params IReadOnlyList<Cell> cells) => new(cells);
}

public sealed record Cell(IReadOnlyList<Line> Lines)
{
    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    /// <summary>Null takes the alignment of the column.</summary>
    public Alignment? Align { get; init; }

    public static Cell Empty { get; } = new([]);

    public static implicit operator Cell(string text) => new([text]);

    public static implicit operator Cell(Run run) => new([run]);

    public static implicit operator Cell(Line line) => new([line]);

    public static Cell Of(params IReadOnlyList<Line> lines) => new(lines);
}

/// <summary>What the reader must not miss, in a box: small lines around one big, and a QR code at least 25 mm wide.</summary>
/// <param name="Label">Above the big words.</param>
/// <param name="Big">One entry a line.</param>
/// <param name="After">Below the big words.</param>
/// <param name="Qr">What the code encodes; never personal data.</param>
public sealed record Box(Line Label, IReadOnlyList<string> Big, IReadOnlyList<Line> After, string? Qr) : Block
{
    /// <summary>Small print right under the big words: how they came about.</summary>
    public Line? Note { get; init; }
}

public sealed record PageBreak : Block;

/// <summary>One empty line.</summary>
public sealed record Spacer : Block;

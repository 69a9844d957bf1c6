using System.Diagnostics;
using System.Text;

namespace MotCua.Documents;

/// <summary>Each kind of block as HTML.</summary>
internal static class HtmlBlocks
{
    public static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Append($"<h{heading.Level}>{HtmlWriter.Line(heading.Text)}</h{heading.Level}>\n");
                break;
            case Paragraph paragraph:
                html.Append($"<p{Classes(ParagraphClass(paragraph.Align), paragraph.KeepWithNext ? "kn" : null)}>{HtmlWriter.Line(paragraph.Line)}</p>\n");
                break;
            case NumberedList list:
                html.Append($"<ol>{string.Concat(list.Items.Select(i => $"<li>{HtmlWriter.Line(i)}</li>"))}</ol>\n");
                break;
            case FieldList fields:
                html.Append($"<dl class=\"mc-kv\">\n{string.Concat(fields.Fields.Select(Field))}</dl>\n");
                break;
            case Table table:
                WriteTable(html, table);
                break;
            case Box box:
                WriteBox(html, box);
                break;
            case PageBreak:
                html.Append("<div class=\"mc-break\"></div>\n");
                break;
            case Spacer:
                html.Append("<div class=\"mc-gap\"></div>\n");
                break;
            default:
                throw new UnreachableException(block.GetType().Name);
        }
    }

    public static string Qr(string text)
    {
        var qr = QrImage.Of(text);
        return $"<svg class=\"qr\" viewBox=\"0 0 {qr.Side} {qr.Side}\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"{QrImage.Description}\">"
            + $"<path d=\"{qr.SvgPath()}\"/></svg>";
    }

    private static string Field(Field field)
    {
        var classes = Classes(field.Half ? "half" : null, field.Value is null ? "blank" : null);
        var value = field.Value is null ? "" : HtmlWriter.Line(field.Value);
        return $"<div{classes}><dt>{HtmlWriter.Encode(field.Label)}:</dt> <dd>{value}</dd></div>\n";
    }

    private static void WriteTable(StringBuilder html, Table table)
    {
        html.Append($"<table{Classes("mc-tab", table.Size is TableSize.Small ? "sm" : null)}>\n<colgroup>");
        html.Append(string.Concat(table.Columns.Select(c => $"<col class=\"w{c.Percent}\">")));
        html.Append("</colgroup>\n");
        if (table.Head.Count > 0)
        {
            html.Append("<thead>\n");
            foreach (var row in table.Head)
            {
                html.Append("<tr>");
                foreach (var cell in row.Cells)
                {
                    var scope = cell.ColumnSpan > 1 ? "colgroup" : "col";
                    html.Append($"<th scope=\"{scope}\"{Spans(cell)}>{HtmlWriter.Lines(cell.Lines)}</th>");
                }

                html.Append("</tr>\n");
            }

            html.Append("</thead>\n");
        }

        html.Append("<tbody>\n");
        foreach (var (row, places) in TableGrid.Places(table))
        {
            html.Append(row.Tall ? "<tr class=\"tall\">" : "<tr>");
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                html.Append($"<td{Classes(CellClass(cell.Align ?? table.Columns[places[i]].Align))}{Spans(cell)}>{HtmlWriter.Lines(cell.Lines)}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void WriteBox(StringBuilder html, Box box)
    {
        html.Append($"<div class=\"due\"><div><span>{HtmlWriter.Line(box.Label)}</span>");
        if (box.Big.Count > 0)
        {
            html.Append($"\n<strong>{string.Join("<br>", box.Big.Select(HtmlWriter.Encode))}</strong>");
        }

        html.Append(box.Note is null ? "" : $"\n<span class=\"small\">{HtmlWriter.Line(box.Note)}</span>");
        html.Append(string.Concat(box.After.Select(l => $"\n<span>{HtmlWriter.Line(l)}</span>")));
        html.Append("</div>");
        if (box.Qr is not null)
        {
            html.Append(Qr(box.Qr));
        }

        html.Append("</div>\n");
    }

    private static string Spans(Cell cell) =>
        (cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "") + (cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "");

    private static string? ParagraphClass(Alignment align) => align is Alignment.Justify ? null : CellClass(align) ?? "l";

    private static string? CellClass(Alignment align) => align switch
    {
        Alignment.Center => "c",
        Alignment.Right => "r",
        _ => null,
    };

    private static string Classes(params IEnumerable<string?> names)
    {
        var given = string.Join(' ', names.Where(n => n is not null));
        return given.Length == 0 ? "" : $" class=\"{given}\"";
    }
}

/// <summary>Which column each given cell of a row starts in, when cells above span into it.</summary>
internal static class TableGrid
{
    public static IEnumerable<(Row Row, int[] Places)> Places(Table table) => Places(table.Rows, table.Columns.Count);

    public static IEnumerable<(Row Row, int[] Places)> Places(IReadOnlyList<Row> rows, int columns)
    {
        var coveredFor = new int[columns];
        foreach (var row in rows)
        {
            var places = new int[row.Cells.Count];
            var next = new int[columns];
            var column = 0;
            for (var i = 0; i < row.Cells.Count; i++)
            {
                while (column < columns && coveredFor[column] > 0)
                {
                    column++;
                }

                places[i] = column;
                for (var covered = 0; covered < row.Cells[i].ColumnSpan; covered++, column++)
                {
                    next[column] = row.Cells[i].RowSpan;
                }
            }

            for (var c = 0; c < columns; c++)
            {
                coveredFor[c] = Math.Max(0, Math.Max(coveredFor[c], next[c]) - 1);
            }

            yield return (row, places);
        }
    }
}

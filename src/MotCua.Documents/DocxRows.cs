using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.Documents;

/// <summary>The rows of a ruled table: heads repeat on every page, no row is split, spans become merged cells.</summary>
internal sealed class DocxRows(Table table, int[] widths, decimal points)
{
    public IEnumerable<TableRow> All() => Rows(table.Head, head: true).Concat(Rows(table.Rows, head: false));

    private IEnumerable<TableRow> Rows(IReadOnlyList<Row> rows, bool head)
    {
        // Cells that a cell above spans into: how many rows are left and how wide it is.
        var open = new (int Rows, int Span)[widths.Length];
        foreach (var (row, places) in TableGrid.Places(rows, widths.Length))
        {
            var look = new TableRowProperties(new CantSplit());
            if (row.Tall)
            {
                look.Append(new TableRowHeight { Val = Dxa.Unsigned(14), HeightType = HeightRuleValues.AtLeast });
            }

            if (head)
            {
                look.Append(new TableHeader());
            }

            var made = new TableRow(look);
            var next = 0;
            for (var column = 0; column < widths.Length;)
            {
                if (next < row.Cells.Count && places[next] == column)
                {
                    var cell = row.Cells[next++];
                    made.Append(Made(cell, column, head));
                    open[column] = (cell.RowSpan - 1, cell.ColumnSpan);
                    column += cell.ColumnSpan;
                }
                else if (open[column].Rows > 0)
                {
                    made.Append(Covered(column, open[column].Span));
                    open[column].Rows--;
                    column += open[column].Span;
                }
                else
                {
                    made.Append(Made(Cell.Empty, column++, head));
                }
            }

            yield return made;
        }
    }

    private TableCell Made(Cell cell, int column, bool head)
    {
        var look = Look(column, cell.ColumnSpan);
        if (cell.RowSpan > 1)
        {
            look.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        }

        if (head)
        {
            look.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        }

        var align = DocxTables.Justify(head ? Alignment.Center : cell.Align ?? table.Columns[column].Align);
        var lines = cell.Lines.Count == 0 ? [Line.Empty] : cell.Lines;

        // No-break spaces would push a name out of a narrow cell, so inside tables names wrap between words.
        var paragraphs = lines.Select(line => new W.Paragraph(
        [
            new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = align }),
            .. DocxText.Line(line, points, bold: head, keep: false),
        ]));
        return new TableCell([look, .. paragraphs]);
    }

    private TableCell Covered(int column, int span)
    {
        var look = Look(column, span);
        look.Append(new VerticalMerge { Val = MergedCellValues.Continue });
        return new TableCell(look, new W.Paragraph());
    }

    private TableCellProperties Look(int column, int span)
    {
        var width = widths.Skip(column).Take(span).Sum();
        var look = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            look.Append(new GridSpan { Val = span });
        }

        return look;
    }
}

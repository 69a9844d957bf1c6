using System.Globalization;
using System.Xml;

namespace MotCua.Documents;

/// <summary>One sheet of an XLSX, written while its rows are read.</summary>
internal sealed class XlsxSheet(Sheet sheet, XlsxStyles styles)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What Excel opens; more would make the file "damaged". Cells beyond keep their words.</summary>
    private const int MostLinks = 65_530;

    private const int MostRows = 1_048_576;

    private readonly List<(string Cell, string? RelationshipId, string? Place)> links = [];

    private readonly Dictionary<string, string> addressIds = new(StringComparer.Ordinal);

    private readonly List<string> merged = [];

    private int row;

    /// <summary>External addresses in the order of their relationship ids, rId1 first.</summary>
    public List<string> Addresses { get; } = [];

    public string? FilterRange { get; private set; }

    public static string Name(int row, int column) => $"{Letters(column)}{row}";

    /// <summary>"B12" → "$B$12".</summary>
    public static string Absolute(string cell)
    {
        var digits = cell.AsSpan().IndexOfAnyInRange('0', '9');
        return $"${cell[..digits]}${cell[digits..]}";
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relationships);
        Start(xml, "sheetPr", () => Empty(xml, "pageSetUpPr", ("fitToPage", "1")));
        View(xml);
        Start(xml, "cols", () =>
        {
            for (var i = 0; i < sheet.Columns.Count; i++)
            {
                var width = sheet.Columns[i].Width.ToString("0.##", CultureInfo.InvariantCulture);
                Empty(xml, "col", ("min", $"{i + 1}"), ("max", $"{i + 1}"), ("width", width), ("customWidth", "1"));
            }
        });
        Start(xml, "sheetData", () => Rows(xml));
        AfterRows(xml);
        xml.WriteEndElement();
    }

    private static string Letters(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + ((column - 1) % 26)) + name;
        }

        return name;
    }

    private static void Start(XmlWriter xml, string element, Action inside)
    {
        xml.WriteStartElement(element, Main);
        inside();
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, Main);
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteEndElement();
    }

    private void View(XmlWriter xml) => Start(xml, "sheetViews", () =>
    {
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        if (sheet.Head.Count > 0)
        {
            var first = $"A{sheet.Head.Count + 1}";
            Empty(xml, "pane", ("ySplit", $"{sheet.Head.Count}"), ("topLeftCell", first), ("activePane", "bottomLeft"), ("state", "frozen"));
            Empty(xml, "selection", ("pane", "bottomLeft"), ("activeCell", first), ("sqref", first));
        }

        xml.WriteEndElement();
    });

    private void Rows(XmlWriter xml)
    {
        var covered = new int[Math.Max(1, sheet.Columns.Count)];
        foreach (var head in sheet.Head)
        {
            WriteRow(xml, head, covered, head: true);
        }

        foreach (var body in sheet.Rows)
        {
            WriteRow(xml, body, covered, head: false);
        }

        if (sheet.Filter && sheet.Head.Count > 0)
        {
            FilterRange = $"A{sheet.Head.Count}:{Name(Math.Max(row, sheet.Head.Count), sheet.Columns.Count)}";
        }
    }

    private void WriteRow(XmlWriter xml, SheetRow cells, int[] covered, bool head)
    {
        if (++row > MostRows)
        {
            throw new InvalidOperationException("A sheet holds 1,048,576 rows: filter the list or write several sheets.");
        }

        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", $"{row}");
        if (cells.Height is { } height)
        {
            xml.WriteAttributeString("ht", height.ToString("0.##", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
        }

        var column = 1;
        foreach (var cell in cells.Cells)
        {
            while (column <= covered.Length && covered[column - 1] > 0)
            {
                covered[column++ - 1]--;
            }

            var style = styles.Of(cell, head);
            WriteCell(xml, cell, column, style);
            Merge(cell, column);
            for (var i = 0; i < cell.ColumnSpan; i++, column++)
            {
                // The covered cells carry the border too, or the merged box has gaps.
                if (i > 0)
                {
                    Empty(xml, "c", ("r", Name(row, column)), ("s", style));
                }

                if (column <= covered.Length)
                {
                    covered[column - 1] = cell.RowSpan - 1;
                }
            }
        }

        while (column <= covered.Length)
        {
            covered[column - 1] = Math.Max(0, covered[column - 1] - 1);
            column++;
        }

        xml.WriteEndElement();
    }

    private void WriteCell(XmlWriter xml, SheetCell cell, int column, string style)
    {
        var name = Name(row, column);
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", name);
        xml.WriteAttributeString("s", style);
        if (cell.Value is { } value)
        {
            xml.WriteElementString("v", Main, value.ToString("R", CultureInfo.InvariantCulture));
        }
        else if (!string.IsNullOrEmpty(cell.Words))
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(PaperText.ForSheet(cell.Words));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Remember(cell, name);
    }

    private void Remember(SheetCell cell, string name)
    {
        if (links.Count >= MostLinks)
        {
            return;
        }

        if (cell.Place is not null)
        {
            links.Add((name, null, cell.Place));
        }
        else if (cell.Link is not null)
        {
            var address = cell.Link.IsAbsoluteUri ? cell.Link.AbsoluteUri : cell.Link.OriginalString;
            if (!addressIds.TryGetValue(address, out var id))
            {
                Addresses.Add(address);
                addressIds[address] = id = $"rId{Addresses.Count}";
            }

            links.Add((name, id, null));
        }
    }

    private void Merge(SheetCell cell, int column)
    {
        if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
        {
            merged.Add($"{Name(row, column)}:{Name(row + cell.RowSpan - 1, column + cell.ColumnSpan - 1)}");
        }
    }

    private void AfterRows(XmlWriter xml)
    {
        if (FilterRange is not null)
        {
            Empty(xml, "autoFilter", ("ref", FilterRange));
        }

        if (merged.Count > 0)
        {
            Start(xml, "mergeCells", () => merged.ForEach(range => Empty(xml, "mergeCell", ("ref", range))));
        }

        if (links.Count > 0)
        {
            Start(xml, "hyperlinks", () => links.ForEach(link => Hyperlink(xml, link.Cell, link.RelationshipId, link.Place)));
        }

        Empty(xml, "pageMargins", ("left", "0.6"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Empty(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0"));
        Start(xml, "headerFooter", () => xml.WriteElementString("oddFooter", Main, "&CTrang &P/&N"));
    }

    private static void Hyperlink(XmlWriter xml, string cell, string? relationshipId, string? place)
    {
        xml.WriteStartElement("hyperlink", Main);
        xml.WriteAttributeString("ref", cell);
        if (place is not null)
        {
            xml.WriteAttributeString("location", place);
        }
        else
        {
            xml.WriteAttributeString("r", "id", Relationships, relationshipId!);
        }

        xml.WriteEndElement();
    }
}

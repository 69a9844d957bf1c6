using System.Xml;

namespace MotCua.Documents;

/// <summary>The looks that the cells of one workbook turned out to use.</summary>
internal sealed class XlsxStyles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<Look, int> looks = new() { [default] = 0 };

    // Own formats begin at 164; the lower numbers are built in.
    private static readonly Dictionary<SheetFormat, (int Id, string? Code)> Formats = new()
    {
        [SheetFormat.Text] = (0, null),
        [SheetFormat.Whole] = (3, null),
        [SheetFormat.Decimal] = (4, null),
        [SheetFormat.Percent] = (10, null),
        [SheetFormat.Date] = (164, "dd/mm/yyyy"),
        [SheetFormat.DateTime] = (165, "dd/mm/yyyy hh:mm"),
    };

    private readonly record struct Look(SheetFormat Format, bool Bold, bool Border, bool Link, Alignment? Align, bool Head, bool Quoted);

    public string Of(SheetCell cell, bool head)
    {
        var look = new Look(
            cell.Format, cell.Bold || head, cell.Border, cell.Link is not null || cell.Place is not null,
            cell.Align ?? (head ? Alignment.Center : null), head, cell.Words is { Length: > 0 } words && "=+-@\t\r".Contains(words[0]));
        if (!looks.TryGetValue(look, out var number))
        {
            looks[look] = number = looks.Count;
        }

        return $"{number}";
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        List(xml, "numFmts", [.. Formats.Values.Where(f => f.Code is not null)], f => Element(xml, "numFmt", ("numFmtId", $"{f.Id}"), ("formatCode", f.Code!)));
        List(xml, "fonts", [(false, false), (true, false), (false, true), (true, true)], f => Font(xml, f.Item1, f.Item2));
        List(xml, "fills", ["none", "gray125"], f => Inside(xml, "fill", () => Element(xml, "patternFill", ("patternType", f))));
        List(xml, "borders", [false, true], b => Border(xml, b));
        List(xml, "cellStyleXfs", [0], _ => Element(xml, "xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")));
        List(xml, "cellXfs", [.. looks.OrderBy(l => l.Value).Select(l => l.Key)], l => CellLook(xml, l));
        xml.WriteEndElement();
    }

    private static void CellLook(XmlWriter xml, Look look)
    {
        xml.WriteStartElement("xf", Main);
        var font = (look.Bold ? 1 : 0) + (look.Link ? 2 : 0);
        (string, string)[] attributes =
        [
            ("numFmtId", $"{Formats[look.Format].Id}"), ("fontId", $"{font}"), ("fillId", "0"), ("borderId", look.Border ? "1" : "0"), ("xfId", "0"),
            ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyBorder", "1"), ("applyAlignment", "1"),
        ];
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }

        if (look.Quoted)
        {
            // Shows the apostrophe of Excel: the text stays text even after somebody edits the cell.
            xml.WriteAttributeString("quotePrefix", "1");
        }

        xml.WriteStartElement("alignment", Main);
        if (look.Align is { } align)
        {
            xml.WriteAttributeString("horizontal", align is Alignment.Center ? "center" : align is Alignment.Right ? "right" : "left");
        }

        xml.WriteAttributeString("vertical", look.Head ? "center" : "top");
        if (look.Format is SheetFormat.Text)
        {
            xml.WriteAttributeString("wrapText", "1");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, bool bold, bool link) => Inside(xml, "font", () =>
    {
        if (bold)
        {
            Element(xml, "b");
        }

        if (link)
        {
            Element(xml, "u");
        }

        Element(xml, "sz", ("val", "12"));
        if (link)
        {
            Element(xml, "color", ("rgb", "FF0B5563"));
        }

        Element(xml, "name", ("val", "Times New Roman"));
        Element(xml, "family", ("val", "1"));
    });

    private static void Border(XmlWriter xml, bool thin) => Inside(xml, "border", () =>
    {
        foreach (var side in (string[])["left", "right", "top", "bottom"])
        {
            if (thin)
            {
                Element(xml, side, ("style", "thin"));
            }
            else
            {
                Element(xml, side);
            }
        }

        Element(xml, "diagonal");
    });

    private static void List<T>(XmlWriter xml, string element, IReadOnlyCollection<T> items, Action<T> write)
    {
        xml.WriteStartElement(element, Main);
        xml.WriteAttributeString("count", $"{items.Count}");
        foreach (var item in items)
        {
            write(item);
        }

        xml.WriteEndElement();
    }

    private static void Inside(XmlWriter xml, string element, Action inside)
    {
        xml.WriteStartElement(element, Main);
        inside();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(element, Main);
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteEndElement();
    }
}

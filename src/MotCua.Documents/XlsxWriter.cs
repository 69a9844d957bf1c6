using System.IO.Compression;
using System.Text;
using System.Xml;

namespace MotCua.Documents;

/// <summary>
/// A workbook as XLSX, written straight into the zip, one row at a time: 100,000 rows need no more memory than one.
/// (The Open XML SDK keeps a whole sheet in memory; the tests check its validator agrees with what is written here.)
/// </summary>
public static class XlsxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // The oldest a zip can say: the same workbook gives the same bytes.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Workbook workbook, Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var names = SheetNames(workbook);
        var styles = new XlsxStyles();
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, names.Count));
        Part(zip, "_rels/.rels", xml => Links(xml, [("rId1", $"{Relationships}/officeDocument", "xl/workbook.xml", false)]));
        var filters = new List<string?>();
        for (var i = 0; i < names.Count; i++)
        {
            var sheet = new XlsxSheet(workbook.Sheets[i], styles);
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", sheet.Write);
            filters.Add(sheet.FilterRange);
            if (sheet.Addresses.Count > 0)
            {
                var links = sheet.Addresses.Select((a, n) => ($"rId{n + 1}", $"{Relationships}/hyperlink", a, true));
                Part(zip, $"xl/worksheets/_rels/sheet{i + 1}.xml.rels", xml => Links(xml, links));
            }
        }

        Part(zip, "xl/workbook.xml", xml => WorkbookPart(xml, workbook, names, filters));
        var parts = names.Select((_, i) => ($"rId{i + 1}", $"{Relationships}/worksheet", $"worksheets/sheet{i + 1}.xml", false))
            .Append(($"rId{names.Count + 1}", $"{Relationships}/styles", "styles.xml", false));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => Links(xml, parts));
        Part(zip, "xl/styles.xml", styles.Write);
    }

    /// <summary>In a temporary file that goes away with the stream: for a page that answers with it.</summary>
    public static Stream ToStream(Workbook workbook)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"motcua-{Foundation.Ids.New():n}.xlsx"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        Write(workbook, file);
        file.Position = 0;
        return file;
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        using var stream = new BufferedStream(entry.Open(), 1 << 16);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.WriteStartElement("Types", Types);
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        Type("Override", "PartName", "/xl/workbook.xml", $"{Spreadsheet}.sheet.main+xml");
        Type("Override", "PartName", "/xl/styles.xml", $"{Spreadsheet}.styles+xml");
        for (var i = 1; i <= sheets; i++)
        {
            Type("Override", "PartName", $"/xl/worksheets/sheet{i}.xml", $"{Spreadsheet}.worksheet+xml");
        }

        xml.WriteEndElement();

        void Type(string element, string attribute, string value, string type)
        {
            xml.WriteStartElement(element, Types);
            xml.WriteAttributeString(attribute, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void Links(XmlWriter xml, IEnumerable<(string Id, string Type, string Target, bool External)> links)
    {
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.WriteStartElement("Relationships", Package);
        foreach (var (id, type, target, external) in links)
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", id);
            xml.WriteAttributeString("Type", type);
            xml.WriteAttributeString("Target", target);
            if (external)
            {
                xml.WriteAttributeString("TargetMode", "External");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WorkbookPart(XmlWriter xml, Workbook workbook, List<string> names, List<string?> filters)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("r", "id", Relationships, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        var defined = names.SelectMany((name, i) => DefinedNames(name, i, workbook.Sheets[i].Head.Count, filters[i])).ToList();
        if (defined.Count > 0)
        {
            xml.WriteStartElement("definedNames", Main);
            foreach (var (name, sheet, range, hidden) in defined)
            {
                xml.WriteStartElement("definedName", Main);
                xml.WriteAttributeString("name", name);
                xml.WriteAttributeString("localSheetId", $"{sheet}");
                if (hidden)
                {
                    xml.WriteAttributeString("hidden", "1");
                }

                xml.WriteString(range);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<(string Name, int Sheet, string Range, bool Hidden)> DefinedNames(string sheet, int index, int headRows, string? filter)
    {
        var quoted = $"'{sheet.Replace("'", "''")}'";
        if (filter is not null)
        {
            var ends = filter.Split(':').Select(XlsxSheet.Absolute);
            yield return ("_xlnm._FilterDatabase", index, $"{quoted}!{string.Join(':', ends)}", true);
        }

        if (headRows > 0)
        {
            yield return ("_xlnm.Print_Titles", index, $"{quoted}!$1:${headRows}", false);
        }
    }

    private static List<string> SheetNames(Workbook workbook)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var sheet in workbook.Sheets)
        {
            var name = string.Concat(PaperText.Clean(sheet.Name).Select(c => "[]:*?/\\".Contains(c) ? '-' : c)).Trim().Trim('\'');
            name = name.Length == 0 ? "Trang" : name[..Math.Min(name.Length, 31)];
            var unique = name;
            for (var n = 2; !taken.Add(unique); n++)
            {
                unique = $"{name[..Math.Min(name.Length, 27)]} ({n})";
            }

            names.Add(unique);
        }

        return names;
    }
}

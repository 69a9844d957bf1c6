using System.IO.Compression;
using System.Text;
using System.Xml;

namespace MotCua.Documents;

/// <summary>The words of a Word file: a line a paragraph, cells of a table row with tabs between. Read as a stream, so that a small file cannot grow without end.</summary>
public static class DocxReader
{
    private const long MostXml = 60_000_000;

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <param name="file">The whole file.</param>
    /// <param name="most">No more letters than this are read.</param>
    /// <returns>The text, or null when it is no Word file.</returns>
    public static string? Text(Stream file, int most)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            if (zip.GetEntry("word/document.xml") is not { } entry)
            {
                return null;
            }

            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MostXml });
            return Read(reader, most);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    private static string Read(XmlReader reader, int most)
    {
        var text = new StringBuilder();
        var cells = 0;
        while (reader.Read() && text.Length < most)
        {
            if (reader.NamespaceURI != Word)
            {
                continue;
            }

            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "t"):
                    text.Append(reader.IsEmptyElement ? "" : reader.ReadString());
                    break;
                case (XmlNodeType.Element, "tc"):
                    cells++;
                    break;
                case (XmlNodeType.EndElement, "tc"):
                    cells--;
                    text.Append('\t');
                    break;
                case (XmlNodeType.Element, "tab"):
                    text.Append(cells > 0 ? ' ' : '\t');
                    break;
                case (XmlNodeType.Element, "br") or (XmlNodeType.EndElement, "tr"):
                    text.Append('\n');
                    break;
                case (XmlNodeType.EndElement, "p"):
                    text.Append(cells > 0 ? ' ' : '\n');
                    break;
            }
        }

        return text.ToString();
    }
}

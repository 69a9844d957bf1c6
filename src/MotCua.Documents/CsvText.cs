using System.Text;

namespace MotCua.Documents;

/// <summary>
/// Lists as CSV for Excel and other programs: RFC 4180, UTF-8 with a byte-order mark. A field that a spreadsheet would take for a
/// formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it.
/// </summary>
public static class CsvText
{
    public const string ContentType = "text/csv";

    public static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    /// <summary>The lines as a file.</summary>
    public static byte[] File(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Field(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
        {
            text = "'" + text;
        }

        return text.IndexOfAny([',', '"', '\n', '\r', ';']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

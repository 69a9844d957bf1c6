using System.Text;

namespace MotCua.Foundation;

/// <summary>One record of a CSV file: its first line, and its fields by column name.</summary>
public sealed class CsvRow(int line, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    public int Line { get; } = line;

    /// <summary>The field, trimmed and in NFC; empty when an optional column is missing.</summary>
    public string this[string column] => columns.TryGetValue(column, out var at) ? fields[at].Trim().Normalize(NormalizationForm.FormC) : "";
}

/// <summary>CSV as RFC 4180 has it (quotes, doubled quotes, line breaks inside quotes), with a header that is checked.</summary>
public static class CsvFile
{
    /// <summary>
    /// The records. A missing or unknown column, a record of another length and an unclosed quote become problems;
    /// with a bad header no record is returned. An empty file is a problem.
    /// </summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <param name="problems">Where what is wrong goes.</param>
    /// <param name="fromSpreadsheet">Semicolons separate where the first line has them: so Excel saves on a Vietnamese machine.</param>
    public static IReadOnlyList<CsvRow> Read(
        Stream stream, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional, ImportProblems problems, bool fromSpreadsheet = false)
    {
        var records = Records(ImportFile.Lines(stream, problems), problems, fromSpreadsheet).GetEnumerator();
        if (!records.MoveNext())
        {
            if (!problems.Any)
            {
                problems.Add(0, $"tệp trống; dòng đầu phải là tên cột: {string.Join(",", required)}");
            }

            return [];
        }

        var header = records.Current.Fields.Select(f => f.Trim()).ToList();
        CheckHeader(header, required, optional, records.Current.Line, problems);
        if (problems.Any)
        {
            return [];
        }

        var columns = header.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at, StringComparer.Ordinal);
        var rows = new List<CsvRow>();
        while (records.MoveNext())
        {
            var (line, fields) = records.Current;
            if (fields.Count != header.Count)
            {
                problems.Add(line, $"có {fields.Count} cột, cần {header.Count}");
                continue;
            }

            rows.Add(new CsvRow(line, columns, fields));
        }

        return rows;
    }

    /// <summary>The cells of one line; a separator between quotes belongs to its cell.</summary>
    public static IReadOnlyList<string> Cells(string line, char separator)
    {
        ArgumentNullException.ThrowIfNull(line);
        var cells = new List<string>();
        var last = new StringBuilder();
        Scan(line, separator, cells, last, quoted: false);
        cells.Add(last.ToString());
        return cells;
    }

    private static void CheckHeader(
        List<string> header, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional, int line, ImportProblems problems)
    {
        foreach (var name in required.Except(header, StringComparer.Ordinal))
        {
            problems.Add(line, $"thiếu cột {name}");
        }

        foreach (var name in header.Except(required, StringComparer.Ordinal).Except(optional, StringComparer.Ordinal))
        {
            problems.Add(line, $"cột lạ \"{name}\"");
        }

        foreach (var name in header.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            problems.Add(line, $"cột {name} có hai lần");
        }
    }

    private static IEnumerable<(int Line, List<string> Fields)> Records(IEnumerable<(int Number, string Text)> lines, ImportProblems problems, bool fromSpreadsheet)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, start) = (false, 0);
        char? separator = fromSpreadsheet ? null : ',';
        foreach (var (number, text) in lines)
        {
            if (!quoted)
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    continue;
                }

                start = number;
            }
            else
            {
                field.Append('\n');
            }

            separator ??= text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
            quoted = Scan(text, separator.Value, fields, field, quoted);
            if (!quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
                yield return (start, fields);
                fields = [];
            }
        }

        if (quoted)
        {
            problems.Add(start, "dấu nháy kép mở ra mà không đóng lại");
        }
    }

    /// <summary>Reads one line into the record; true when it ends inside quotes.</summary>
    private static bool Scan(string text, char separator, List<string> fields, StringBuilder field, bool quoted)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else if (c == '"' && (quoted || string.IsNullOrWhiteSpace(field.ToString())))
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        return quoted;
    }
}

using System.Globalization;
using System.Text;
using MotCua.Foundation;

namespace MotCua.Calendar;

/// <summary>A line of a file that is wrong, by its number from 1, and why in Vietnamese.</summary>
public sealed record BadLine(int Number, string Reason);

/// <summary>The calendar's file: columns date, name, kind, confidence; rows with confidence "check" are not loaded.</summary>
public static class CalendarCsv
{
    /// <summary>Bad lines reported at most; the rest is the same mistake again.</summary>
    public const int MostBadLines = 100;

    private const int LongestName = 300;

    private static readonly string[] Columns = ["date", "name", "kind", "confidence"];

    private static readonly string[] Confidences = ["sure", "likely", "check"];

    /// <summary>Every row that may be loaded, and every bad line. With a bad line nothing of the file may be used.</summary>
    public static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<BadLine> Bad) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<CalendarDay> days = [];
        List<BadLine> bad = [];
        var rows = Rows(text.TrimStart('\uFEFF'));
        if (rows.Count == 0)
        {
            return (days, [new BadLine(1, "tệp rỗng, cần dòng tiêu đề date,name,kind,confidence")]);
        }

        var order = ColumnOrder(rows[0], bad);
        if (order is null)
        {
            return (days, bad);
        }

        if (rows.Count == 1)
        {
            return (days, [new BadLine(2, "tệp chỉ có dòng tiêu đề, cần ít nhất một ngày")]);
        }

        var seen = new Dictionary<DateOnly, int>();
        foreach (var row in rows.Skip(1))
        {
            var (day, reason) = Day(row, order, seen);
            if (reason is not null)
            {
                bad.Add(new BadLine(row.Line, reason));
                if (bad.Count == MostBadLines)
                {
                    break;
                }
            }
            else if (day is not null)
            {
                days.Add(day);
            }
        }

        return (days, bad);
    }

    internal static IReadOnlyList<CalendarDay> BuiltInDays()
    {
        using var stream = typeof(CalendarCsv).Assembly.GetManifestResourceStream("working-calendar.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var (days, bad) = Read(reader.ReadToEnd());
        return bad.Count == 0 ? days : throw new InvalidDataException($"working-calendar.csv: {bad[0]}");
    }

    private static Dictionary<string, int>? ColumnOrder(Row header, List<BadLine> bad)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = header.Cells[i].Trim();
            if (!Columns.Contains(name, StringComparer.Ordinal))
            {
                bad.Add(new BadLine(header.Line, $"cột lạ “{name}”, chỉ nhận date,name,kind,confidence"));
            }
            else if (!order.TryAdd(name, i))
            {
                bad.Add(new BadLine(header.Line, $"cột “{name}” có hai lần"));
            }
        }

        bad.AddRange(Columns.Where(c => !order.ContainsKey(c)).Select(c => new BadLine(header.Line, $"thiếu cột “{c}”")));
        return bad.Count == 0 ? order : null;
    }

    private static (CalendarDay? Day, string? Reason) Day(Row row, Dictionary<string, int> order, Dictionary<DateOnly, int> seen)
    {
        if (row.Error is not null)
        {
            return (null, row.Error);
        }

        if (row.Cells.Count != Columns.Length)
        {
            return (null, $"có {row.Cells.Count} ô, cần {Columns.Length}");
        }

        string Cell(string column) => row.Cells[order[column]].Trim();
        if (!DateOnly.TryParseExact(Cell("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (null, $"ngày “{Cell("date")}” không có trong lịch, viết năm-tháng-ngày như 2026-09-02");
        }

        if (!seen.TryAdd(day, row.Line))
        {
            return (null, $"ngày {Cell("date")} đã có ở dòng {seen[day]}");
        }

        var name = Vietnamese.Tidy(Cell("name"));
        if (name.Length == 0 || Vietnamese.Length(name) > LongestName || Vietnamese.HasForbiddenCharacters(Cell("name")))
        {
            return (null, $"tên ngày phải có từ 1 đến {LongestName} chữ, không có ký tự điều khiển");
        }

        if (Snake.Parse<DayKind>(Cell("kind")) is not { } kind)
        {
            return (null, $"loại ngày “{Cell("kind")}” lạ, chỉ nhận public, tet, substitute, swap_off, swap_work");
        }

        if (!Confidences.Contains(Cell("confidence"), StringComparer.Ordinal))
        {
            return (null, $"độ tin cậy “{Cell("confidence")}” lạ, chỉ nhận sure, likely, check");
        }

        return (Cell("confidence") == "check" ? null : new CalendarDay(day, name, kind), null);
    }

    private static List<Row> Rows(string text)
    {
        List<Row> rows = [];
        var line = 1;
        for (var at = 0; at < text.Length;)
        {
            var first = line;
            List<string> cells = [];
            string? error = null;
            do
            {
                cells.Add(Cell(text, ref at, ref line, ref error));
            }
            while (at < text.Length && text[at] == ',' && ++at <= text.Length);

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            at += at < text.Length && text[at] == '\n' ? 1 : 0;
            line++;
            if (cells.Count > 1 || cells[0].Trim().Length > 0 || error is not null)
            {
                rows.Add(new Row(first, cells, error));
            }
        }

        return rows;
    }

    // One cell as RFC 4180 writes it; stops at the comma or the line end.
    private static string Cell(string text, ref int at, ref int line, ref string? error)
    {
        var cell = new StringBuilder();
        var quoted = at < text.Length && text[at] == '"';
        at += quoted ? 1 : 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (quoted && c == '"')
            {
                at++;
                if (at < text.Length && text[at] == '"')
                {
                    cell.Append('"');
                    at++;
                    continue;
                }

                quoted = false;
                continue;
            }

            if (!quoted && (c is ',' or '\n' || (c == '\r' && (at + 1 == text.Length || text[at + 1] == '\n'))))
            {
                return cell.ToString();
            }

            line += c == '\n' ? 1 : 0;
            cell.Append(c);
            at++;
        }

        error = quoted ? "thiếu dấu ngoặc kép đóng" : error;
        return cell.ToString();
    }

    private sealed record Row(int Line, List<string> Cells, string? Error);
}

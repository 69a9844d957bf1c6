using MotCua.Foundation;

namespace MotCua.Calendar;

/// <summary>The calendar's file: columns date, name, kind, confidence; rows with confidence "check" are not loaded.</summary>
public static class CalendarCsv
{
    public const int LongestName = 300;

    private static readonly string[] Columns = ["date", "name", "kind", "confidence"];

    private static readonly string[] Confidences = ["sure", "likely", "check"];

    /// <summary>Every row that may be loaded. With a problem nothing of the file may be used.</summary>
    public static IReadOnlyList<CalendarDay> Read(Stream file, ImportProblems problems)
    {
        var rows = CsvFile.Read(file, Columns, [], problems);
        if (rows.Count == 0 && !problems.Any)
        {
            problems.Add(0, "tệp chỉ có dòng tiêu đề, cần ít nhất một ngày");
        }

        List<CalendarDay> days = [];
        var seen = new Dictionary<DateOnly, int>();
        foreach (var row in rows)
        {
            var (day, reason) = Day(row, seen);
            if (reason is not null)
            {
                problems.Add(row.Line, reason);
            }
            else if (day is not null)
            {
                days.Add(day);
            }
        }

        return days;
    }

    internal static IReadOnlyList<CalendarDay> BuiltInDays()
    {
        using var stream = typeof(CalendarCsv).Assembly.GetManifestResourceStream("working-calendar.csv")!;
        var problems = new ImportProblems("working-calendar.csv");
        var days = Read(stream, problems);
        return problems.Any ? throw new InvalidDataException($"working-calendar.csv: {problems.All[0]}") : days;
    }

    // Neither a day nor a reason: a row that is yet to be checked.
    private static (CalendarDay? Day, string? Reason) Day(CsvRow row, Dictionary<DateOnly, int> seen)
    {
        if (!OffsetTime.TryDay(row["date"], out var day))
        {
            return (null, $"ngày “{row["date"]}” không có trong lịch, viết năm-tháng-ngày như 2026-09-02");
        }

        if (!seen.TryAdd(day, row.Line))
        {
            return (null, $"ngày {row["date"]} đã có ở dòng {seen[day]}");
        }

        if (row["name"].Length == 0 || Vietnamese.Length(row["name"]) > LongestName || Vietnamese.HasForbiddenCharacters(row["name"]))
        {
            return (null, $"tên ngày phải có từ 1 đến {LongestName} chữ, không có ký tự điều khiển");
        }

        if (Snake.Parse<DayKind>(row["kind"]) is not { } kind || kind == DayKind.Closing)
        {
            return (null, $"loại ngày “{row["kind"]}” lạ, chỉ nhận public, tet, substitute, swap_off, swap_work");
        }

        return Confidences.Contains(row["confidence"], StringComparer.Ordinal)
            ? (row["confidence"] == "check" ? null : new CalendarDay(day, Vietnamese.Tidy(row["name"]), kind), null)
            : (null, $"độ tin cậy “{row["confidence"]}” lạ, chỉ nhận sure, likely, check");
    }
}

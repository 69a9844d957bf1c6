using System.Globalization;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>One line of a file of agencies, each value checked by itself; <paramref name="Line"/> counts from 1 with the header.</summary>
public sealed record AgencyLine(int Line, string Code, string Name, AgencyLevel Level, string? Parent, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public DateRange Dates => new(ValidFrom, ValidTo);
}

/// <summary>Which file of agencies it is.</summary>
public enum AgencyFileShape
{
    /// <summary>code,name,level,parent,valid_from,valid_to (CONTRACT 2).</summary>
    Contract,

    /// <summary>code,name,level,parent_code: the national list of units, in force since the two-tier government began.</summary>
    National,
}

/// <summary>Reads a file of agencies line by line.</summary>
internal static class AgencyFile
{
    private static readonly string[] Columns = ["code", "name", "level", "parent", "valid_from", "valid_to"];

    private static readonly string[] NationalColumns = ["code", "name", "level", "parent_code"];

    private static readonly DateOnly TwoTiers = new(2025, 7, 1);

    /// <summary>The good lines, and every code that any line defines, so that a bad line does not make its children bad too.</summary>
    public static (List<AgencyLine> Lines, HashSet<string> Codes) Read(Stream file, AgencyFileShape shape, ImportProblems problems)
    {
        var national = shape == AgencyFileShape.National;
        var lines = new List<AgencyLine>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvFile.Read(file, national ? NationalColumns : Columns, [], problems))
        {
            codes.Add(row["code"]);
            if (Take(row, national, problems) is { } line)
            {
                lines.Add(line);
            }
        }

        return (lines, codes);
    }

    private static AgencyLine? Take(CsvRow row, bool national, ImportProblems problems)
    {
        var good = true;
        void Wrong(string what)
        {
            good = false;
            problems.Add(row.Line, what);
        }

        var code = row["code"];
        if (!Agency.IsCode(code))
        {
            Wrong($"mã \"{code}\" không đúng mẫu");
        }

        var name = Names.Check(row["name"], Agency.LongestName);
        if (!name.Succeeded)
        {
            Wrong("name: " + name.Error!.Message);
        }

        var level = Snake.Parse<AgencyLevel>(row["level"]);
        if (level is null)
        {
            Wrong($"level \"{row["level"]}\" không có trong province|district|commune|department|branch");
        }

        var parent = row[national ? "parent_code" : "parent"];
        if (parent.Length > 0 && !Agency.IsCode(parent))
        {
            Wrong($"mã cấp trên \"{parent}\" không đúng mẫu");
        }

        var dates = national ? new DateRange(TwoTiers, null) : DatesOf(row["valid_from"], row["valid_to"], Wrong);
        return good ? new AgencyLine(row.Line, code, name.Value, level!.Value, parent.Length == 0 ? null : parent, dates.From, dates.To) : null;
    }

    private static DateRange DatesOf(string from, string to, Action<string> wrong)
    {
        var first = Day(from, "valid_from", wrong);
        var last = to.Length == 0 ? null : Day(to, "valid_to", wrong);
        if (last < first)
        {
            wrong($"valid_to {to} sớm hơn valid_from {from}");
        }

        return new DateRange(first ?? default, last);
    }

    private static DateOnly? Day(string text, string column, Action<string> wrong)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        wrong(text.Length == 0 ? $"thiếu {column}" : $"{column} \"{text}\" không phải một ngày có thật dạng yyyy-MM-dd");
        return null;
    }
}

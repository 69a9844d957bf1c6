using System.Data.Common;
using Dapper;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>The calendar in force: the imported days when there are any, else the built-in ones.</summary>
public static class ImportedCalendar
{
    public static async Task<WorkingCalendar> LoadAsync(DbConnection connection, CancellationToken ct)
    {
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition("select day, name, kind from calendar_days", cancellationToken: ct))).ToList();
        return rows.Count == 0
            ? WorkingCalendar.BuiltIn
            : WorkingCalendar.Of(rows.Select(r => new CalendarDay(r.Day, r.Name, Snake.Parse<DayKind>(r.Kind)!.Value)));
    }

    private sealed record Row(DateOnly Day, string Name, string Kind);
}

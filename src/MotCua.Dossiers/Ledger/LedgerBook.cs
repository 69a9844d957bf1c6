using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Procedures;

namespace MotCua.Dossiers.Ledger;

/// <summary>What the lines of a ledger refer to: agencies, procedures, the calendars, and the instant of the import.</summary>
internal sealed class LedgerBook(AgencyTree agencies, IReadOnlyDictionary<string, Procedure> procedures, CalendarBook calendars, DateTimeOffset now)
{
    public DeadlineClock ClockOf(AgencyId agency) => calendars.ClockOf(agency);

    public DateTimeOffset Now => now;

    public static async Task<LedgerBook> LoadAsync(MotCuaDb db, CalendarBook calendars, DateTimeOffset now, CancellationToken ct) => new(
        await AgencyTree.LoadAsync(db, ct),
        await db.Procedures.AsNoTracking().ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct),
        calendars,
        now);

    public string CodeOf(AgencyId agency) => agencies.CodeOf(agency);

    public AgencyId Agency(LineReader line, string name) =>
        line.Raw(name, required: true) is { } code ? Agency(line, name, code) : default;

    public AgencyId? OptionalAgency(LineReader line, string name) =>
        line.Raw(name, required: false) is { } code ? Agency(line, name, code) : null;

    /// <summary>The version in force on the day of receipt; for a day before the first version the first, after the last the last.</summary>
    public (Procedure Procedure, ProcedureVersion Version)? Version(LineReader line, DateOnly day)
    {
        if (line.Raw("procedure", required: true) is not { } code)
        {
            return null;
        }

        if (procedures.GetValueOrDefault(code) is { } procedure
            && (procedure.BaseAt(day) is { } version && version.ValidFrom <= day ? version : procedure.NextAfter(day)) is { } found)
        {
            return (procedure, found);
        }

        line.Fault($"không có thủ tục mã “{Short(code)}”; nạp thủ tục trước");
        return null;
    }

    private AgencyId Agency(LineReader line, string name, string code)
    {
        if (agencies.ByCode(code) is { } agency)
        {
            return agency.Id;
        }

        line.Fault($"“{name}”: không có đơn vị mã “{Short(code)}”; nạp đơn vị trước");
        return default;
    }

    private static string Short(string code) => code.Length <= 60 ? code : code[..60] + "…";
}

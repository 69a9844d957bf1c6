using MotCua.Calendar;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>What the pages of the calendar share: whose calendar, and the words of its days.</summary>
public static class CalendarPages
{
    public static IServiceCollection AddCalendarPages(this IServiceCollection services)
    {
        services.AddScoped<CalendarAftermath>();
        services.AddScoped<RecomputeRows>();
        services.AddHostedService<RecomputationWorker>();
        return services;
    }

    /// <summary>The agency that the address names, else the first one that the officer administers.</summary>
    public static AgencyId? AgencyOf(this CurrentOfficer officer, string? code) => string.IsNullOrWhiteSpace(code)
        ? officer.AgenciesOf(OfficeRole.Administrator) is [var own, ..] ? own : null
        : officer.Agencies.ByCode(code.Trim())?.Id;

    /// <summary>The top agency through which the officer may change the national days.</summary>
    public static AgencyId? NationalSeat(this CurrentOfficer officer, DateOnly today) =>
        officer.AgenciesOf(OfficeRole.Administrator).Where(a => officer.Agencies.ParentOf(a, today) is null).Cast<AgencyId?>().FirstOrDefault();

    public static string Words(this DayKind kind) => kind switch
    {
        DayKind.Public => Text.Key("Nghỉ lễ"),
        DayKind.Tet => Text.Key("Nghỉ Tết"),
        DayKind.Substitute => Text.Key("Nghỉ bù"),
        DayKind.SwapOff => Text.Key("Nghỉ hoán đổi"),
        DayKind.SwapWork => Text.Key("Làm bù"),
        DayKind.Closing => Text.Key("Nghỉ đột xuất"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The few letters that stand under the number of a day.</summary>
    public static string Mark(this DayKind kind) => kind switch
    {
        DayKind.Public => Text.Key("lễ"),
        DayKind.Tet => Text.Key("Tết"),
        DayKind.Substitute => Text.Key("bù"),
        DayKind.SwapOff => Text.Key("đổi"),
        DayKind.SwapWork => Text.Key("làm"),
        DayKind.Closing => Text.Key("đóng"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers.Watchdogs;

/// <summary>How long a dossier may hang in an agency before a watch list names it ("ngưỡng cảnh báo").</summary>
public sealed class WatchLimits
{
    public const int MostDays = 365;

    private WatchLimits()
    {
    }

    public AgencyId AgencyId { get; private init; }

    /// <summary>Working days without any act while the clock runs.</summary>
    public int StillDays { get; private set; } = 5;

    /// <summary>Calendar days that a result lies at the counter.</summary>
    public int ShelfDays { get; private set; } = 15;

    /// <summary>Calendar days of waiting for a supplement, after which a stop is proposed.</summary>
    public int SupplementDays { get; private set; } = 30;

    public int Revision { get; private set; }

    /// <summary>What holds until the agency's administrator says otherwise.</summary>
    public static WatchLimits DefaultOf(AgencyId agency) => new() { AgencyId = agency };

    public Result Change(int still, int shelf, int supplement)
    {
        if (new[] { still, shelf, supplement }.Any(d => d is < 1 or > MostDays))
        {
            return DossierErrors.WatchDays().At(still is < 1 or > MostDays ? "Still" : shelf is < 1 or > MostDays ? "Shelf" : "Supplement");
        }

        (StillDays, ShelfDays, SupplementDays) = (still, shelf, supplement);
        Revision++;
        return Result.Ok();
    }

    /// <summary>A dossier whose last act lies before this instant has lain still for so many working days.</summary>
    public static DateTimeOffset BeforeWorkingDays(WorkingCalendar calendar, DateOnly today, int days)
    {
        var day = today;
        for (var counted = 0; counted < days; day = day.AddDays(-1))
        {
            counted += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return Moment.At(day.AddDays(1), TimeOnly.MinValue).Instant;
    }

    /// <summary>What happened before this instant is so many calendar days old.</summary>
    public static DateTimeOffset BeforeDays(DateOnly today, int days) => Moment.At(today.AddDays(1 - days), TimeOnly.MinValue).Instant;
}

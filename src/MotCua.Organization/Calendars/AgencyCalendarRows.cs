using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>Giờ làm việc của cơ quan from a day on, until the agency's next change.</summary>
public sealed class AgencyHours
{
    private AgencyHours()
    {
    }

    public AgencyId AgencyId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Null: the hours of the agency above, or the default ones.</summary>
    public IReadOnlyList<Session>? Sessions { get; private set; }

    public string DecisionNo { get; private set; } = "";

    public OfficeHours? Hours => Sessions is null ? null : new OfficeHours([.. Sessions]);

    public static Result<AgencyHours> Set(AgencyId agency, DateOnly from, IReadOnlyList<Session>? sessions, string? decisionNo)
    {
        if (from.Year is < 2000 or > 2100)
        {
            return CalendarErrors.DayOutOfRange().At("ValidFrom");
        }

        var checkedSessions = sessions is null ? null : SessionRules.Check(sessions);
        var decided = NationalDay.Decision(decisionNo);
        return (checkedSessions?.Error ?? decided.Error) is { } error
            ? error
            : new AgencyHours { AgencyId = agency, ValidFrom = from, Sessions = checkedSessions?.Value, DecisionNo = decided.Value };
    }
}

/// <summary>Một cửa sáng thứ Bảy của cơ quan, from a day to a day; open for service, no working day.</summary>
public sealed class AgencyDesk
{
    private AgencyDesk()
    {
    }

    public Guid Id { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>The agencies under this one are open as well.</summary>
    public bool IncludesBelow { get; private set; }

    public string DecisionNo { get; private set; } = "";

    public SaturdayDesk Desk => new(ValidFrom, ValidTo, new OfficeHours([.. Sessions]));

    public static Result<AgencyDesk> Open(AgencyId agency, DateRange dates, IReadOnlyList<Session> sessions, bool includesBelow, string? decisionNo)
    {
        if (dates.From.Year is < 2000 or > 2100)
        {
            return CalendarErrors.DayOutOfRange().At("ValidFrom");
        }

        var (dated, sat, decided) = (DateRange.Check(dates.From, dates.To), SessionRules.Check(sessions), NationalDay.Decision(decisionNo));
        return (dated.Error ?? sat.Error ?? decided.Error) is { } error
            ? error
            : new AgencyDesk
            {
                Id = Ids.New(),
                AgencyId = agency,
                ValidFrom = dates.From,
                ValidTo = dates.To,
                Sessions = sat.Value,
                IncludesBelow = includesBelow,
                DecisionNo = decided.Value,
            };
    }
}

/// <summary>Nghỉ đột xuất của cơ quan: a storm, a power cut; no working day for this agency.</summary>
public sealed class AgencyClosing
{
    private AgencyClosing()
    {
    }

    public AgencyId AgencyId { get; private set; }

    public DateOnly Day { get; private set; }

    public string Reason { get; private set; } = "";

    public string DecisionNo { get; private set; } = "";

    /// <summary>The agencies under this one are closed as well.</summary>
    public bool IncludesBelow { get; private set; }

    public static Result<AgencyClosing> Close(AgencyId agency, DateOnly day, string? reason, bool includesBelow, string? decisionNo)
    {
        if (day.Year is < 2000 or > 2100)
        {
            return CalendarErrors.DayOutOfRange().At("From");
        }

        var (why, decided) = (Names.Check(reason, CalendarCsv.LongestName), NationalDay.Decision(decisionNo));
        return (why.Error?.At("Reason") ?? decided.Error) is { } error
            ? error
            : new AgencyClosing { AgencyId = agency, Day = day, Reason = why.Value, IncludesBelow = includesBelow, DecisionNo = decided.Value };
    }
}

internal static class SessionRules
{
    /// <summary>One to four sessions that begin before they end and do not overlap; earliest first.</summary>
    public static Result<IReadOnlyList<Session>> Check(IReadOnlyList<Session> sessions)
    {
        var sorted = sessions.OrderBy(s => s.From).ToList();
        return sorted.Count is 0 or > 4 || sorted.Any(s => s.To <= s.From) || sorted.Zip(sorted.Skip(1)).Any(p => p.Second.From < p.First.To)
            ? CalendarErrors.SessionsWrong()
            : Result.Ok<IReadOnlyList<Session>>(sorted);
    }
}

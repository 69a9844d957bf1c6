using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>Ngày trong lịch cả nước: a day that is not what its weekday says, with the decision that published it.</summary>
public sealed class NationalDay
{
    public const int LongestDecision = 100;

    private NationalDay()
    {
    }

    public DateOnly Day { get; private set; }

    public string Name { get; private set; } = "";

    public DayKind Kind { get; private set; }

    /// <summary>Null when the file it came from did not say.</summary>
    public string? DecisionNo { get; private set; }

    /// <summary>A day as the program brings it along, when the office begins to keep its own calendar.</summary>
    internal static NationalDay Of(CalendarDay day) => new() { Day = day.Day, Name = day.Name, Kind = day.Kind };

    public static Result<NationalDay> Declare(DateOnly day, string? name, DayKind kind, string? decisionNo)
    {
        var (named, decided) = (Names.Check(name, CalendarCsv.LongestName), Decision(decisionNo));
        if (day.Year is < 2000 or > 2100 || kind == DayKind.Closing)
        {
            return CalendarErrors.DayOutOfRange();
        }

        if (!named.Succeeded || !decided.Succeeded)
        {
            return named.Succeeded ? decided.Error! : named.Error!.At("Name");
        }

        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return (kind, weekend) switch
        {
            (DayKind.SwapWork, false) => CalendarErrors.WorkedOnWeekday(),
            (DayKind.SwapOff or DayKind.Substitute, true) => CalendarErrors.OffOnWeekend(),
            _ => new NationalDay { Day = day, Name = named.Value, Kind = kind, DecisionNo = decided.Value },
        };
    }

    internal void Change(NationalDay to) => (Name, Kind, DecisionNo) = (to.Name, to.Kind, to.DecisionNo);

    internal static Result<string> Decision(string? number) =>
        string.IsNullOrWhiteSpace(number) ? CalendarErrors.DecisionMissing()
        : Names.Check(number, LongestDecision) is { Succeeded: false } wrong ? wrong.Error!.At("DecisionNo")
        : Vietnamese.Tidy(number);
}

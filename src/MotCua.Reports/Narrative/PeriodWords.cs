using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>
/// What a period is called. A name such as "quý I" is given only when the days are those of the name, by the calendar or by the closing days
/// of NĐ 09/2019 (from the 15th to the 14th); a report that closes up to ten days early keeps it. Else the days themselves are the name.
/// </summary>
public static class PeriodWords
{
    private const int Tolerance = 10;

    private static readonly (int Start, int Months, string Words, string Next)[] Named =
    [
        (1, 3, "quý I năm {0}", "quý II năm {0}"),
        (4, 3, "quý II năm {0}", "quý III năm {0}"),
        (7, 3, "quý III năm {0}", "quý IV năm {0}"),
        (10, 3, "quý IV năm {0}", "quý I năm {1}"),
        (1, 6, "6 tháng đầu năm {0}", "6 tháng cuối năm {0}"),
        (7, 6, "6 tháng cuối năm {0}", "6 tháng đầu năm {1}"),
        (1, 9, "9 tháng đầu năm {0}", "quý IV năm {0}"),
        (1, 12, "năm {0}", "năm {1}"),
    ];

    public static string Of(DateOnly from, DateOnly to) => Name(from, to)?.Words ?? Days(from, to);

    /// <summary>The period that the tasks ahead are for.</summary>
    public static string Next(DateOnly from, DateOnly to) => Name(from, to)?.Next ?? "thời gian tới";

    public static string Days(DateOnly from, DateOnly to) => $"từ ngày {Vietnamese.Date(from)} đến ngày {Vietnamese.Date(to)}";

    /// <summary>The days that a figure of a sentence is about, in a report of these days.</summary>
    public static (DateOnly From, DateOnly To) DaysOf(FigureTime time, DateOnly from, DateOnly to) => time switch
    {
        FigureTime.Before => Before(from, to),
        FigureTime.YearBefore => YearBefore(from, to),
        _ => (from, to),
    };

    /// <summary>As many months, or days, right before.</summary>
    public static (DateOnly From, DateOnly To) Before(DateOnly from, DateOnly to)
    {
        var months = ((to.AddDays(1).Year - from.Year) * 12) + to.AddDays(1).Month - from.Month;
        return to.AddDays(1).Day == from.Day && months > 0
            ? (from.AddMonths(-months), from.AddDays(-1))
            : (from.AddDays(from.DayNumber - to.DayNumber - 1), from.AddDays(-1));
    }

    public static (DateOnly From, DateOnly To) YearBefore(DateOnly from, DateOnly to) => (from.AddYears(-1), to.AddYears(-1));

    private static (string Words, string Next)? Name(DateOnly from, DateOnly to)
    {
        foreach (var year in new[] { to.Year, to.Year + 1 })
        {
            foreach (var (start, months, words, next) in Named)
            {
                var first = new DateOnly(year, start, 1);
                var (closingFrom, closingTo) = (first.AddMonths(-1).AddDays(14), first.AddMonths(months - 1).AddDays(13));
                if ((from == first && to == first.AddMonths(months).AddDays(-1)) || (Near(from, closingFrom) && Near(to, closingTo)))
                {
                    return (string.Format(words, year, year + 1), string.Format(next, year, year + 1));
                }
            }
        }

        return from is { Day: 1, Month: 1 } && to.AddDays(1).Day == 1 && to.Year == from.Year
            ? ($"{to.Month} tháng đầu năm {to.Year}", $"các tháng cuối năm {to.Year}")
            : null;
    }

    private static bool Near(DateOnly day, DateOnly wanted) => Math.Abs(day.DayNumber - wanted.DayNumber) <= Tolerance;
}

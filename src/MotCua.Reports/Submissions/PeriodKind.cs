using System.Globalization;
using MotCua.Foundation;

namespace MotCua.Reports.Submissions;

/// <summary>For how long a report is asked ("kỳ báo cáo").</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    HalfYear,
    NineMonths,
    Year,

    /// <summary>From any day to any day.</summary>
    Free,
}

/// <summary>
/// The days that a period's data are from (NĐ 09/2019 Điều 12): from the 15th of the month before it to the 14th of its last month;
/// six months, nine months and the year begin on 15 December.
/// </summary>
public static class ReportPeriods
{
    private const int LastDay = 14;

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>The periods of a kind whose last day falls on one of these days, oldest first; a free one is nobody's rule.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> EndingIn(PeriodKind kind, DateOnly first, DateOnly last)
    {
        if (kind is PeriodKind.Free)
        {
            yield break;
        }

        for (var end = new DateOnly(first.Year, first.Month, LastDay); end <= last; end = end.AddMonths(1))
        {
            if (end >= first && IsEnd(kind, end.Month))
            {
                yield return (StartOf(kind, end), end);
            }
        }
    }

    /// <summary>A period of the kind has exactly these days.</summary>
    public static bool Is(PeriodKind kind, DateOnly from, DateOnly to) =>
        kind is PeriodKind.Free || (to.Day == LastDay && IsEnd(kind, to.Month) && StartOf(kind, to) == from);

    /// <summary>The kind that has exactly these days; free when none has.</summary>
    public static PeriodKind KindOf(DateOnly from, DateOnly to) => Enum.GetValues<PeriodKind>().First(kind => Is(kind, from, to));

    /// <summary>What is wrong with the days of a report that is begun; null: nothing.</summary>
    internal static Error? Problem(PeriodKind kind, DateOnly from, DateOnly to, DateOnly today) =>
        to < from ? SubmissionErrors.PeriodReversed(from, to)
        : from > today ? SubmissionErrors.InFuture(from)
        : Is(kind, from, to) ? null
        : SubmissionErrors.NotThePeriod();

    /// <summary>A sentence with places, and what fills them: quarter and year, or the days of a free period.</summary>
    public static (string Sentence, object[] Args) Words(PeriodKind kind, DateOnly from, DateOnly to)
    {
        var year = to.Year.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            PeriodKind.Month => (Sentences[0], [to.Month.ToString(CultureInfo.InvariantCulture), year]),
            PeriodKind.Quarter => (Sentences[1], [Roman[(to.Month / 3) - 1], year]),
            PeriodKind.HalfYear => (Sentences[2], [year]),
            PeriodKind.NineMonths => (Sentences[3], [year]),
            PeriodKind.Year => (Sentences[4], [year]),
            _ => (Sentences[5], [from, to]),
        };
    }

    /// <summary>Every sentence of <see cref="Words"/>, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
        ["Tháng {0}/{1}", "Quý {0}/{1}", "6 tháng đầu năm {0}", "9 tháng năm {0}", "Năm {0}", "Từ {0} đến {1}"];

    /// <summary>The kinds as a list names them.</summary>
    public static string Label(this PeriodKind kind) => Labels[(int)kind];

    public static IReadOnlyList<string> Labels { get; } = ["Hằng tháng", "Hằng quý", "6 tháng đầu năm", "9 tháng", "Hằng năm", "Một lần, ngày tự chọn"];

    private static bool IsEnd(PeriodKind kind, int month) => kind switch
    {
        PeriodKind.Month => true,
        PeriodKind.Quarter => month % 3 == 0,
        PeriodKind.HalfYear => month == 6,
        PeriodKind.NineMonths => month == 9,
        _ => month == 12,
    };

    private static DateOnly StartOf(PeriodKind kind, DateOnly end) => kind switch
    {
        PeriodKind.Month => end.AddMonths(-1).AddDays(1),
        PeriodKind.Quarter => end.AddMonths(-3).AddDays(1),
        _ => new DateOnly(end.Year - 1, 12, LastDay + 1),
    };
}

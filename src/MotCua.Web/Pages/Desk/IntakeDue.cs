using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>One line of the count: which days, and what the clock did with them.</summary>
public sealed record DueLine(string Days, string What, bool Last = false);

/// <summary>The answer of the clock: the promised day, and how it was counted.</summary>
public sealed record IntakeDue(TimeLimit Limit, DateOnly? Day, DateTimeOffset? At, IReadOnlyList<DueLine> Lines)
{
    /// <summary>More days than this are told in stretches.</summary>
    private const int MostLines = 12;

    public static IntakeDue Of(DeadlineClock clock, TimeLimit limit, DateTimeOffset now, Text t)
    {
        var deadline = clock.Start(now, limit);
        var days = clock.Explain(new DeadlineCase(now, limit, []));
        return new IntakeDue(limit, deadline.DueDay, deadline.DueAt, [.. LinesOf(days, deadline, t)]);
    }

    private static IEnumerable<DueLine> LinesOf(IReadOnlyList<ExplainedDay> days, Deadline deadline, Text t)
    {
        var inStretches = days.Count > MostLines;
        for (var i = 0; i < days.Count;)
        {
            var last = i;
            while (last + 1 < days.Count && Joins(days[last], days[last + 1], inStretches))
            {
                last++;
            }

            yield return new DueLine(Names(days, i, last), What(days[i], days[last], deadline, t), days[i].Kind == ExplainedKind.Due);
            i = last + 1;
        }
    }

    private static bool Joins(ExplainedDay one, ExplainedDay next, bool inStretches) => (one.Kind, next.Kind) switch
    {
        (ExplainedKind.Skipped, ExplainedKind.Skipped) => IsWeekend(one) == IsWeekend(next) && (IsWeekend(one) || one.Why == next.Why),
        (ExplainedKind.Counted, ExplainedKind.Counted) => inStretches,
        _ => false,
    };

    private static string Names(IReadOnlyList<ExplainedDay> days, int first, int last)
    {
        var from = days[first].Day;
        if (first == last)
        {
            return days[first].Kind == ExplainedKind.Skipped && IsWeekend(days[first])
                ? Vietnamese.ShortWeekday(from)
                : $"{Vietnamese.ShortWeekday(from)} {Vietnamese.ShortDate(from)}";
        }

        return IsWeekend(days[first]) && days[first].Kind == ExplainedKind.Skipped
            ? string.Join(", ", Enumerable.Range(first, last - first + 1).Select(i => Vietnamese.ShortWeekday(days[i].Day)))
            : $"{Vietnamese.ShortDate(from)} – {Vietnamese.ShortDate(days[last].Day)}";
    }

    private static string What(ExplainedDay day, ExplainedDay last, Deadline deadline, Text t) => day.Kind switch
    {
        ExplainedKind.Received when day.Why is { } why => t["Ngày tiếp nhận, không tính ({0})", t[why]],
        ExplainedKind.Received => t["Ngày tiếp nhận, không tính"],
        ExplainedKind.Start => t["Bắt đầu tính hạn, không tính"],
        ExplainedKind.Counted when day.Number is null => t["Ngày làm việc"],
        ExplainedKind.Counted when day.Number == last.Number => t["Ngày {0}", day.Number],
        ExplainedKind.Counted => t["Ngày {0} đến {1}", day.Number, last.Number],
        ExplainedKind.Skipped when IsWeekend(day) => t["Nghỉ cuối tuần"],
        ExplainedKind.Skipped => t["Nghỉ: {0}", day.Why],
        ExplainedKind.Due when day.Number is { } number => t["Ngày {0}, đến hạn lúc {1}", number, Vietnamese.Time(deadline.DueAt!.Value)],
        ExplainedKind.Due => t["Đến hạn lúc {0}", Vietnamese.Time(deadline.DueAt!.Value)],
        _ => day.Why ?? "",
    };

    private static bool IsWeekend(ExplainedDay day) =>
        day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day.Why is "Thứ bảy" or "Chủ nhật";
}

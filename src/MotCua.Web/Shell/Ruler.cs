using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

/// <summary>Turns the clock's explanation into the ruler: it computes no deadline, it only draws one.</summary>
public sealed class Ruler(DeadlineClock clock, DeadlineCase dossier, DateTimeOffset now, DateTimeOffset? finished, Text t)
{
    /// <summary>Above this, a cell is a week.</summary>
    private const int MostDays = 30;

    private readonly DateOnly received = Moment.Of(dossier.Received).Day;
    private readonly DateOnly today = Moment.Of(finished ?? now).Day;
    private readonly DateOnly? dueDay = clock.Run(dossier).DueDay;

    /// <summary>Null when the dossier has no due date.</summary>
    public static RulerView? Of(DeadlineClock clock, DeadlineCase dossier, DateTimeOffset now, DateTimeOffset? finished, Text t)
    {
        var ruler = new Ruler(clock, dossier, now, finished, t);
        return ruler.dueDay is { } due ? ruler.Draw(due) : null;
    }

    private RulerView Draw(DateOnly due)
    {
        var days = Days(due);
        var labels = new RulerLabels(clock, dossier, received, today, due, finished is not null, days, t);
        var weekly = days.Count > MostDays;
        var cells = weekly ? Weeks(days, due) : [.. days.Select(d => Cell(d, due))];
        return new RulerView(
            t["Thước thời hạn, từ {0} đến {1}", Vietnamese.ShortDate(days[0].Day), Vietnamese.Date(days[^1].Day)],
            labels.Put(cells, day => weekly ? (day.DayNumber / 7) - (days[0].Day.DayNumber / 7) : day.DayNumber - days[0].Day.DayNumber),
            labels.PhoneLine,
            labels.Line);
    }

    // The explanation ends at the due day; a late dossier goes on to today or its finish.
    private List<ExplainedDay> Days(DateOnly due)
    {
        var days = clock.Explain(dossier with { At = now }).ToList();
        for (var day = days[^1].Day.AddDays(1); day <= today && today > due; day = day.AddDays(1))
        {
            days.Add(new ExplainedDay(day, clock.Calendar.IsWorkingDay(day) ? ExplainedKind.Overdue : ExplainedKind.Skipped, null, clock.Calendar.WhyNot(day)));
        }

        return days;
    }

    private RulerCell Cell(ExplainedDay day, DateOnly due)
    {
        var (look, word) = Look(day, due);
        return new RulerCell($"{day.Day.Day}", look, word);
    }

    private (string Look, string Word) Look(ExplainedDay day, DateOnly due) => day switch
    {
        { Kind: ExplainedKind.Due } => ("due", day.Day == today ? t["hôm nay, đến hạn"] : t["đến hạn"]),
        { Kind: ExplainedKind.Skipped } => ("off", day.Why is { } why ? t["ngày nghỉ: {0}", why] : t["ngày nghỉ"]),
        _ when day.Day > due && day.Day <= today && day.Kind != ExplainedKind.Stopped => ("over", day.Day == today ? t["hôm nay, quá hạn"] : t["quá hạn"]),
        _ when day.Day == today && finished is null => ("now", t["hôm nay"]),
        { Kind: ExplainedKind.Stopped or ExplainedKind.Restarted } => ("pa", t["tạm dừng, không tính"]),
        _ when day.Day <= today => ("past", day.Number is { } n ? t["ngày thứ {0}", n] : t["đã qua, không tính"]),
        _ => ("", t["ngày làm việc còn lại"]),
    };

    private List<RulerCell> Weeks(List<ExplainedDay> days, DateOnly due) =>
    [
        .. days.GroupBy(d => d.Day.DayNumber / 7).Select(week =>
        {
            var monday = DateOnly.FromDayNumber(week.Key * 7);
            var looks = week.Select(d => Look(d, due)).ToList();
            var strongest = new[] { "due", "now", "over" }.FirstOrDefault(l => looks.Any(x => x.Look == l))
                ?? (looks.All(l => l.Look is "pa" or "off") ? (looks.Any(l => l.Look == "pa") ? "pa" : "off") : looks.Any(l => l.Look == "past") ? "past" : "");
            return new RulerCell($"{monday.Day}/{monday.Month}", strongest, looks.First(l => l.Look == strongest).Word);
        }),
    ];
}

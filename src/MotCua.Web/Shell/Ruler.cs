using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

/// <summary>Turns the clock's explanation into the ruler: it computes no deadline, it only draws one.</summary>
public sealed class Ruler(DeadlineClock clock, DeadlineCase dossier, DateTimeOffset now, DateTimeOffset? finished, Text t, RulerStyle style)
{
    /// <summary>Above so many days a cell is a week, above so many weeks a month, above so many months a year.</summary>
    private const int MostCells = 30;

    private readonly DateOnly received = Moment.Of(dossier.Received).Day;
    private readonly DateOnly today = Moment.Of(finished ?? now).Day;
    private readonly DateOnly? dueDay = clock.Run(dossier).DueDay;

    // What a cell is: how days are put together and what stands in it.
    private sealed record Unit(Func<DateOnly, int> Of, Func<DateOnly, string> Text, string? Words = null);

    private static readonly Unit[] Units =
    [
        new(d => d.DayNumber, d => $"{d.Day}"),
        new(d => d.DayNumber / 7, d => $"{Monday(d).Day}/{Monday(d).Month}", Shell.Text.Key("Mỗi ô là một tuần.")),
        new(d => (d.Year * 12) + d.Month, d => $"{d.Month}/{d.Year}", Shell.Text.Key("Mỗi ô là một tháng.")),
        new(d => d.Year, d => $"{d.Year}", Shell.Text.Key("Mỗi ô là một năm.")),
    ];

    /// <summary>Null when the dossier has no due date.</summary>
    public static RulerView? Of(DeadlineClock clock, DeadlineCase dossier, DateTimeOffset now, DateTimeOffset? finished, Text t, RulerStyle? style = null)
    {
        var ruler = new Ruler(clock, dossier, now, finished, t, style ?? RulerStyle.Officers);
        return ruler.dueDay is { } due ? ruler.Draw(due) : null;
    }

    private RulerView Draw(DateOnly due)
    {
        var days = Days(due);
        int Count(Unit u) => u.Of(days[^1].Day) - u.Of(days[0].Day) + 1;
        var unit = Array.Find(Units, u => Count(u) <= MostCells) ?? Units[^1];
        var cells = Cells(days, due, unit);
        var labels = new RulerLabels(clock, dossier, received, today, due, finished is not null, days, t, style);
        var put = labels.Put(cells, day => unit.Of(day) - unit.Of(days[0].Day));
        return new RulerView(
            t["Thước thời hạn, từ {0} đến {1}", Vietnamese.ShortDate(days[0].Day), Vietnamese.Date(days[^1].Day)], put.Cells, labels.PhoneLine, unit.Words is { } words ? $"{labels.Line} {t[words]}" : labels.Line)
        {
            Rest = put.Dropped,
            Room = RoomFor(cells, grouped: unit != Units[0]),
        };
    }

    // The explanation ends at the due day; a late dossier goes on to today or its finish, an apology to its new date.
    private List<ExplainedDay> Days(DateOnly due)
    {
        var days = clock.Explain(dossier with { At = finished ?? now }).ToList();
        var last = today > due ? today : due;
        last = style.ExtendedDue is { } extended && extended > last ? extended : last;
        for (var day = days[^1].Day.AddDays(1); day <= last; day = day.AddDays(1))
        {
            days.Add(new ExplainedDay(day, clock.Calendar.IsWorkingDay(day) ? ExplainedKind.Overdue : ExplainedKind.Skipped, null, clock.Calendar.WhyNot(day)));
        }

        return days;
    }

    private (string Look, string Word) Look(ExplainedDay day, DateOnly due) => day switch
    {
        { Kind: ExplainedKind.Due } => ("due", day.Day == today && finished is null ? t["hôm nay, đến hạn"] : t["đến hạn"]),
        _ when day.Day == style.ExtendedDue => ("due", day.Day == today && finished is null ? t["hôm nay, hẹn lại"] : t["hẹn lại"]),
        { Kind: ExplainedKind.Skipped } => ("off", day.Why is { } why ? t["ngày nghỉ: {0}", t[why]] : t["ngày nghỉ"]),
        _ when day.Day > due && day.Day <= today && day.Kind != ExplainedKind.Stopped => ("over", day.Day == today && finished is null ? t["hôm nay, quá hạn"] : t["quá hạn"]),
        _ when day.Day == today && finished is null => ("now", t["hôm nay"]),
        { Kind: ExplainedKind.Stopped or ExplainedKind.Restarted } => ("pa", t["tạm dừng, không tính"]),
        _ when day.Day <= today => ("past", day.Number is { } n ? t["ngày thứ {0}", n] : t["đã qua, không tính"]),
        _ when finished is not null => ("", t["ngày không dùng đến"]),
        _ when day.Day > due => ("", t["ngày làm việc thêm đến khi hẹn lại"]),
        _ => ("", t["ngày làm việc còn lại"]),
    };

    private List<RulerCell> Cells(List<ExplainedDay> days, DateOnly due, Unit unit) =>
    [
        .. days.GroupBy(d => unit.Of(d.Day)).Select(group =>
        {
            var looks = group.Select(d => Look(d, due)).ToList();
            var strongest = Array.Find(["due", "now", "over"], l => looks.Any(x => x.Look == l))
                ?? (looks.All(l => l.Look is "pa" or "off") ? (looks.Any(l => l.Look == "pa") ? "pa" : "off") : looks.Any(l => l.Look == "past") ? "past" : "");
            return new RulerCell(unit.Text(group.First().Day), strongest, looks.First(l => l.Look == strongest).Word);
        }),
    ];

    // A digit is about 7.2 px wide, and wants a little air.
    private RulerRoom RoomFor(List<RulerCell> cells, bool grouped)
    {
        var cell = style.Width / cells.Sum(c => c.Weight);
        if (cell < (cells.Max(c => c.Text.Length) * 7.2) + 3)
        {
            return RulerRoom.None;
        }

        return cells.Count > (grouped ? 8 : 20) || (cell * 0.55 < 18 && cells.Exists(c => c.Look == "off")) ? RulerRoom.Tight : RulerRoom.All;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(day.DayNumber % 7));
}

using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

/// <summary>
/// The words on a ruler. Above stand facts (received, counted anew, due), below explanations (stopped, today, holiday);
/// at most three and two, and none that would touch another: what finds no room is in the line of text.
/// </summary>
internal sealed class RulerLabels(
    DeadlineClock clock, DeadlineCase dossier, DateOnly received, DateOnly today, DateOnly due, bool finished, List<ExplainedDay> days, Text t)
{
    // A letter of a label against the width of a full ruler: about 6.5 of 1050 px.
    private const double LetterWidth = 6.5 / 1050;

    // A clock that stands is not late by the days it stands.
    private readonly bool late = (dossier.Stops is [.., { To: null } stop] ? Moment.Of(stop.From).Day : today) > due;

    private sealed record Label(DateOnly Day, string Text, bool IsAbove);

    public string PhoneLine
    {
        get
        {
            List<string> facts = [t["nhận {0}", Short(received)]];
            facts.AddRange(dossier.Stops.Select(StopRange));
            facts.AddRange(Holidays().Select(h => t["{0} nghỉ {1}", Short(h.Day), h.Why]));
            facts.Add(t["hạn {0}", Short(due)]);
            var line = string.Join(", ", facts);
            return $"{char.ToUpperInvariant(line[0])}{line[1..]}.";
        }
    }

    public string Line
    {
        get
        {
            var limit = t["Thời hạn {0}.", dossier.Limit.Words(t)];
            var first = clock.Start(dossier.Received, dossier.Limit).DueDay!.Value;
            if (first == due)
            {
                return limit;
            }

            var restart = dossier.Stops.Where(s => s is { To: not null, Mode: SupplementPolicy.Restart }).Select(s => s.To).LastOrDefault();
            return limit + " " + (restart is { } at
                ? t["Hạn đầu {0}; tính lại từ {1} vì đã bổ sung.", Short(first), Short(Moment.Of(at).Day)]
                : t["Hạn đầu {0}; lùi đến {1} vì có thời gian tạm dừng.", Short(first), Short(due)]);
        }
    }

    public IReadOnlyList<RulerCell> Put(IReadOnlyList<RulerCell> cells, Func<DateOnly, int> cellOf)
    {
        var put = cells.ToArray();
        var taken = new Dictionary<bool, List<(double From, double To)>> { [true] = [], [false] = [] };
        foreach (var label in Wanted())
        {
            var i = Math.Clamp(cellOf(label.Day), 0, put.Length - 1);
            var width = label.Text.Split('\n').Max(l => l.Length + 2) * LetterWidth;
            var opensLeft = i * 3 >= put.Length * 2;
            var from = opensLeft ? ((i + 1.0) / put.Length) - width : (double)i / put.Length;
            var row = taken[label.IsAbove];
            var free = row.TrueForAll(r => from + width < r.From || from > r.To);
            if (row.Count < (label.IsAbove ? 3 : 2) && free && from >= 0 && from + width <= 1)
            {
                row.Add((from, from + width));
                put[i] = label.IsAbove ? put[i] with { Above = label.Text } : put[i] with { Below = label.Text };
            }
        }

        return put;
    }

    // In the order in which room is given.
    private IEnumerable<Label> Wanted()
    {
        yield return new(due, t["Hạn trả kết quả"] + (late ? " " : "\n") + DueWhen(), !late);
        yield return new(received, t["Tiếp nhận"] + "\n" + DayAndTime(dossier.Received), IsAbove: true);
        if (!finished)
        {
            yield return late ? new(today, t["Hôm nay, quá hạn"], IsAbove: true) : new(today, Today(), IsAbove: false);
        }
        else if (late)
        {
            yield return new(today, t["Xong trễ"], IsAbove: true);
        }

        foreach (var restart in days.Where(d => d.Kind == ExplainedKind.Restarted).Reverse())
        {
            yield return new(restart.Day, t["Tính lại từ đầu"] + "\n" + t["sau khi bổ sung"], IsAbove: true);
        }

        foreach (var stop in dossier.Stops)
        {
            yield return new(Moment.Of(stop.From).Day, t["{0}: không tính", StopRange(stop)], IsAbove: false);
        }

        foreach (var holiday in Holidays())
        {
            yield return new(holiday.Day, t["{0} nghỉ {1}", Short(holiday.Day), holiday.Why], IsAbove: false);
        }
    }

    private string Today()
    {
        var number = days.Where(d => d.Day <= today && d.Number is not null).Select(d => d.Number).LastOrDefault();
        var counts = dossier.Limit.Unit is LimitUnit.WorkingDays or LimitUnit.Days;
        return counts && number is { } n ? t["Hôm nay, ngày {0} trên {1}", n, dossier.Limit.Count] : t["Hôm nay"];
    }

    private string DueWhen()
    {
        var at = clock.Run(dossier).DueAt!.Value;
        return $"{Vietnamese.ShortWeekday(due)} {Short(due)}, {Vietnamese.Time(at)}";
    }

    private static string DayAndTime(DateTimeOffset at)
    {
        var day = Moment.Of(at).Day;
        return $"{Vietnamese.ShortWeekday(day)} {Short(day)}, {Vietnamese.Time(at)}";
    }

    private string StopRange(Stop stop)
    {
        var from = Moment.Of(stop.From).Day;
        var to = stop.To is { } end ? Moment.Of(end).Day : today;
        return from == to ? t["tạm dừng {0}", Short(from)] : t["tạm dừng {0}–{1}", Short(from), Short(to)];
    }

    // Rest days that are no plain weekend: people ask about them.
    private IEnumerable<ExplainedDay> Holidays() =>
        days.Where(d => d is { Kind: ExplainedKind.Skipped, Why: not null } && d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static string Short(DateOnly day) => $"{day.Day}/{day.Month}";
}

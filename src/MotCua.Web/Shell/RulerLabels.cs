using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Web.Shell;

/// <summary>
/// The words on a ruler. Above stand facts (received, counted anew, due), below explanations (stopped, today, holiday);
/// at most three and two, and none that would touch another: what finds no room is in the line of text.
/// </summary>
internal sealed class RulerLabels(
    DeadlineClock clock, DeadlineCase dossier, DateOnly received, DateOnly today, DateOnly due, bool finished, List<ExplainedDay> days, Text t, RulerStyle style)
{
    // A clock that stands is not late by the days it stands.
    private readonly bool late = (dossier.Stops is [.., { To: null } stop] ? Moment.Of(stop.From).Day : today) > due;

    private bool Stands => dossier.Stops is [.., { To: null }];

    private sealed record Label(DateOnly Day, string Text, bool IsAbove);

    public string PhoneLine
    {
        get
        {
            List<string> facts = [t["nhận {0}", Short(received)]];
            facts.AddRange(dossier.Stops.Select(StopRange));
            facts.AddRange(Holidays().Select(h => h.Words));
            facts.Add(!style.ForCitizens ? t["hạn {0}", Short(due)] : Stands ? t["hẹn trước khi dừng {0}", Short(due)] : t["hẹn trả {0}", Short(due)]);
            if (style.ExtendedDue is { } extended)
            {
                facts.Add(t["hẹn lại {0}", Short(extended)]);
            }

            if (finished)
            {
                facts.Add(t["xong {0}", Short(today)]);
            }

            return Sentence(facts);
        }
    }

    public string Line
    {
        get
        {
            var line = string.Join(' ', new[] { Moved(), Extended() }.Where(l => l.Length > 0));
            return line.Length > 0 && style.ForCitizens ? line : $"{t["Thời hạn {0}.", dossier.Limit.Words(t)]} {line}".TrimEnd();
        }
    }

    /// <summary>The cells with their labels, and in words the labels that found no room.</summary>
    public (IReadOnlyList<RulerCell> Cells, string Dropped) Put(IReadOnlyList<RulerCell> cells, Func<DateOnly, int> cellOf)
    {
        var put = cells.ToArray();
        var edges = Edges(cells);
        var taken = new Dictionary<bool, List<(double From, double To)>> { [true] = [], [false] = [] };
        var rest = new List<string>();
        foreach (var label in Wanted())
        {
            var i = Math.Clamp(cellOf(label.Day), 0, put.Length - 1);
            var width = label.Text.Split('\n').Max(l => l.Length + 2) * style.LetterWidth;
            var from = RulerView.OpensLeft(i, put.Length) ? edges[i + 1] - width : edges[i];
            var row = taken[label.IsAbove];
            if (row.Count < (label.IsAbove ? 3 : 2) && row.TrueForAll(r => from + width < r.From || from > r.To) && from >= 0 && from + width <= 1)
            {
                row.Add((from, from + width));
                put[i] = label.IsAbove ? put[i] with { Above = label.Text } : put[i] with { Below = label.Text };
            }
            else
            {
                rest.Add(label.Text.Replace('\n', ' '));
            }
        }

        return (put, rest.Count == 0 ? "" : Sentence(rest));
    }

    // Where each cell begins and the last one ends, as shares of the ruler: rest days are narrower.
    private static double[] Edges(IReadOnlyList<RulerCell> cells)
    {
        var all = cells.Sum(c => c.Weight);
        var edges = new double[cells.Count + 1];
        for (var i = 0; i < cells.Count; i++)
        {
            edges[i + 1] = edges[i] + (cells[i].Weight / all);
        }

        edges[^1] = 1;
        return edges;
    }

    // In the order in which room is given.
    private IEnumerable<Label> Wanted()
    {
        var extended = style.ExtendedDue;
        yield return new(due, (!style.ForCitizens ? t["Hạn trả kết quả"] : Stands ? t["Hẹn trước khi dừng"] : t["Hẹn trả"]) + (late || extended is not null ? " " : "\n") + DueWhen(), !late && extended is null);
        yield return new(received, (style.ForCitizens ? t["Nhận hồ sơ"] : t["Tiếp nhận"]) + "\n" + DayAndTime(dossier.Received), IsAbove: true);
        if (extended is { } again)
        {
            yield return new(again, t["Hẹn lại"] + "\n" + DayOnly(again), IsAbove: true);
        }

        if (finished)
        {
            yield return new(today, late ? t["Xong trễ {0}", DayOnly(today)] : t["Xong {0}", DayOnly(today)], IsAbove: late);
        }
        else
        {
            yield return late ? new(today, t["Hôm nay, quá hạn"], IsAbove: extended is null || extended < today) : new(today, Today(), IsAbove: false);
        }

        foreach (var restart in days.Where(d => d.Kind == ExplainedKind.Restarted && !style.ForCitizens).Reverse())
        {
            yield return new(restart.Day, t["Tính lại từ đầu"] + "\n" + t["sau khi bổ sung"], IsAbove: true);
        }

        foreach (var stop in dossier.Stops)
        {
            yield return new(Moment.Of(stop.From).Day, StopLabel(stop), IsAbove: false);
        }

        foreach (var holiday in Holidays())
        {
            yield return new(holiday.Day, holiday.Words, IsAbove: false);
        }
    }

    private string Moved()
    {
        var first = clock.Start(dossier.Received, dossier.Limit).DueDay!.Value;
        if (first == due)
        {
            return "";
        }

        var restart = dossier.Stops.Where(s => s is { To: not null, Mode: SupplementPolicy.Restart }).Select(s => s.To).LastOrDefault();
        return (restart, style.ForCitizens) switch
        {
            ({ } at, false) => t["Hạn đầu {0}; tính lại từ {1} vì đã bổ sung.", Short(first), Short(Moment.Of(at).Day)],
            (null, false) => t["Hạn đầu {0}; lùi đến {1} vì có thời gian tạm dừng.", Short(first), Short(due)],
            ({ } at, true) => t["Sau khi nhận đủ giấy tờ ngày {0}, thời hạn {1} được tính lại từ đầu.", Short(Moment.Of(at).Day), dossier.Limit.Words(t)],
            (null, true) => t["Thời gian tạm dừng không tính vào thời hạn {0}, nên ngày hẹn lùi từ {1} đến {2}.", dossier.Limit.Words(t), Short(first), Short(due)],
        };
    }

    private string Extended() => style.ExtendedDue is not { } extended ? ""
        : style.ForCitizens ? t["Đã xin lỗi và hẹn lại ngày {0}.", Short(extended)] : t["Đã xin lỗi, hẹn lại {0}.", Short(extended)];

    private string Today()
    {
        var number = days.Where(d => d.Day <= today && d.Number is not null).Select(d => d.Number).LastOrDefault();
        var counts = dossier.Limit.Unit is LimitUnit.WorkingDays or LimitUnit.Days && !style.ForCitizens && !Stands;
        return counts && number is { } n ? t["Hôm nay, ngày {0} trên {1}", n, dossier.Limit.Count] : t["Hôm nay"];
    }

    private string DueWhen()
    {
        var at = clock.Run(dossier).DueAt!.Value;
        return style.ForCitizens && dossier.Limit.Unit is not LimitUnit.Hours ? Short(due) : $"{Vietnamese.ShortWeekday(due)} {Short(due)}, {Vietnamese.Time(at)}";
    }

    private string DayAndTime(DateTimeOffset at) =>
        style.ForCitizens && dossier.Limit.Unit is not LimitUnit.Hours ? Short(Moment.Of(at).Day) : $"{DayOnly(Moment.Of(at).Day, weekday: true)}, {Vietnamese.Time(at)}";

    private string DayOnly(DateOnly day, bool weekday = false) => style.ForCitizens && !weekday ? Short(day) : $"{Vietnamese.ShortWeekday(day)} {Short(day)}";

    private string StopLabel(Stop stop) => !style.ForCitizens ? t["{0}: không tính", StopRange(stop)]
        : style.Supplements.Contains(stop.From) ? t["Chờ anh/chị bổ sung"] : t["Tạm dừng, không tính"];

    private string StopRange(Stop stop)
    {
        var from = Moment.Of(stop.From).Day;
        var to = stop.To is { } end ? Moment.Of(end).Day : today;
        return (from == to, style.ForCitizens && style.Supplements.Contains(stop.From)) switch
        {
            (true, true) => t["chờ bổ sung {0}", Short(from)],
            (false, true) => t["chờ bổ sung {0}–{1}", Short(from), Short(to)],
            (true, false) => t["tạm dừng {0}", Short(from)],
            _ => t["tạm dừng {0}–{1}", Short(from), Short(to)],
        };
    }

    // Rest days that are no plain weekend: people ask about them. Days of one holiday that follow each other are told as one.
    private List<(DateOnly Day, string Words)> Holidays()
    {
        var told = new List<(DateOnly From, DateOnly To, string Why)>();
        foreach (var day in days.Where(d => d is { Kind: ExplainedKind.Skipped, Why: not null } && d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
        {
            var why = HolidayNames.Brief(day.Why!);
            if (told.Count > 0 && told[^1].Why == why && day.Day.DayNumber - told[^1].To.DayNumber <= 3)
            {
                told[^1] = told[^1] with { To = day.Day };
            }
            else
            {
                told.Add((day.Day, day.Day, why));
            }
        }

        return [.. told.Select(h => (h.From, HolidayWords(h.From == h.To ? Short(h.From) : $"{Short(h.From)}–{Short(h.To)}", h.Why)))];
    }

    // "27/4 nghỉ bù Giỗ Tổ", not "27/4 nghỉ Nghỉ bù Giỗ Tổ".
    private string HolidayWords(string when, string why) =>
        why.StartsWith("Nghỉ ", StringComparison.Ordinal) ? $"{when} {char.ToLowerInvariant(why[0])}{why[1..]}" : t["{0} nghỉ {1}", when, why];

    private static string Sentence(List<string> facts)
    {
        var line = string.Join(", ", facts);
        return $"{char.ToUpperInvariant(line[0])}{line[1..]}.";
    }

    private static string Short(DateOnly day) => $"{day.Day}/{day.Month}";
}

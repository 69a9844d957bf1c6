using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Documents.Forms;

/// <summary>
/// The deadline ruler in words, for paper: which days of a promise count, which do not and why. Short limits name every day;
/// long ones are told in one line.
/// </summary>
public static class CountedDays
{
    private const int MostNamed = 10;

    /// <summary>Null when nothing is promised.</summary>
    /// <param name="limit">The limit of the dossier.</param>
    /// <param name="days">What the clock says of each day from the receipt to the due day (<see cref="DeadlineClock.Explain"/>).</param>
    public static string? Words(TimeLimit limit, IReadOnlyList<ExplainedDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days is not [.., { Kind: ExplainedKind.Due }])
        {
            return null;
        }

        var words = limit.Unit switch
        {
            LimitUnit.SameDay => SameDay(days),
            LimitUnit.Hours => [After(days), "chỉ tính giờ làm việc", Skipped(days)],
            LimitUnit.WorkingDays => [After(days), Counted(days), Skipped(days)],
            _ => new[] { After(days), "tính cả thứ Bảy, Chủ nhật, ngày lễ", RolledOver(days) },
        };
        var line = string.Join("; ", words.Where(w => w.Length > 0));
        return $"{char.ToUpperInvariant(line[0])}{line[1..]}.";
    }

    private static string[] SameDay(IReadOnlyList<ExplainedDay> days) => days.Count == 1
        ? ["nhận trước 15 giờ, trả trong ngày"]
        : [days[0].Why is null ? "nhận sau 15 giờ, trả trong ngày làm việc tiếp theo" : After(days), Skipped(days)];

    private static string After(IReadOnlyList<ExplainedDay> days) =>
        days.FirstOrDefault(d => d.Kind == ExplainedKind.Start) is { Day.DayNumber: > 0 } start ? $"nhận ngoài giờ làm việc nên coi như nhận {Named(start.Day)}"
        : days[0] is { Kind: ExplainedKind.Received, Why: not null } ? $"nhận ngoài giờ làm việc nên coi như nhận {Named(days[^1].Day)}"
        : "";

    private static string Counted(IReadOnlyList<ExplainedDay> days)
    {
        var counted = days.Where(d => d.Kind is ExplainedKind.Counted or ExplainedKind.Due).Select(d => d.Day).ToList();
        var words = counted.Count <= MostNamed
            ? $"tính {string.Join(", ", counted.Select(Vietnamese.ShortDate))}"
            : $"tính {counted.Count} ngày làm việc từ {Vietnamese.ShortDate(counted[0])} đến {Vietnamese.Date(counted[^1])}";
        var madeUp = counted.Where(IsWeekend).Select(Named).ToList();
        return madeUp.Count == 0 ? words : $"{words} ({string.Join(", ", madeUp)} làm bù)";
    }

    private static string Skipped(IReadOnlyList<ExplainedDay> days)
    {
        var skipped = days.Where(d => d.Kind == ExplainedKind.Skipped).ToList();
        if (skipped.Count == 0)
        {
            return "";
        }

        var weekends = skipped.Where(d => IsWeekend(d.Day)).Select(d => d.Day).ToList();
        var holidays = Holidays(skipped);
        var parts = skipped.Count <= MostNamed ? weekends.Select(Named) : weekends.Count > 0 ? ["thứ Bảy, Chủ nhật"] : [];
        return $"không tính {string.Join(", ", parts.Concat(holidays))}";
    }

    // Holidays of one name that follow each other are told as one, whatever weekend lies between.
    private static IEnumerable<string> Holidays(List<ExplainedDay> skipped)
    {
        var told = new List<(DateOnly From, DateOnly To, string Why)>();
        foreach (var day in skipped.Where(d => !IsWeekend(d.Day)))
        {
            var why = HolidayNames.Brief(day.Why ?? "ngày nghỉ");
            if (told.Count > 0 && told[^1].Why == why && day.Day.DayNumber - told[^1].To.DayNumber <= 3)
            {
                told[^1] = told[^1] with { To = day.Day };
            }
            else
            {
                told.Add((day.Day, day.Day, why));
            }
        }

        return told.Select(h => $"{(h.From == h.To ? Named(h.From) : $"{Vietnamese.ShortDate(h.From)}–{Vietnamese.ShortDate(h.To)}")} ({h.Why})");
    }

    // The due day has a place in the count unless the count ended before it, on a rest day.
    private static string RolledOver(IReadOnlyList<ExplainedDay> days) =>
        days[^1].Number is null && days.LastOrDefault(d => d.Kind == ExplainedKind.Counted) is { Day.DayNumber: > 0 } end
            ? $"hết hạn vào ngày nghỉ {Named(end.Day)} nên hẹn ngày làm việc tiếp theo"
            : "";

    private static string Named(DateOnly day) => $"{Vietnamese.ShortWeekday(day)} {Vietnamese.ShortDate(day)}";

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

using MotCua.Calendar;

namespace MotCua.WebTests.Reports;

using Told = (NaiveDossier Dossier, HashSet<string> Figures);

/// <summary>The rows of b2 and b3 as CONTRACT 5 describes them.</summary>
internal static class NaiveLate
{
    /// <summary>Each row as text, in order.</summary>
    public static IEnumerable<string> B2(NaiveQuestion asked, IEnumerable<Told> all)
    {
        var late = from told in all
                   where told.Figures.Contains("late")
                   let d = told.Dossier
                   let due = asked.Extended && d.Extended is { } promised ? promised : d.Due.DueDay!.Value
                   orderby due, d.Code
                   select (d, due);
        foreach (var (d, due) in late.OrderBy(l => l.due).ThenBy(l => l.d.Code, StringComparer.Ordinal))
        {
            var until = (d.Stopped ?? d.Finished) is { } at ? NaiveDossier.DayOf(at) : asked.LastDay;
            var days = 0;
            for (var day = due.AddDays(1); day <= until; day = day.AddDays(1))
            {
                days += WorkingCalendar.BuiltIn.IsWorkingDay(day) ? 1 : 0;
            }

            yield return $"dossier={d.Code} procedure={d.Procedure.Code} applicant=Nguyễn Văn *** days_late={days} "
                + (d.Apologised ? "cause=Mất điện document=1/XL" : "cause=null document=null");
        }
    }

    public static IEnumerable<string> B3(IEnumerable<Told> all) =>
        from told in all
        group told.Figures by told.Dossier.Procedure.Field into field
        let surveyed = field.Count(f => f.Contains("rated"))
        let satisfied = field.Count(f => f.Contains("satisfied"))
        let received = field.Count(f => f.Contains("new"))
        where received + surveyed > 0
        orderby field.Key
        select $"field={field.Key} name={field.Key} new={received} surveyed={surveyed} satisfied={satisfied} "
            + $"rate={(surveyed == 0 ? "null" : Math.Round(100m * satisfied / surveyed, 2, MidpointRounding.AwayFromZero).ToString("0.##"))}";
}

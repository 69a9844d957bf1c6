namespace MotCua.WebTests.Reports;

using Told = (NaiveDossier Dossier, HashSet<string> Figures);

/// <summary>The rows of b1 and ii06 as CONTRACT 5 describes them.</summary>
internal static class NaiveForms
{
    private static readonly Dictionary<string, string> LevelNames = new(StringComparer.Ordinal)
    {
        ["province"] = "Cấp tỉnh",
        ["district"] = "Cấp huyện",
        ["commune"] = "Cấp xã",
        ["department"] = "Cơ quan chuyên môn",
        ["branch"] = "Đơn vị ngành dọc",
    };

    public static Dictionary<string, decimal?> Cells(string form, IEnumerable<Told> dossiers)
    {
        var told = dossiers.ToList();
        decimal N(string figure) => told.Count(d => d.Figures.Contains(figure));
        decimal? Rate(decimal part, decimal whole) => whole == 0 ? null : Math.Round(part * 100 / whole, 2, MidpointRounding.AwayFromZero);
        var onTime = N("done.early") + N("done.on_time");
        return form == "b1"
            ? new(StringComparer.Ordinal)
            {
                ["total"] = N("received"),
                ["pending"] = N("pending"),
                ["pending_within"] = N("pending.within"),
                ["pending_overdue"] = N("pending.overdue"),
                ["done"] = N("done"),
                ["done_on_time"] = onTime,
                ["done_late"] = N("done.late"),
                ["withdrawn"] = N("withdrawn"),
                ["late"] = N("late"),
                ["late_rate"] = Rate(N("late"), N("received")),
                ["online"] = N("new.online"),
                ["digitised"] = N("digitised"),
                ["not_digitised"] = N("not_digitised"),
                ["digitised_rate"] = Rate(N("digitised"), N("digitised") + N("not_digitised")),
                ["done_on_time_rate"] = Rate(onTime, N("done")),
                ["done_late_rate"] = Rate(N("done.late"), N("done")),
                ["pending_overdue_rate"] = Rate(N("pending.overdue"), N("pending")),
            }
            : new(StringComparer.Ordinal)
            {
                ["received"] = N("received"),
                ["online"] = N("new.online"),
                ["direct_postal"] = N("new.direct") + N("new.postal"),
                ["carried"] = N("carried"),
                ["done"] = N("done"),
                ["early"] = N("done.early"),
                ["on_time"] = N("done.on_time"),
                ["late"] = N("done.late"),
                ["pending"] = N("pending"),
                ["within"] = N("pending.within"),
                ["overdue"] = N("pending.overdue"),
                ["withdrawn"] = N("withdrawn"),
            };
    }

    /// <summary>Key and name of each row, with its dossiers.</summary>
    public static IEnumerable<(string Key, string Name, IEnumerable<Told> Told)> Rows(NaiveFigures world, NaiveQuestion asked, string by, IReadOnlyList<Told> all)
    {
        var touched = all.Where(t => t.Figures.Contains("received")).ToList();
        switch (by)
        {
            case "agency":
                return ByAgency(world, asked, touched);
            case "field":
                return touched.GroupBy(t => t.Dossier.Procedure.Field, StringComparer.Ordinal).Select(g => (g.Key, g.Key, g.AsEnumerable()));
            case "procedure":
                return touched.GroupBy(t => t.Dossier.Procedure.Code, StringComparer.Ordinal).Select(g => (g.Key, $"Thủ tục {g.Key}", g.AsEnumerable()));
            default:
                return touched.GroupBy(t => world.Place(t.Dossier.Agency, asked.LastDay).Level, StringComparer.Ordinal).Select(g => (g.Key, LevelNames[g.Key], g.AsEnumerable()));
        }
    }

    private static IEnumerable<(string Key, string Name, IEnumerable<Told> Told)> ByAgency(NaiveFigures world, NaiveQuestion asked, List<Told> touched)
    {
        var day = asked.LastDay;
        var children = world.Children(asked.Agency, day).ToList();
        var own = touched.Where(t => t.Dossier.Agency == asked.Agency).ToList();
        if (own.Count > 0 || !children.Exists(c => world.InForce(c, day)))
        {
            yield return (asked.Agency, world.Place(asked.Agency, day).Name, own);
        }

        foreach (var child in children)
        {
            var under = touched.Where(t => world.Above(t.Dossier.Agency, day).Contains(child, StringComparer.Ordinal)).ToList();
            if (under.Count > 0 || world.InForce(child, day))
            {
                yield return (child, world.Place(child, day).Name, under);
            }
        }
    }
}

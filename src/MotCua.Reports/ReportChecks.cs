namespace MotCua.Reports;

/// <summary>The identities of CONTRACT 5, checked on every report.</summary>
internal static class ReportChecks
{
    public static List<ReportCheck> OfDossiers(IReadOnlyList<FigureRow> counts)
    {
        long Sum(string figure) => counts.Sum(c => c[figure]);
        return
        [
            new("received = done + withdrawn + pending", Sum("received") == Sum("done") + Sum("withdrawn") + Sum("pending")),
            new("received = carried + new", Sum("received") == Sum("carried") + Sum("new")),
            new("done = early + on_time + late", Sum("done") == Sum("done.early") + Sum("done.on_time") + Sum("done.late")),
            new("pending = within + overdue", Sum("pending") == Sum("pending.within") + Sum("pending.overdue")),
            new("new = direct + online + postal", Sum("new") == Sum("new.direct") + Sum("new.online") + Sum("new.postal")),
        ];
    }

    /// <summary>The rows of every counted column add up to its total.</summary>
    public static IEnumerable<ReportCheck> RowsAddUp(Form form, IReadOnlyList<ReportRow> rows, ReportRow totals) =>
        form.Columns.Where(c => !c.IsRate && !c.IsWords)
            .Select(c => new ReportCheck($"rows add up: {c.Name}", rows.Sum(r => r[c.Name] ?? 0) == (totals[c.Name] ?? 0)));

    /// <summary>A part is never more than the whole.</summary>
    public static ReportCheck PartOf(string part, string whole, ReportRow totals) => new($"{part} ≤ {whole}", (totals[part] ?? 0) <= (totals[whole] ?? 0));

    /// <summary>The columns of B.4 share its directives out.</summary>
    public static ReportCheck PartsOfB4(ReportRow totals) => new(
        "total = not started + in progress + waiting + completed",
        totals["total"] == totals.Cells.Where(c => c.Key != "total").Sum(c => c.Value.Number ?? 0));
}

using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>A number of a form that reports of several agencies add up to; rates do not add up and are left out.</summary>
/// <param name="Name">The column, or the indicator.</param>
/// <param name="Group">The head above several columns.</param>
/// <param name="Head">In words.</param>
/// <param name="Figure">What a click on a frozen number opens; null: no list.</param>
/// <param name="Sent">The number in a report.</param>
/// <param name="Computed">The same from the figures of an agency; null: only reports give it.</param>
public sealed record SumColumn(
    string Name, string? Group, string Head, string? Figure, Func<FrozenReport, decimal?> Sent, Func<Func<string, long>, decimal?>? Computed)
{
    /// <summary>The row of the kept lists; null: all rows.</summary>
    public string? Row { get; private init; }

    public static IReadOnlyList<SumColumn> Of(Form form) =>
        SubmittedForm.TemplateOf(form.Name) is { } template ? [.. SubmittedForm.Countable(template.Text).Select(OfSentence)] :
        form == Form.B2 ? [Late("late"), Late("apologised"), Late("late_without_apology")]
        : form == Form.Annex1 ? [.. Indicator.All.Where(i => !i.IsRate).Select(OfIndicator)]
        : [.. form.Columns.Where(c => !c.IsRate && !c.IsWords).Select(c => new SumColumn(c.Name, c.Group, c.Head, c.Figure, r => r.Totals.Cells.GetValueOrDefault(c.Name).Number, c.Value))];

    private static SumColumn Late(string figure) =>
        new(figure, null, Figures.Get(figure).Label, figure, r => r.Totals.Cells.GetValueOrDefault(figure).Number, values => values(figure));

    private static SumColumn OfSentence(NamedFigure figure) => new(
        figure.Name, null, figure.Label, figure.Parts.Count == 1 && figure.Origin is FigureOrigin.Dossiers ? figure.Parts[0] : null,
        r => r.Rows.FirstOrDefault(row => row.Key == figure.Name)?.Cells.GetValueOrDefault("value").Number,
        figure.Origin is FigureOrigin.Dossiers ? values => figure.Parts.Sum(values) : null)
    { Row = KeptList.PlaceOf(KeptList.PartOf(FigureTime.Current)) };

    private static SumColumn OfIndicator(Indicator indicator) => new(
        indicator.No, null, $"{indicator.Number} {indicator.Label}", AnnexFigures.ByIndicator.GetValueOrDefault(indicator.No),
        r => r.Rows.FirstOrDefault(row => row.Key == indicator.No)?.Cells.GetValueOrDefault("value").Number, null);
}

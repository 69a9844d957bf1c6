using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>What can be asked for and sent up: the forms of numbers, and narrative reports by the template they come from.</summary>
public static class SubmittedForm
{
    /// <summary>Before the name of a shipped template.</summary>
    private const string Mark = "narrative.";

    private static readonly Dictionary<string, Form> Narratives = Declare().ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Forms first, then narrative reports.</summary>
    public static IReadOnlyList<Form> All { get; } = [.. Form.All, .. Narratives.Values];

    /// <summary>Also a report by an own template that comes from no shipped one: nobody can ask for it, but it can be sent.</summary>
    public static Form? Find(string name) => Form.Find(name) ?? Narratives.GetValueOrDefault(name)
        ?? (IsNarrative(name) && Guid.TryParse(name[Mark.Length..], out _) ? Form.OfNarrative(name, "Báo cáo theo mẫu riêng", []) : null);

    public static bool IsNarrative(string form) => form.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The name under which a narrative report is sent.</summary>
    public static string NameOf(NarrativeReport report) =>
        report.Template.Origin is { } origin && Narratives.ContainsKey(Mark + origin) ? Mark + origin : Mark + report.TemplateKey;

    /// <summary>The shipped template of a narrative report that is asked for; null for other forms.</summary>
    public static TemplateChoice? TemplateOf(string form) =>
        IsNarrative(form) ? TemplateChoice.AllShipped.FirstOrDefault(t => t.Key == form[Mark.Length..]) : null;

    /// <summary>The figures of a template's sentences that reports of several agencies add up to.</summary>
    internal static IReadOnlyList<NamedFigure> Countable(TemplateText template) =>
    [
        .. template.Blocks.Where(b => b.Kind is BlockKind.Sentence).SelectMany(b => Sentence.Read(b.Text!, out _)!.Numbers)
            .Where(n => n is { Time: FigureTime.Current, Shape: FigureShape.Value } && !n.Figure.IsRate).Select(n => n.Figure).DistinctBy(f => f.Name),
    ];

    private static IEnumerable<Form> Declare()
    {
        foreach (var choice in TemplateChoice.AllShipped)
        {
            var needs = Countable(choice.Text).Where(f => f.Origin is FigureOrigin.Dossiers).SelectMany(f => f.Parts).Distinct(StringComparer.Ordinal);
            yield return Form.OfNarrative(Mark + choice.Key, choice.Text.Name, [.. needs]);
        }
    }
}

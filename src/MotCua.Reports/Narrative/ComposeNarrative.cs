using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Documents.Forms;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Reports.Narrative;

/// <summary>A stretch of a composed report: ready blocks, or a passage with what was written and what contradicts a figure.</summary>
public abstract record NarrativePart
{
    public sealed record Ready(IReadOnlyList<Block> Blocks, int? Level = null, string? Anchor = null, string? Heading = null) : NarrativePart;

    public sealed record Written(TemplateBlock Block, NarrativePassage? Passage, IReadOnlyList<Finding> Findings) : NarrativePart
    {
        public string Text => Passage?.Text ?? "";

        /// <summary>Contradictions that are neither mended nor explained.</summary>
        public bool Open => Findings.Any(f => f.Contradiction) && Passage?.Explanation is null;
    }
}

/// <summary>A narrative report with everything in it: what a submission freezes.</summary>
/// <param name="Report">The stored report; null for the preview of a template.</param>
/// <param name="Document">The whole text, annexes included; each number leads to its records.</param>
/// <param name="Parts">The same in stretches for the page that edits it.</param>
/// <param name="Figures">Every figure used in a computed sentence.</param>
/// <param name="Period">Seen at which instant.</param>
public sealed record NarrativeContent(
    NarrativeReport? Report, OfficialDocument Document, IReadOnlyList<NarrativePart> Parts, IReadOnlyCollection<UsedFigure> Figures, Period Period)
{
    /// <summary>Link of a number → the list that stays behind it when the report is sent.</summary>
    public required IReadOnlyDictionary<string, KeptList> Kept { get; init; }

    /// <summary>The forms among the text and after it, by name.</summary>
    public required IReadOnlyDictionary<string, Report> Forms { get; init; }

    public required Issuer Issuer { get; init; }

    /// <summary>As it is printed and sent: paper leads nowhere.</summary>
    public OfficialDocument Paper => Document.WithLinks(_ => null);

    public IEnumerable<NarrativePart.Written> Passages => Parts.OfType<NarrativePart.Written>();

    public int OpenContradictions => Passages.Count(p => p.Open);
}

/// <summary>
/// Puts a narrative report together: figures computed now, passages as written. The seam for the submission of reports: its answer holds the
/// paper and the figures to freeze.
/// </summary>
public sealed partial class ComposeNarrative(MotCuaDb db, WriteReport write, TimeProvider clock)
{
    /// <param name="Report">The stored report.</param>
    /// <param name="At">Figures as they stood then; null for now.</param>
    public sealed record Input(NarrativeReport Report, DateTimeOffset? At = null);

    private sealed record Made(NarrativeReport? Report, TemplateText Template, AgencyId Agency, DateOnly From, DateOnly To, DateTimeOffset At);

    public async Task<Result<NarrativeContent>> RunAsync(Input input, CancellationToken ct)
    {
        var report = input.Report;
        var passages = await db.NarrativePassages.AsNoTracking().Where(p => p.ReportId == report.Id).ToDictionaryAsync(p => p.Name, StringComparer.Ordinal, ct);
        return await ComposeAsync(new Made(report, report.Template, report.AgencyId, report.PeriodFrom, report.PeriodTo, input.At ?? clock.Now().Instant), passages, ct);
    }

    /// <summary>A template on the real figures of an agency, with empty passages.</summary>
    internal Task<Result<NarrativeContent>> PreviewAsync(TemplateText template, AgencyId agency, DateOnly from, DateOnly to, CancellationToken ct) =>
        ComposeAsync(new Made(null, template, agency, from, to, clock.Now().Instant), new Dictionary<string, NarrativePassage>(), ct);

    private async Task<Result<NarrativeContent>> ComposeAsync(Made made, Dictionary<string, NarrativePassage> passages, CancellationToken ct)
    {
        var period = Period.Of(made.From, made.To, made.At);
        if (!period.Succeeded)
        {
            return period.Error!;
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        var agency = tree.ById(made.Agency)!;
        var forms = await FormsAsync(made, agency.Code, ct);
        if (!forms.Succeeded)
        {
            return forms.Error!;
        }

        var needed = Needed(made.Template);
        var annex = forms.Value.GetValueOrDefault("annex1")?.Rows.ToDictionary(r => r.Key, r => r["value"], StringComparer.Ordinal);
        var book = await FigureBook.ReadAsync(db.Database.GetDbConnection(), tree, agency, period.Value, needed, annex, ct);
        var notes = new FootnoteList(await RegisteredAsync(made, passages.Values, ct));
        var contact = await db.Agencies.AsNoTracking().Where(a => a.Id == agency.Id).Select(a => a.Contact).SingleAsync(ct);
        var issuer = Issuers.Of(agency.Id, contact, tree, period.Value.LastDay);
        return new NarrativePaper(made.Report, made.Template, book, issuer, forms.Value, notes, passages).Write(period.Value);
    }

    private async Task<Result<Dictionary<string, Report>>> FormsAsync(Made made, string agency, CancellationToken ct)
    {
        var names = made.Template.Blocks.Select(b => b.Form).OfType<string>().ToList();
        if (Needed(made.Template).Any(n => n.Figure.Origin is FigureOrigin.Annex))
        {
            names.Add("annex1");
        }

        var forms = new Dictionary<string, Report>(StringComparer.Ordinal);
        foreach (var name in names.Distinct())
        {
            var report = await write.RunAsync(new WriteReport.Input(Form.Find(name)!, agency, made.From, made.To, made.At), ct);
            if (!report.Succeeded)
            {
                return report.Error!;
            }

            forms[name] = report.Value;
        }

        return forms;
    }

    /// <summary>Every placeholder, and the figures that conditions ask for.</summary>
    private static List<SentencePart.Number> Needed(TemplateText template)
    {
        var texts = template.Blocks.Where(b => b.Kind is BlockKind.Sentence or BlockKind.Section).Select(b => b.Text!).Concat(template.Title).Append(template.Closing);
        var numbers = texts.SelectMany(t => Sentence.Read(t, out _)!.Numbers).ToList();
        numbers.AddRange(template.Blocks.SelectMany(b => new[] { b.When, b.Unless }).OfType<string>()
            .Select(n => new SentencePart.Number(NamedFigure.Get(n), FigureTime.Current, FigureShape.Value)));
        return numbers;
    }

    /// <summary>Cited documents that stand in the register of directives, named in full.</summary>
    private async Task<Dictionary<string, string>> RegisteredAsync(Made made, IEnumerable<NarrativePassage> passages, CancellationToken ct)
    {
        var cited = made.Template.Blocks.Select(b => b.Text ?? "").Concat(passages.Select(p => p.Text))
            .SelectMany(t => NoteMark().Matches(t)).Select(m => m.Groups[1].Value.Trim()).Distinct().ToList();
        if (cited.Count == 0)
        {
            return [];
        }

        var rows = await db.Directives.AsNoTracking().Where(d => d.AgencyId == made.Agency && cited.Contains(d.Document))
            .Select(d => new { d.Document, d.IssuedBy, d.AssignedOn }).ToListAsync(ct);
        return rows.GroupBy(r => r.Document, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => $"Văn bản số {g.Key} của {g.First().IssuedBy}, giao ngày {Vietnamese.Date(g.First().AssignedOn)}", StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\[\^([^\]]+)\]", RegexOptions.CultureInvariant)]
    internal static partial Regex NoteMark();
}

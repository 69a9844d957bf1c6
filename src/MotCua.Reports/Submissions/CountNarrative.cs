using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>Composes a narrative report and reads the list behind each of its numbers, sentences and tables alike.</summary>
public sealed class CountNarrative(MotCuaDb db, ComposeNarrative compose)
{
    /// <param name="Report">Id.</param>
    /// <param name="Form">Under which it is sent.</param>
    /// <param name="At">The instant of the data.</param>
    public sealed record Input(Guid Report, Form Form, DateTimeOffset At);

    public async Task<Result<CountSubmission.Counted>> RunAsync(Input input, CancellationToken ct)
    {
        var composed = await ComposeAsync(input, ct);
        if (!composed.Succeeded)
        {
            return composed.Error!;
        }

        var tree = await AgencyTree.LoadAsync(db, ct);
        var agency = tree.ById(composed.Value.Report!.AgencyId)!;
        return new CountSubmission.Counted(ReportOf(input.Form, composed.Value, tree), await ListsAsync(db.Database.GetDbConnection(), tree, agency, composed.Value, ct));
    }

    /// <summary>Text and numbers without the lists.</summary>
    internal async Task<Result<FrozenReport>> ContentAsync(Input input, CancellationToken ct)
    {
        var composed = await ComposeAsync(input, ct);
        return composed.Succeeded ? ReportOf(input.Form, composed.Value, await AgencyTree.LoadAsync(db, ct)) : composed.Error!;
    }

    private async Task<Result<NarrativeContent>> ComposeAsync(Input input, CancellationToken ct)
    {
        var report = await db.NarrativeReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Report, ct);
        return report is null ? NarrativeErrors.NotFound() : await compose.RunAsync(new(report, input.At), ct);
    }

    private static FrozenReport ReportOf(Form form, NarrativeContent content, AgencyTree tree)
    {
        var report = content.Report!;
        return new FrozenReport
        {
            Form = form.Name,
            AgencyCode = tree.CodeOf(report.AgencyId),
            AgencyName = tree.NameOf(report.AgencyId, content.Period.LastDay),
            From = report.PeriodFrom,
            To = report.PeriodTo,
            At = content.Period.End,
            Basis = Basis.Original,
            Rows = [.. content.Figures.Select(RowOf), .. content.Forms.Values.SelectMany(RowsOf)],
            Totals = new ReportRow("", "", new Dictionary<string, ReportValue>()),
            Checks = [.. ChecksOf(content)],
            Ended = CountSubmission.EndedAgencies(tree, report.AgencyId, content.Period),
            Narrative = TextOf(report, content),
        };
    }

    private static ReportRow RowOf(UsedFigure figure)
    {
        var column = NamedFigure.Find(figure.Name.Split('|')[0]) is { IsRate: true } ? "rate" : "value";
        var key = figure.Name.EndsWith("|by:agency", StringComparison.Ordinal) ? $"{figure.Name}|{figure.Agency}"
            : figure.Name.EndsWith("|by:field", StringComparison.Ordinal) ? $"{figure.Name}|{figure.Label}"
            : figure.Name;
        return new ReportRow(key, figure.Label, new Dictionary<string, ReportValue> { [column] = figure.Value });
    }

    /// <summary>The numbers of a form among the text, sum included; what is not the form's number is left out.</summary>
    private static IEnumerable<ReportRow> RowsOf(Report report)
    {
        var form = Form.Find(report.Form)!;
        return report.Rows.Concat(report.Totals.Cells.Count == 0 ? [] : [report.Totals with { Key = "", Name = "Cộng" }]).Select(row => new ReportRow(
            KeptList.PlaceOf(form.Name, row.Key),
            $"{form.Number}: {row.Name}",
            row.Cells.Where(c => form != Form.Annex1 || c.Key == "value").ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)));
    }

    private static IEnumerable<ReportCheck> ChecksOf(NarrativeContent content) =>
        content.Passages.Where(p => p.Findings.Any(f => f.Contradiction))
            .Select(p => new ReportCheck($"đoạn “{p.Block.Text}” với số liệu", !p.Open))
            .Concat(content.Forms.Values.SelectMany(f => f.Checks.Select(c => new ReportCheck($"{Form.Find(f.Form)!.Number}: {c.Rule}", c.Ok))));

    private static FrozenNarrative TextOf(NarrativeReport report, NarrativeContent content) => new()
    {
        ReportId = report.Id,
        Symbol = report.Template.Symbol,
        Place = content.Issuer.Place,
        Document = content.Document.WithLinks(link => content.Kept.GetValueOrDefault(link)?.Query) with
        {
            Head = content.Document.Head! with { Number = null, PlaceAndDate = null },
            Signatures = [.. content.Document.Signatures.Select(s => s with { Name = null })],
        },
        Passages = content.Passages.Where(p => p.Text.Length > 0).ToDictionary(p => p.Block.Name!, p => p.Text, StringComparer.Ordinal),
        EmptyPassages = content.Passages.Count(p => p.Text.Length == 0),
        Number = report.Number,
        SignedOn = report.SignedOn,
    };

    private static async Task<IReadOnlyList<FrozenSet>> ListsAsync(DbConnection connection, AgencyTree tree, AgencyNode agency, NarrativeContent content, CancellationToken ct)
    {
        var sets = new List<FrozenSet>();
        var parts = content.Kept.Values.ToLookup(k => k.Part, StringComparer.Ordinal);
        foreach (var form in content.Forms.Values.Where(f => parts.Contains(f.Form)))
        {
            var behind = await FrozenSets.ReadAsync(connection, tree, Form.Find(form.Form)!, form, ct);
            sets.AddRange(behind.Select(s => s with { RowKey = KeptList.PlaceOf(form.Form, s.RowKey) }));
        }

        foreach (var time in Enum.GetValues<FigureTime>())
        {
            var (first, last) = PeriodWords.DaysOf(time, content.Period.From, content.Period.To);
            var period = time is FigureTime.Current ? content.Period : Period.Of(first, last, content.Period.End).Value;
            var agencies = tree.WithDescendants(agency.Id, period.LastDay);
            var figures = parts[KeptList.PartOf(time)].Select(k => k.Figure).Distinct(StringComparer.Ordinal).Select(Figures.Get).ToList();
            sets.AddRange(await FrozenSets.OfFiguresAsync(connection, tree, figures, new FrozenSets.Asked(period, Basis.Original, agencies, Grouping.Field), (_, field) => KeptList.PlaceOf(KeptList.PartOf(time), field ?? ""), ct));
            if (parts.Contains(KeptList.PartOfDirectives(time)))
            {
                sets.AddRange(await FrozenSets.DirectivesAsync(connection, tree, period, agencies, _ => KeptList.PlaceOf(KeptList.PartOfDirectives(time)), ct));
            }
        }

        return sets;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers.Ledger;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// Directives from outside (CONTRACT 2 and 5): a file is loaded whole or not at all. A known id is updated; the same file
/// loaded again changes nothing.
/// </summary>
public sealed class ImportDirectives(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Content">ndjson, or CSV when an officer uploads it; read to its end.</param>
    /// <param name="DryRun">Check only.</param>
    public sealed record Input(Stream Content, bool DryRun = false)
    {
        /// <summary>Not null: an officer's CSV file in the heads of the export.</summary>
        public RegisterUpload? Upload { get; init; }
    }

    public sealed record Report(int Lines, int Added, int Changed);

    private sealed record Line(string Agency, DirectiveFacts Facts);

    public async Task<Report> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two imports at once would each miss the other's lines.
        await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtext('directives'))", ct);
        var tree = await AgencyTree.LoadAsync(db, ct);
        var now = clock.Now();
        var known = await db.Directives.ToDictionaryAsync(d => d.Number, StringComparer.Ordinal, ct);
        var (lines, added, changed) = (0, 0, 0);
        foreach (var (number, line) in Lines(input, tree, problems))
        {
            lines++;
            if (tree.ByCode(line.Agency) is not { } agency)
            {
                problems.Add(number, $"không có cơ quan mã “{line.Agency}”");
                continue;
            }

            if (known.GetValueOrDefault(line.Facts.Number) is { } directive)
            {
                if (input.Upload is { } upload && !upload.May(directive.AgencyId))
                {
                    problems.Add(number, RegisterUpload.NotTheirs(tree.CodeOf(directive.AgencyId)));
                    continue;
                }

                var corrected = directive.Correct(agency.Id, line.Facts, now, input.Upload?.By);
                changed += Taken(corrected, number, problems) && corrected.Value ? 1 : 0;
                continue;
            }

            var recorded = Directive.Record(agency.Id, line.Facts, now, input.Upload?.By);
            if (Taken(recorded, number, problems))
            {
                known.Add(recorded.Value.Number, recorded.Value);
                db.Directives.Add(recorded.Value);
                added++;
            }
        }

        if (!problems.Any && !input.DryRun && added + changed > 0)
        {
            db.AddRange(known.Values.SelectMany(d => d.NewChanges));
            db.Audit.Add(new AuditEntry { At = now.Instant, OfficerId = input.Upload?.By.Value, Action = "directives.imported", Subject = problems.File, Details = $"{lines}; +{added}; ~{changed}" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Report(lines, added, changed);
    }

    private static IEnumerable<(int Number, Line Line)> Lines(Input input, AgencyTree tree, ImportProblems problems) => input.Upload is { } upload
        ? upload.Read(input.Content, RegisterSheet.DirectiveFields, tree, problems, FactsOf).Select(l => (l.Number, new Line(l.Agency, l.Line)))
        : RegisterFile.Read(input.Content, problems, Read);

    private static DirectiveFacts FactsOf(RegisterValues values) => new()
    {
        Number = values.Text("number"),
        IssuedBy = values.Text("issued_by"),
        Document = values.Text("document"),
        Content = values.Text("content"),
        AssignedOn = values.Day("assigned_on"),
        DueOn = values.Day("due_on"),
        StartedOn = values.OptionalDay("started_on"),
        SubmittedOn = values.OptionalDay("submitted_on"),
        ConfirmedOn = values.OptionalDay("confirmed_on"),
    };

    private static Line Read(LineReader line) => new(
        line.Raw("agency", required: true) ?? "",
        new DirectiveFacts
        {
            Number = line.Name("id"),
            IssuedBy = line.Name("issued_by"),
            Document = line.Text("document", mayBeBlank: true),
            Content = line.Text("content"),
            AssignedOn = line.Day("assigned"),
            DueOn = line.Day("due"),
            StartedOn = line.OptionalDay("started"),
            SubmittedOn = line.OptionalDay("submitted"),
            ConfirmedOn = line.OptionalDay("confirmed"),
        });

    private static bool Taken(Result result, int number, ImportProblems problems)
    {
        if (!result.Succeeded)
        {
            problems.Add(number, result.Error!);
        }

        return result.Succeeded;
    }
}

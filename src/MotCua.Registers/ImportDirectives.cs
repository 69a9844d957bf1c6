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
    /// <param name="Content">ndjson, read to its end.</param>
    /// <param name="DryRun">Check only.</param>
    public sealed record Input(Stream Content, bool DryRun = false);

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
        foreach (var (number, line) in RegisterFile.Read(input.Content, problems, Read))
        {
            lines++;
            if (tree.ByCode(line.Agency) is not { } agency)
            {
                problems.Add(number, $"không có cơ quan mã “{line.Agency}”");
                continue;
            }

            if (known.GetValueOrDefault(line.Facts.Number) is { } directive)
            {
                var corrected = directive.Correct(agency.Id, line.Facts, now, null);
                changed += Taken(corrected, number, problems) && corrected.Value ? 1 : 0;
                continue;
            }

            var recorded = Directive.Record(agency.Id, line.Facts, now, null);
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
            db.Audit.Add(new AuditEntry { At = now.Instant, Action = "directives.imported", Subject = problems.File, Details = $"{lines}; +{added}; ~{changed}" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Report(lines, added, changed);
    }

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

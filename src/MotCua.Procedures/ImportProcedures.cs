using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>
/// Reads a list of procedures (CONTRACT 2), CSV or the JSON of data/procedures.json. All or nothing: one bad line and
/// nothing is written. A file that is already in the database changes nothing.
/// </summary>
public sealed class ImportProcedures(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Content">The file; read to its end.</param>
    /// <param name="Json">The JSON shape, else CSV.</param>
    /// <param name="DryRun">Check only.</param>
    /// <param name="FirstFrom">First day in force of procedures that are new; null = since ever.</param>
    public sealed record Input(Stream Content, bool Json, bool DryRun = false, DateOnly? FirstFrom = null);

    /// <summary>What the file brought; nothing was written when there are problems or on a dry run.</summary>
    public sealed record Report(int Read, int Added, int Changed)
    {
        public int Unchanged => Read - Added - Changed;
    }

    public async Task<Report> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        var read = input.Json ? ProcedureJson.Read(input.Content, problems) : ProcedureCsv.Read(input.Content, problems);
        var rows = Unrepeated(read, problems);
        if (problems.Any)
        {
            return new Report(rows.Count, 0, 0);
        }

        var codes = rows.Select(r => r.Code).ToList();
        var known = await db.Procedures.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        var report = Apply(rows, known, input, problems);
        if (problems.Any || input.DryRun)
        {
            db.ChangeTracker.Clear();
            return report;
        }

        if (report.Added + report.Changed > 0)
        {
            db.Add(new AuditEntry
            {
                At = clock.Now().Instant,
                Action = "procedures.imported",
                Subject = problems.File,
                Details = $"{report.Read}; +{report.Added}; ~{report.Changed}",
            });
            await db.SaveChangesAsync(ct);
        }

        return report;
    }

    private Report Apply(IReadOnlyList<ImportedProcedure> rows, Dictionary<string, Procedure> known, Input input, ImportProblems problems)
    {
        var now = clock.Now();
        var (added, changed) = (0, 0);
        foreach (var row in rows)
        {
            var isNew = !known.TryGetValue(row.Code, out var procedure);
            if (isNew)
            {
                procedure = Procedure.Register(row.Code).Value;
                db.Add(procedure);
            }

            // What the last import already said is no news, whatever the office has published since.
            if (procedure!.LastImported is { } last && VersionDiff.Same(row.Over(last), last.Text) && (row.DecisionNo ?? last.DecisionNo) == last.DecisionNo)
            {
                continue;
            }

            var current = procedure.BaseAt(now.Day);
            var imported = procedure.Import(row.Over(current), row.DecisionNo ?? current?.DecisionNo, input.FirstFrom, now);
            if (!imported.Succeeded)
            {
                problems.Add(row.Line, $"{row.Code}: {imported.Error!.Message}");
            }
            else if (imported.Value)
            {
                added += isNew ? 1 : 0;
                changed += isNew ? 0 : 1;
            }
        }

        return new Report(rows.Count, added, changed);
    }

    // A code may stand twice when both lines say the same.
    private static List<ImportedProcedure> Unrepeated(IReadOnlyList<ImportedProcedure> rows, ImportProblems problems)
    {
        var seen = new Dictionary<string, ImportedProcedure>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!seen.TryAdd(row.Code, row) && !VersionDiff.Same(row.Over(null), seen[row.Code].Over(null)))
            {
                problems.Add(row.Line, $"mã {row.Code} đã có ở dòng {seen[row.Code].Line} với nội dung khác; giữ lại một dòng");
            }
        }

        return [.. seen.Values];
    }
}

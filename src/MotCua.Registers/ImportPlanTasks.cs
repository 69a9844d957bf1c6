using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers.Ledger;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// Tasks of plans from a file, one JSON object a line: agency, plan (reform|papi|resolution), year, no, content, and when known owner,
/// product, due, done. Known by agency, plan, year and no; all or nothing.
/// </summary>
public sealed class ImportPlanTasks(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Content">ndjson, or CSV when an officer uploads it; read to its end.</param>
    /// <param name="DryRun">Check only.</param>
    public sealed record Input(Stream Content, bool DryRun = false)
    {
        /// <summary>Not null: an officer's CSV file in the heads of the export.</summary>
        public RegisterUpload? Upload { get; init; }
    }

    public sealed record Report(int Lines, int Added, int Changed);

    private sealed record Line(string Agency, PlanTaskFacts Facts);

    public async Task<Report> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtext('plan_tasks'))", ct);
        var tree = await AgencyTree.LoadAsync(db, ct);
        var now = clock.Now();
        var known = await db.PlanTasks.ToDictionaryAsync(t => (t.AgencyId, t.Plan, t.Year, t.Number), ct);
        var (lines, added, changed) = (0, 0, 0);
        foreach (var (number, line) in Lines(input, tree, now.Day, problems))
        {
            lines++;
            if (tree.ByCode(line.Agency) is not { } agency)
            {
                problems.Add(number, $"không có cơ quan mã “{line.Agency}”");
                continue;
            }

            var task = known.GetValueOrDefault((agency.Id, line.Facts.Plan, line.Facts.Year, line.Facts.Number));
            var recorded = task is null ? PlanTask.Record(agency.Id, line.Facts, now, input.Upload?.By) : task;
            var corrected = task?.Correct(line.Facts, now, input.Upload?.By) ?? Result.Ok(false);
            if ((recorded.Error ?? corrected.Error) is { } error)
            {
                problems.Add(number, error);
                continue;
            }

            changed += corrected.Value ? 1 : 0;
            if (task is null)
            {
                known.Add((agency.Id, recorded.Value.Plan, recorded.Value.Year, recorded.Value.Number), recorded.Value);
                db.PlanTasks.Add(recorded.Value);
                added++;
            }
        }

        if (!problems.Any && !input.DryRun && added + changed > 0)
        {
            db.AddRange(known.Values.SelectMany(t => t.NewChanges));
            db.Audit.Add(new AuditEntry { At = now.Instant, OfficerId = input.Upload?.By.Value, Action = "plan-tasks.imported", Subject = problems.File, Details = $"{lines}; +{added}; ~{changed}" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Report(lines, added, changed);
    }

    private static IEnumerable<(int Number, Line Line)> Lines(Input input, AgencyTree tree, DateOnly today, ImportProblems problems) => input.Upload is { } upload
        ? upload.Read(input.Content, RegisterSheet.PlanFields, tree, problems, FactsOf).Where(l => HasCome(l, today, problems)).Select(l => (l.Number, new Line(l.Agency, l.Line)))
        : RegisterFile.Read(input.Content, problems, Read);

    private static bool HasCome((int Number, string Agency, PlanTaskFacts Line) read, DateOnly today, ImportProblems problems)
    {
        if (read.Line.DoneOn is { } done && done > today)
        {
            problems.Add(read.Number, $"ngày hoàn thành {Vietnamese.Date(done)} chưa tới");
            return false;
        }

        return true;
    }

    private static PlanTaskFacts FactsOf(RegisterValues values) => new()
    {
        Plan = values.Choice<PlanKind>("plan"),
        Year = values.Year("year"),
        Number = values.Text("number"),
        Content = values.Text("content"),
        Owner = values.Text("owner"),
        Product = values.Text("product"),
        DueOn = values.OptionalDay("due_on"),
        DoneOn = values.OptionalDay("done_on"),
    };

    private static Line Read(LineReader line) => new(
        line.Raw("agency", required: true) ?? "",
        new PlanTaskFacts
        {
            Plan = line.OneOf<PlanKind>("plan"),
            Year = line.Number("year", 1990, 2100),
            Number = line.Name("no"),
            Content = line.Text("content"),
            Owner = line.OptionalText("owner") ?? "",
            Product = line.OptionalText("product") ?? "",
            DueOn = line.OptionalDay("due"),
            DoneOn = line.OptionalDay("done"),
        });
}

using System.Globalization;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>Declared numbers from a CSV file: agency,figure,from,to,value,document,note. All or nothing; what is already there adds no line.</summary>
public sealed class ImportDeclared(MotCuaDb db, TimeProvider clock)
{
    private static readonly string[] Columns = ["agency", "figure", "from", "to", "value", "document"];

    /// <param name="Content">CSV, read to its end.</param>
    /// <param name="DryRun">Check only.</param>
    public sealed record Input(Stream Content, bool DryRun = false);

    public sealed record Report(int Lines, int Added);

    public async Task<Report> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var tree = await AgencyTree.LoadAsync(db, ct);
        var rows = CsvFile.Read(input.Content, Columns, ["note"], problems);
        var read = rows.Select(r => Read(r, tree, problems)).OfType<DeclaredFigure>().ToList();
        var added = 0;
        foreach (var period in read.GroupBy(d => (d.AgencyId, d.PeriodFrom, d.PeriodTo)))
        {
            var known = new Dictionary<string, DeclaredFigure>(await db.DeclaredAsync(period.Key.AgencyId, period.Key.PeriodFrom, period.Key.PeriodTo, ct), StringComparer.Ordinal);
            foreach (var declared in period)
            {
                if (known.GetValueOrDefault(declared.Figure)?.Says(declared) is not true)
                {
                    known[declared.Figure] = declared;
                    db.DeclaredFigures.Add(declared);
                    added++;
                }
            }
        }

        if (!problems.Any && !input.DryRun && added > 0)
        {
            db.Audit.Add(new AuditEntry { At = clock.Now().Instant, Action = "declared.imported", Subject = problems.File, Details = $"{rows.Count}; +{added}" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Report(rows.Count, added);
    }

    private DeclaredFigure? Read(CsvRow row, AgencyTree tree, ImportProblems problems)
    {
        var faults = new List<string>();
        if (tree.ByCode(row["agency"]) is not { } agency)
        {
            faults.Add($"không có cơ quan mã “{row["agency"]}”");
            agency = null;
        }

        var from = Day(row["from"], "from", faults);
        var to = Day(row["to"], "to", faults);
        if (!decimal.TryParse(row["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            faults.Add($"“value” là {row["value"]}, phải là một số từ 0 trở lên, dấu chấm thập phân");
        }

        if (faults.Count > 0)
        {
            faults.ForEach(f => problems.Add(row.Line, f));
            return null;
        }

        var declared = DeclaredFigure.Declare(agency!.Id, row["figure"], from, to, value, row["document"], row["note"], null, clock.Now());
        if (!declared.Succeeded)
        {
            problems.Add(row.Line, declared.Error!);
        }

        return declared.Succeeded ? declared.Value : null;
    }

    private static DateOnly Day(string text, string column, List<string> faults)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults.Add($"“{column}” là {text}, phải là một ngày có thật dạng yyyy-MM-dd");
        }

        return day;
    }
}

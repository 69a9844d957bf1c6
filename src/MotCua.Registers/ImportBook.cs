using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// Lines of a register from a CSV file whose heads are the labels of its fields, as its export writes them: all or nothing, every bad line
/// named. A line of a known identity corrects the record; the same file loaded again changes nothing.
/// </summary>
public sealed class ImportBook(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The column that says whose line it is, by the agency's code.</summary>
    public const string AgencyColumn = "Đơn vị";

    /// <param name="Book">The register.</param>
    /// <param name="Agency">Whose lines are those that name no agency; null: every line must name one.</param>
    /// <param name="May">Whether who loads the file keeps an agency's register.</param>
    /// <param name="Content">CSV, read to its end.</param>
    /// <param name="By">Null at the command line.</param>
    /// <param name="DryRun">Check only.</param>
    public sealed record Input(RegisterBook Book, AgencyId? Agency, Func<AgencyId, bool> May, Stream Content, OfficerId? By = null, bool DryRun = false);

    public sealed record Report(int Lines, int Added, int Changed);

    /// <summary>The lines of one agency's register while a file is read.</summary>
    private sealed class Shelf(RegisterBook book, IReadOnlyList<BookRecord> records)
    {
        private readonly Dictionary<string, BookRecord> byIdentity = records.ToDictionary(r => r.Identity, StringComparer.Ordinal);
        private readonly Dictionary<string, BookRecord> byContent = records.GroupBy(r => ContentOf(book, r), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

        public List<BookRecord> Records { get; } = [.. records];

        /// <summary>A line that has no identity yet is known only when it says the very same.</summary>
        public BookRecord? Find(BookRecord record) =>
            record.IsIdentified ? byIdentity.GetValueOrDefault(record.Identity) : byContent.GetValueOrDefault(ContentOf(book, record));

        public void Add(BookRecord record)
        {
            Records.Add(record);
            byContent.TryAdd(ContentOf(book, record), record);
            if (record.IsIdentified)
            {
                byIdentity.Add(record.Identity, record);
            }
        }

        private static string ContentOf(RegisterBook book, BookRecord record)
        {
            var values = record.Values;
            return string.Join('\u001f', book.Fields.Where(f => !f.Given).Select(f => values[f.Name]));
        }
    }

    public async Task<Report> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        var book = input.Book;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RegisterLock.AloneAsync(db, book, ct);
        var tree = await AgencyTree.LoadAsync(db, ct);
        var rows = CsvFile.Read(
            input.Content, [.. book.Fields.Where(f => !f.Optional).Select(f => f.Label)], [.. book.Fields.Where(f => f.Optional).Select(f => f.Label), AgencyColumn], problems, fromSpreadsheet: true);
        var (now, lines, added, shelves) = (clock.Now(), new Dictionary<BookRecord, int>(), new HashSet<BookRecord>(), new Dictionary<AgencyId, Shelf>());
        foreach (var row in rows)
        {
            if (AgencyOf(row, input, tree, problems) is not { } agency)
            {
                continue;
            }

            if (!shelves.TryGetValue(agency, out var shelf))
            {
                shelves[agency] = shelf = new Shelf(book, await book.OfAsync(db, agency, ct));
            }

            var (record, isNew, faults) = Take(book, row, agency, shelf, lines, now, input.By);
            lines.TryAdd(record, row.Line);
            foreach (var fault in faults)
            {
                problems.Add(row.Line, fault);
            }

            if (isNew && faults.Count == 0)
            {
                shelf.Add(record);
                added.Add(record);
            }
        }

        var all = shelves.Values.SelectMany(s => s.Records).ToList();
        foreach (var (record, error) in problems.Any ? [] : await book.SettleAsync(db, all, added, ct))
        {
            problems.Add(lines.GetValueOrDefault(record), error);
        }

        var changed = all.Where(r => r.NewChanges.Count > 0).ToList();
        if (!problems.Any && !input.DryRun && changed.Count > 0)
        {
            db.AddRange(added);
            db.AddRange(changed.SelectMany(r => r.NewChanges));
            db.Audit.Add(new AuditEntry { At = now.Instant, OfficerId = input.By?.Value, Action = $"{book.Name}.imported", Subject = problems.File, Details = $"{rows.Count}; +{added.Count}; ~{changed.Count - added.Count}" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new Report(rows.Count, added.Count, changed.Count - added.Count);
    }

    private static (BookRecord Record, bool IsNew, IReadOnlyList<Error> Faults) Take(
        RegisterBook book, CsvRow row, AgencyId agency, Shelf shelf, Dictionary<BookRecord, int> lines, Moment now, OfficerId? by)
    {
        var texts = book.Fields.ToDictionary(f => f.Name, f => (string?)AsWritten(row[f.Label]), StringComparer.Ordinal);
        var record = book.New();
        var faults = record.Record(agency, new RegisterValues(book.Fields, texts), now, by);
        if (faults.Count > 0 || shelf.Find(record) is not { } before)
        {
            return (record, true, faults);
        }

        if (!record.IsIdentified)
        {
            return (before, false, []);
        }

        return lines.TryGetValue(before, out var line)
            ? (before, false, [RegisterErrors.SameLine(line)])
            : (before, false, before.Correct(book.Fields, new RegisterValues(book.Fields, texts), now, by));
    }

    private static AgencyId? AgencyOf(CsvRow row, Input input, AgencyTree tree, ImportProblems problems)
    {
        var code = row[AgencyColumn];
        var agency = code.Length == 0 ? input.Agency : tree.ByCode(code)?.Id;
        if (agency is null)
        {
            problems.Add(row.Line, code.Length == 0 ? $"thiếu mã đơn vị ở cột {AgencyColumn}" : $"không có cơ quan mã “{code}”");
            return null;
        }

        if (!input.May(agency.Value))
        {
            problems.Add(row.Line, RegisterUpload.NotTheirs(code));
            return null;
        }

        return agency;
    }

    /// <summary>What an export made harmless for spreadsheets is read back as it was.</summary>
    internal static string AsWritten(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}

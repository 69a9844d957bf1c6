using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A register's CSV file loaded by an officer, in the heads of its export.</summary>
/// <param name="Agency">Whose lines are those that name no agency.</param>
/// <param name="May">Whether the officer keeps an agency's registers.</param>
/// <param name="By">Who.</param>
public sealed record RegisterUpload(AgencyId Agency, Func<AgencyId, bool> May, OfficerId By)
{
    /// <summary>The good lines, each with the code of its agency; a bad one becomes problems.</summary>
    internal IEnumerable<(int Number, string Agency, T Line)> Read<T>(
        Stream content, IReadOnlyList<RegisterField> fields, AgencyTree tree, ImportProblems problems, Func<RegisterValues, T> read)
    {
        // A column that is not there would say the same as one of empty cells, and erase what is known.
        string[] optional = [.. fields.Where(f => f.Given).Select(f => f.Label), ImportBook.AgencyColumn];
        foreach (var row in CsvFile.Read(content, [.. fields.Where(f => !f.Given).Select(f => f.Label)], optional, problems, fromSpreadsheet: true))
        {
            var values = new RegisterValues(fields, fields.ToDictionary(f => f.Name, f => (string?)ImportBook.AsWritten(row[f.Label]), StringComparer.Ordinal));
            var line = read(values);
            var code = row[ImportBook.AgencyColumn] is { Length: > 0 } named ? named : tree.CodeOf(Agency);
            if (tree.ByCode(code) is { } agency && !May(agency.Id))
            {
                problems.Add(row.Line, NotTheirs(code));
                continue;
            }

            foreach (var fault in values.Faults)
            {
                problems.Add(row.Line, fault);
            }

            if (values.Faults.Count == 0)
            {
                yield return (row.Line, code, line);
            }
        }
    }

    internal static string NotTheirs(string code) => $"không được ghi vào sổ của cơ quan mã “{code}”";
}

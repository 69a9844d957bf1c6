using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>A dossier as another system lists it: where it stands in the list, and its code.</summary>
public sealed record OtherDossier(int Line, string Code);

/// <summary>
/// A list of dossiers that came out of another system, however it is laid out: a code a line, or a table copied from a spreadsheet or
/// saved as CSV (comma, semicolon or tab). In a table the codes are the cells under a head like "Mã hồ sơ", else the first cell that looks like a code.
/// </summary>
public static partial class OtherList
{
    /// <summary>As many lines are compared; more are refused.</summary>
    public const int MostLines = 200_000;

    private const int LongestCode = 60;

    private static readonly string[] Heads = ["ma ho so", "so ho so", "ma", "ma so ho so", "dossier", "code", "so bien nhan", "ma bien nhan"];

    /// <summary>The dossiers in their order, repeated ones too. A line without a code becomes a problem and is left out.</summary>
    public static IReadOnlyList<OtherDossier> Read(IEnumerable<(int Number, string Text)> lines, ImportProblems problems)
    {
        var list = new List<OtherDossier>();
        (int Column, char Separator)? head = null;
        foreach (var (number, text) in lines)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (list.Count == MostLines)
            {
                problems.Add(number, $"nhiều hơn {Vietnamese.Number(MostLines)} dòng; chia danh sách theo kỳ hoặc theo đơn vị rồi so từng phần");
                break;
            }

            var separator = head?.Separator ?? SeparatorOf(text);
            var cells = CsvFile.Cells(text.Normalize(), separator).Select(c => c.Trim().Trim('\'')).ToArray();
            if (list.Count == 0 && head is null && HeadOf(cells) is { } column)
            {
                head = (column, separator);
            }
            else if (CodeOf(cells, head?.Column) is { } code)
            {
                list.Add(new OtherDossier(number, code));
            }
            else if (list.Count > 0 || head is not null)
            {
                // Before the table begins there may be a title.
                problems.Add(number, "không thấy mã hồ sơ");
            }
        }

        return list;
    }

    // What is copied from a spreadsheet has tabs; Excel saves with semicolons on a Vietnamese machine.
    private static char SeparatorOf(string line) => line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';

    private static int? HeadOf(string[] cells)
    {
        var at = Array.FindIndex(cells, c => Heads.Contains(Vietnamese.SearchKey(c)));
        return at < 0 ? null : at;
    }

    private static string? CodeOf(string[] cells, int? column)
    {
        var code = column is { } at ? cells.ElementAtOrDefault(at) : Array.Find(cells, c => Code().IsMatch(c));
        return code?.Any(char.IsLetterOrDigit) != true || code.Length > LongestCode ? null : code;
    }

    // Letters or digits with at least one digit and one dash or dot between: H57.12-260105-0001, 000.22.31.H57-230101-0012.
    [GeneratedRegex(@"^(?=.*\d)[\p{L}\p{N}]+(?:[.\-/][\p{L}\p{N}]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

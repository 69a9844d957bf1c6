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
        int? column = null;
        var first = true;
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

            var cells = Separator().Split(text.Normalize()).Select(c => c.Trim().Trim('"', '\'').Trim()).ToArray();
            if (first && (HeadOf(cells) is { } head))
            {
                (column, first) = (head, false);
                continue;
            }

            if (CodeOf(cells, column) is { } code)
            {
                list.Add(new OtherDossier(number, code));
            }
            else if (!first)
            {
                problems.Add(number, "không thấy mã hồ sơ");
            }

            first = false;
        }

        return list;
    }

    private static int? HeadOf(string[] cells)
    {
        var at = Array.FindIndex(cells, c => Heads.Contains(Vietnamese.SearchKey(c)));
        return at < 0 ? null : at;
    }

    private static string? CodeOf(string[] cells, int? column)
    {
        var code = column is { } at ? cells.ElementAtOrDefault(at) : Array.Find(cells, c => Code().IsMatch(c));
        return string.IsNullOrEmpty(code) || code.Length > LongestCode ? null : code;
    }

    [GeneratedRegex("[,;\t]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    // Letters or digits with at least one digit and one dash or dot between: H57.12-260105-0001, 000.22.31.H57-230101-0012.
    [GeneratedRegex(@"^(?=.*\d)[\p{L}\p{N}]+(?:[.\-/][\p{L}\p{N}]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

using MotCua.Foundation;

namespace MotCua.Dossiers.Ledger;

/// <summary>The lines of an imported ledger; blank lines are accepted at the end of the file only.</summary>
internal static class LedgerFile
{
    public static IEnumerable<(int Number, string Text)> Lines(Stream content, ImportProblems problems)
    {
        var blank = new List<int>();
        foreach (var line in ImportFile.Lines(content, problems))
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                blank.Add(line.Number);
                continue;
            }

            foreach (var number in blank)
            {
                problems.Add(number, "dòng trống ở giữa tệp");
            }

            blank.Clear();
            yield return line;
        }
    }
}

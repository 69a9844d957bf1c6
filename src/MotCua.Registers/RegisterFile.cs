using System.Text.Json;
using MotCua.Dossiers.Ledger;
using MotCua.Foundation;

namespace MotCua.Registers;

/// <summary>Reads a register's file: one JSON object a line, every member checked, every bad line named (CONTRACT 2).</summary>
internal static class RegisterFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The good lines with their numbers; a bad one becomes problems. <paramref name="read"/> asks for every member that a line may have.</summary>
    public static IEnumerable<(int Number, T Line)> Read<T>(Stream content, ImportProblems problems, Func<LineReader, T> read)
    {
        foreach (var (number, text) in ImportFile.Lines(content, problems))
        {
            if (problems.Full)
            {
                yield break;
            }

            // A blank line at the end of a file is how many editors leave it.
            if (!string.IsNullOrWhiteSpace(text) && ReadLine(text, read, out var line) is var faults)
            {
                faults.ForEach(fault => problems.Add(number, fault));
                if (faults.Count == 0)
                {
                    yield return (number, line!);
                }
            }
        }
    }

    private static List<string> ReadLine<T>(string text, Func<LineReader, T> read, out T? line)
    {
        line = default;
        var faults = new List<string>();
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
            {
                return ["dòng phải là một đối tượng JSON {…}"];
            }

            var reader = new LineReader(json.RootElement, faults);
            line = read(reader);
            reader.RefuseOthers();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape such as \ud800 that is half a character.
            faults.Add($"không phải JSON đúng: {e.Message}");
        }

        return faults;
    }
}

using System.Runtime.CompilerServices;

namespace MotCua.TestKit;

/// <summary>
/// Text that must not change unnoticed, kept in Snapshots/ beside the test. After a wanted change run the test
/// with MOTCUA_SNAPSHOTS=update, read the difference in git, and commit it.
/// </summary>
public static class Snapshot
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("MOTCUA_SNAPSHOTS") == "update";

    /// <param name="text">The text as it is now.</param>
    /// <param name="name">Part of the file's name where one test has several snapshots; with an extension when it is not .txt.</param>
    /// <param name="testFile">Filled by the compiler.</param>
    /// <param name="test">Filled by the compiler.</param>
    public static void Matches(string text, string name = ".txt", [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var suffix = name.StartsWith('.') ? name : $".{(Path.HasExtension(name) ? name : name + ".txt")}";
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", $"{Path.GetFileNameWithoutExtension(testFile)}.{test}{suffix}");
        var actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        if (!File.Exists(file))
        {
            throw new SnapshotException($"There is no snapshot {file} yet. Run with MOTCUA_SNAPSHOTS=update. The text is:\n{actual}");
        }

        var expected = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (expected != actual)
        {
            throw new SnapshotException($"{file} differs.\n{Difference(expected.Split('\n'), actual.Split('\n'))}");
        }
    }

    /// <summary>The first differing lines with what stands around them.</summary>
    private static string Difference(string[] expected, string[] actual)
    {
        var same = 0;
        while (same < expected.Length && same < actual.Length && expected[same] == actual[same])
        {
            same++;
        }

        var (oldEnd, newEnd) = (expected.Length, actual.Length);
        while (oldEnd > same && newEnd > same && expected[oldEnd - 1] == actual[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        IEnumerable<string> lines =
        [
            $"from line {same + 1}:",
            .. expected[Math.Max(0, same - 2)..same].Select(l => "  " + l),
            .. expected[same..oldEnd].Take(20).Select(l => "- " + l),
            .. actual[same..newEnd].Take(20).Select(l => "+ " + l),
        ];
        return string.Join('\n', lines);
    }
}

public sealed class SnapshotException(string message) : Exception(message);

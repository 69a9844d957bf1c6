using MotCua.TestKit;

namespace MotCua.ArchitectureTests;

/// <summary>The files of the repository as a reader sees them: nothing built, downloaded or generated.</summary>
internal static class Sources
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        "bin", "obj", "node_modules", ".git", ".local", "artifacts", "TestResults", "vendor", ".vs", ".idea",
    };

    public static IReadOnlyList<SourceFile> All { get; } = [.. Walk(Repository.Root).Select(path => new SourceFile(path)).OrderBy(f => f.Path, StringComparer.Ordinal)];

    public static IEnumerable<SourceFile> Named(string under, params string[] extensions) =>
        All.Where(f => f.Path.StartsWith(under, StringComparison.Ordinal) && extensions.Any(e => f.Path.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>src/MotCua.X/….cs → X, or null outside src.</summary>
    public static string? ModuleOf(string path) =>
        path.StartsWith("src/MotCua.", StringComparison.Ordinal) ? path["src/MotCua.".Length..path.IndexOf('/', "src/".Length)] : null;

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(System.IO.Path.GetFileName(d))))
        {
            foreach (var file in Walk(inner))
            {
                yield return file;
            }
        }
    }
}

internal sealed class SourceFile(string fullPath)
{
    private readonly Lazy<string[]> lines = new(() => File.ReadAllLines(fullPath));

    /// <summary>From the root, with slashes.</summary>
    public string Path { get; } = System.IO.Path.GetRelativePath(Repository.Root, fullPath).Replace('\\', '/');

    public IReadOnlyList<string> Lines => lines.Value;

    /// <summary>Places that match, as path:line: text.</summary>
    public IEnumerable<string> Where(Func<string, bool> wrong) =>
        Lines.Select((text, at) => (text, at)).Where(l => wrong(l.text)).Select(l => $"{Path}:{l.at + 1}: {l.text.Trim()}");
}

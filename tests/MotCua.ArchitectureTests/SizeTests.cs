using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

/// <summary>A file that fits two screens and a method that fits one can be read; growth beyond that wants a second name.</summary>
public sealed partial class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        Sources.All.Where(IsCode).Where(f => f.Lines.Count > LongestFile).Select(f => $"{f.Path}: {f.Lines.Count} lines").ShouldBeEmpty();
    }

    [Fact]
    public void No_method_is_longer_than_60_lines()
    {
        Sources.Named("", ".cs").SelectMany(Methods).Where(m => m.Length > LongestMethod)
            .Select(m => $"{m.Place}: {m.Length} lines").ShouldBeEmpty();
    }

    [Fact]
    public void The_measure_of_methods_finds_methods()
    {
        Sources.Named("src/MotCua.Foundation/", ".cs").SelectMany(Methods).Count().ShouldBeGreaterThan(20);
    }

    private static bool IsCode(SourceFile file) =>
        Path.GetExtension(file.Path) is ".cs" or ".cshtml" or ".js" or ".mjs" or ".sh" || (file.Path.EndsWith(".sql", StringComparison.Ordinal));

    /// <summary>Members with a body, found by the layout that the formatter enforces: a signature, and braces alone on lines of its depth.</summary>
    private static IEnumerable<(string Place, int Length)> Methods(SourceFile file)
    {
        var signature = -1;
        for (var at = 0; at < file.Lines.Count; at++)
        {
            var line = file.Lines[at];
            if (Signature().IsMatch(line) && !TypeDeclaration().IsMatch(line))
            {
                signature = at;
            }
            else if (signature >= 0 && line.Trim() == "}" && Depth(line) == Depth(file.Lines[signature]))
            {
                yield return ($"{file.Path}:{signature + 1}", at - signature + 1);
                signature = -1;
            }
        }
    }

    private static int Depth(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^\s{4,12}(public|private|internal|protected|static|async|override)\b[^=;]*\(.*(?<!;)$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|delegate)\b")]
    private static partial Regex TypeDeclaration();
}
